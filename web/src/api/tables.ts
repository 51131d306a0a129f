import type { bringInProject } from "../pages/bring-in/documents.ts";
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

/** The act for one row, but for its key. */
export type RowInput = Omit<VariablesOf<typeof bringInProject>["input"], "key">;

/** One row of a table, and what it would bring in. */
export interface TableRow {
  row: number;
  /** The same row of the same file again is the same key: it comes in once. */
  key: string;
  title: string;
  shown: {
    funnel: string | null;
    version: number | null;
    phase: string | null;
    lead: string | null;
    owner: string | null;
    due: string | null;
    facts: { question: string; answer: string }[];
  };
  problems: TableSaid[];
  warnings: TableSaid[];
  /** The project that this row was before. */
  project: { id: string; title: string } | null;
  /** Nothing when the row cannot come in. */
  input: RowInput | null;
}

/** What a file would bring in. */
export interface TablePreview {
  file: { sha256: string; kind: string; sheet: string | null };
  problems: TableSaid[];
  warnings: TableSaid[];
  rows: TableRow[];
}

/** Asks what a file would bring in; nothing is kept. The file goes as it is. */
export async function previewTable(file: File): Promise<TablePreview | UploadFailure> {
  const language = keptLanguage();
  try {
    const answer = await fetch("/bring-in/projects", {
      method: "POST",
      headers: { "accept-language": language, "content-type": "application/octet-stream" },
      body: file,
    });
    const said = await answer.json();
    if (answer.ok) return said as TablePreview;
    const message = said?.error?.message?.[language];
    return { status: answer.status, message: typeof message === "string" ? message : "" };
  } catch {
    return { status: 0, message: "" };
  }
}
