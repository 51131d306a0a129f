import { expect, test } from "vitest";
import type { ProjectRow, SupplierRow, TablePreview, TableSaid } from "../../api/tables.ts";
import { chosenAtFirst, standing, toBringIn } from "./rows.ts";
import type { Outcome } from "./run.ts";

const said: TableSaid = { code: "x", column: null, cell: null, value: null, message: { nl: "", en: "" } };
const nobody = { funnel: null, version: null, phase: null, lead: null, owner: null, due: null, facts: [] };
const row = (number: number, part: Partial<ProjectRow>): ProjectRow => ({
  row: number,
  key: `k-${number}`,
  title: "Crisis-app",
  shown: nobody,
  problems: [],
  warnings: [],
  project: null,
  input: {} as ProjectRow["input"],
  ...part,
});
const rows = [
  row(2, {}),
  row(3, { input: null, problems: [said] }),
  row(4, { warnings: [said] }),
  row(5, { project: { id: "p", title: "Crisis-app" }, warnings: [said] }),
  row(6, {}),
];
const preview: TablePreview<ProjectRow> = {
  file: { sha256: "", kind: "xlsx", sheet: null },
  problems: [],
  warnings: [],
  rows,
};
const none = new Map<number, Outcome>();

test("a row that cannot come in, that is in already, or that somebody should look at does not come in by itself", () => {
  expect(rows.map((one) => standing(one, none))).toEqual(["good", "bad", "doubtful", "here", "good"]);
  expect([...chosenAtFirst(rows)]).toEqual([2, 6]);
});

test("what came in does not come in again; what failed does", () => {
  const outcomes = new Map<number, Outcome>([
    [2, { state: "done", project: "a" }],
    [6, { state: "failed", problem: { code: "UNAVAILABLE", args: {}, blockers: [], differences: [], fields: [] } }],
  ]);
  const chosen = new Set([2, 3, 4, 5, 6]);
  expect(toBringIn(preview, chosen, none).map((one) => one.row)).toEqual([2, 4, 6]);
  expect(toBringIn(preview, chosen, outcomes).map((one) => one.row)).toEqual([4, 6]);
});

test("with a column missing nothing comes in", () => {
  expect(toBringIn({ ...preview, problems: [said] }, new Set([2]), none)).toEqual([]);
});

test("a row about a supplier that is here already does not come in again", () => {
  const shown = { kind: null, judgedBy: null, text: null, validUntil: null };
  const supplier = (number: number, here: boolean): SupplierRow => ({
    ...row(number, {}),
    shown,
    here,
    input: { supplier: "demo", name: "Demo" },
  });
  const rows = [supplier(2, true), supplier(3, false)];
  expect(rows.map((one) => standing(one, none))).toEqual(["here", "good"]);
  expect(toBringIn({ ...preview, rows }, chosenAtFirst(rows), none)).toEqual([rows[1]]);
});
