import type { TablePreview, TableRow } from "../../api/tables.ts";
import type { Outcome } from "./run.ts";

/** A row as it stands now. */
export type Standing = "bad" | "here" | "done" | "failed" | "doubtful" | "good";

/** How a row stands: wrong, in already, or ready to come in. */
export function standing(row: TableRow, outcomes: ReadonlyMap<number, Outcome>): Standing {
  const outcome = outcomes.get(row.row);
  if (outcome) return outcome.state;
  if ("here" in row ? row.here : row.project) return "here";
  if (!row.input) return "bad";
  return row.warnings.length > 0 ? "doubtful" : "good";
}

/** The rows that come in by themselves: those about which there is nothing to ask. */
export const chosenAtFirst = (rows: readonly TableRow[]): ReadonlySet<number> =>
  new Set(rows.filter((row) => standing(row, new Map()) === "good").map(({ row }) => row));

/** The rows that the button brings in: chosen, able to, and not in yet. */
export function toBringIn<R extends TableRow>(
  preview: TablePreview<R>,
  chosen: ReadonlySet<number>,
  outcomes: ReadonlyMap<number, Outcome>,
): R[] {
  if (preview.problems.length > 0) return [];
  const waiting = (row: R) => ["good", "doubtful", "failed"].includes(standing(row, outcomes));
  return preview.rows.filter((row) => chosen.has(row.row) && waiting(row));
}
