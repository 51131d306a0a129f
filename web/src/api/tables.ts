import type { bringInProject, bringInSupplier } from "../pages/bring-in/documents.ts";
import { keptLanguage } from "../texts/language.tsx";
import type { UploadFailure } from "./files.ts";
import type { VariablesOf } from "./graphql.ts";

/** What is wrong in a table, or what somebody should look at. */
export interface TableSaid {
  code: string;
  column: string | null;
  cell: string | null;
  value: string | null;
  message: { nl: string; en: string };
}

/** One row of a table, and what it would bring in. */
interface Row {
  row: number;
  /** The same row of the same file again is the same key: it comes in once. */
  key: string;
  title: string;
  problems: TableSaid[];
  warnings: TableSaid[];
}

/** A row about a project. */
export interface ProjectRow extends Row {
  shown: {
    funnel: string | null;
    version: number | null;
    phase: string | null;
    lead: string | null;
    owner: string | null;
    due: string | null;
    facts: { question: string; answer: string }[];
  };
  /** The project that this row was before. */
  project: { id: string; title: string } | null;
  /** The act, but for its key. Nothing when the row cannot come in. */
  input: Omit<VariablesOf<typeof bringInProject>["input"], "key"> | null;
}

/** A row about a supplier, or one piece of its evidence. */
export interface SupplierRow extends Row {
  shown: { kind: string | null; judgedBy: string | null; text: string | null; validUntil: string | null };
  /** Whether all of it is here already. */
  here: boolean;
  input: Omit<VariablesOf<typeof bringInSupplier>["input"], "key"> | null;
}

export type TableRow = ProjectRow | SupplierRow;

/** What a file would bring in. */
export interface TablePreview<R extends TableRow = TableRow> {
  file: { sha256: string; kind: string; sheet: string | null };
  problems: TableSaid[];
  warnings: TableSaid[];
  rows: R[];
}

/** What can come in from a file. */
export type TableOf = "projects" | "suppliers";

/** Asks what a file would bring in; nothing is kept. The file goes as it is. */
export async function previewTable<R extends TableRow>(
  what: TableOf,
  file: File,
): Promise<TablePreview<R> | UploadFailure> {
  const language = keptLanguage();
  try {
    const answer = await fetch(`/bring-in/${what}`, {
      method: "POST",
      headers: { "accept-language": language, "content-type": "application/octet-stream" },
      body: file,
    });
    const said = await answer.json();
    if (answer.ok) return said as TablePreview<R>;
    const message = said?.error?.message?.[language];
    return { status: answer.status, message: typeof message === "string" ? message : "" };
  } catch {
    return { status: 0, message: "" };
  }
}
