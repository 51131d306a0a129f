import type { ReactNode } from "react";
import type { FilePlace, StoredFile } from "../api/files.ts";
import type { Option } from "./choice.tsx";
import type { Point } from "./summary.tsx";

/** What somebody typed, by the name of its field. Ticks are `yes` or empty. */
export type TypedFields = Record<string, string>;

/** One question of a form. */
export interface Field {
  name: string;
  kind: "area" | "line" | "date" | "choice" | "pick" | "tick" | "many" | "number" | "files";
  label: string;
  hint?: ReactNode;
  /** What is said when it is left empty; without it, it may stay empty. */
  missing?: string;
  options?: readonly Option<string>[];
  min?: string;
  max?: string;
  rows?: number;
  /** What files are for; one file, or more with `several`. */
  place?: FilePlace;
  several?: boolean;
  /** What stands there before anything is typed. */
  start?: string;
  /** Only asked when this holds. */
  when?: (typed: TypedFields) => boolean;
  /** Not told again where it is checked: `said` of the check tells it in other words. */
  unsaid?: boolean;
  /** Shown under the field, from what is typed. */
  after?: (typed: TypedFields) => ReactNode;
}

/** What was picked in a list of ticks; keys hold no spaces. */
export const many = (value: string | undefined) => (value ?? "").split(" ").filter(Boolean);

/** The files that were sent for a field, as it keeps them; the empty text for none. */
export function filesOf(value: string | undefined): StoredFile[] {
  try {
    const files: unknown = JSON.parse(value || "[]");
    return Array.isArray(files) ? files : [];
  } catch {
    return [];
  }
}

/** The questions that are asked, given what was typed. */
export const asked = (fields: readonly Field[], typed: TypedFields) =>
  fields.filter((field) => field.when?.(typed) ?? true);

/** What a form still lacks. */
export function lacking(id: string, fields: readonly Field[], typed: TypedFields): Point[] {
  return asked(fields, typed).flatMap(({ missing, name }) =>
    missing && !typed[name]?.trim() ? [{ text: missing, field: `${id}-${name}` }] : [],
  );
}
