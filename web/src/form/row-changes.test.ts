import { expect, test } from "vitest";
import { rowChanges } from "./row-changes.ts";
import { fieldsOf } from "./schema.ts";

const columns = fieldsOf(
  { type: "object", properties: { risk: { type: "string" }, measure: { type: "string" } } },
  "nl",
);
const row = (risk: string, measure = "geen") => ({ risk, measure });
/** `changed 2` and so on. */
const told = (older: object[], newer: object[]) => {
  const { changes, stayed } = rowChanges(columns, older as never, newer as never);
  return [...changes.map(({ kind, number }) => `${kind} ${number}`), `same ${stayed}`];
};

test("a row that was added or taken away moves no other row", () => {
  expect(told([row("a"), row("c")], [row("a"), row("b"), row("c")])).toEqual(["new 2", "same 2"]);
  expect(told([row("a"), row("b"), row("c")], [row("b"), row("c")])).toEqual(["gone 1", "same 2"]);
});

test("a row is the same risk when only other columns differ, or when one for one was renamed", () => {
  expect(told([row("a"), row("b")], [row("a", "bellen"), row("b")])).toEqual(["changed 1", "same 1"]);
  expect(told([row("a"), row("b")], [row("a"), row("beter")])).toEqual(["changed 2", "same 1"]);
  expect(told([row("a")], [row("x"), row("y")])).toEqual(["gone 1", "new 1", "new 2", "same 0"]);
});

test("rows without a first column are told apart by the whole", () => {
  expect(told([{ measure: "x" }], [{ measure: "x" }, { measure: "y" }])).toEqual(["new 2", "same 1"]);
  expect(told([], [])).toEqual(["same 0"]);
});

test("a changed row carries what it was", () => {
  const { changes } = rowChanges(columns, [row("a", "niets")], [row("a", "bellen")]);
  expect(changes[0]).toMatchObject({ before: { measure: "niets" }, after: { measure: "bellen" } });
});
