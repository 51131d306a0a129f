import type { Json } from "../api/graphql.ts";
import type { Answers, Field } from "./schema.ts";

/** Answers as an object, whatever the API gave. */
export function asAnswers(value: Json | undefined | null): Answers {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}

/** The rows of a table field. */
export function asRows(value: Json | undefined): Answers[] {
  return Array.isArray(value) ? value.map((row) => asAnswers(row)) : [];
}

const isEmpty = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === "object" && !Array.isArray(value) && Object.keys(value).length === 0);

/** What is sent: without empty answers, so that the form's own rule says what is still missing. */
export function filled(value: Json): Json {
  if (typeof value === "string") return value.trim() === "" ? "" : value;
  if (Array.isArray(value)) return value.map(filled).filter((entry) => !isEmpty(entry));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, entry]) => [name, filled(entry)] as const);
  return Object.fromEntries(entries.filter(([, entry]) => !isEmpty(entry)));
}

/** The same answers: order of names does not matter, empty ones neither. */
export function same(left: Json | undefined, right: Json | undefined): boolean {
  return canonical(filled(left ?? null)) === canonical(filled(right ?? null));
}

function canonical(value: Json): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`).join()}}`;
}

/** The top-level fields that differ between two versions, in the order of the form. */
export function differing(fields: readonly Field[], left: Answers, right: Answers): Field[] {
  return fields.filter((field) => !same(left[field.name], right[field.name]));
}
