import { same } from "./answers.ts";
import type { Answers, Field } from "./schema.ts";

/** What happened to one row of a table between two versions. */
export interface RowChange {
  kind: "new" | "changed" | "gone";
  /** Its place, from 1: in the newer version, or in the older one when it is gone. */
  number: number;
  before: Answers;
  after: Answers;
}

/** The rows that differ, in the order of the newer version, and how many stayed the same. */
export function rowChanges(columns: readonly Field[], older: readonly Answers[], newer: readonly Answers[]) {
  const name = columns[0]?.name ?? "";
  // A row is the same thing when nothing differs, or when its first column does not: rows have no other name.
  const alike = (left: Answers, right: Answers) =>
    same(left, right) || (Boolean(left[name]) && same(left[name], right[name]));
  const changes: RowChange[] = [];
  let stayed = 0;
  let [from, to] = [0, 0];
  for (const [left, right] of [...common(older, newer, alike), [older.length, newer.length] as const]) {
    changes.push(...between(older, newer, [from, left], [to, right]));
    const [before, after] = [older[left], newer[right]];
    if (before && after) {
      if (same(before, after)) stayed += 1;
      else changes.push({ kind: "changed", number: right + 1, before, after });
    }
    [from, to] = [left + 1, right + 1];
  }
  return { changes, stayed };
}

type Part = readonly [from: number, to: number];

/** Rows without a counterpart: as many gone as new are taken for the same rows with another name. */
function between(older: readonly Answers[], newer: readonly Answers[], left: Part, right: Part): RowChange[] {
  const [gone, added] = [older.slice(...left), newer.slice(...right)];
  const paired = gone.length === added.length;
  const news = added.map((after, at): RowChange => {
    const number = right[0] + at + 1;
    const before = paired ? gone[at] : undefined;
    return before ? { kind: "changed", number, before, after } : { kind: "new", number, before: {}, after };
  });
  const losses = gone.map((before, at): RowChange => ({ kind: "gone", number: left[0] + at + 1, before, after: {} }));
  return paired ? news : [...losses, ...news];
}

/** The longest run of pairs that occurs in both, in order; tables are short, so every pair is tried. */
function common<Row>(left: readonly Row[], right: readonly Row[], alike: (left: Row, right: Row) => boolean) {
  const longest = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  const at = (row: number, column: number) => longest[row]?.[column] ?? 0;
  const fits = (row: number, column: number) => alike(left[row] as Row, right[column] as Row);
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const best = fits(row, column) ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
      (longest[row] as number[])[column] = best;
    }
  }
  const pairs: Part[] = [];
  let [row, column] = [0, 0];
  while (row < left.length && column < right.length) {
    if (fits(row, column) && at(row, column) === at(row + 1, column + 1) + 1) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}
