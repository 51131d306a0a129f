import { describe, expect, test } from "vitest";
import { sayIn } from "../../test/say.ts";
import { conditionsOf, missingIn, nothingTyped, planOf, type Typed } from "./promises.ts";
import { decidedAt } from "./receipt.tsx";

const say = sayIn("nl");
const artefact = { key: "risicoanalyse", name: "Risicoanalyse" };
const criterion = { key: "past", question: "Past het?" };
const party = { key: "ict", name: "ICT" };
const none = { law: 2, deferrable: true, condition: null, artefact: null, criterion: null, party: null };
const readiness = {
  blockers: [
    { ...none, kind: "REVIEW_OPEN", artefact, party },
    { ...none, kind: "REVIEW_OPEN", artefact, party: { key: "zorg", name: "Zorg" } },
    { ...none, kind: "JUDGEMENT_OPEN", criterion, party },
    { ...none, kind: "NOT_MET", criterion: { key: "wet", question: "Mag het?" }, party, deferrable: false },
  ],
  checks: [{ artefact: { kind: artefact, stageNeeded: "CONCEPT" } }],
} as never;
const typed = (part: Partial<Typed>): Typed => ({ ...nothingTyped, motivation: "omdat", ...part });
const fields = (outcome: "STOP" | "HOLD" | "CONDITIONAL_GO" | "GO", given: Partial<Typed>, at: never = readiness) =>
  missingIn({ outcome }, typed(given), at, say).map((point) => point.field);

describe("a conditional go", () => {
  test("puts off each open point once, and names what cannot wait", () => {
    const { demands, fixed } = planOf(readiness);
    expect(demands.map(({ name, blockers }) => [name, blockers.length])).toEqual([
      ["Risicoanalyse", 2],
      ["Past het?", 1],
    ]);
    expect(fixed.map(({ kind }) => kind)).toEqual(["NOT_MET"]);
  });
  test("asks a date for each of them, and the words of what is agreed besides", () => {
    const some = { promises: { risicoanalyse: { owner: "", due: "2027-01-01", text: "" } } };
    expect(fields("CONDITIONAL_GO", some)).toEqual(["afspraak-1-datum"]);
    const extras = [{ owner: "", due: "", text: " " }];
    expect(fields("CONDITIONAL_GO", { ...some, extras })).toEqual([
      "afspraak-1-datum",
      "extra-0-tekst",
      "extra-0-datum",
    ]);
  });
  test("where nothing is open needs an agreement all the same", () => {
    const clear = { blockers: [], checks: [] } as never;
    expect(fields("CONDITIONAL_GO", {}, clear)).toEqual(["afspraak-erbij"]);
  });
  test("is sent with the stage of the gate, and the lead where nobody else was named", () => {
    const promises = {
      risicoanalyse: { owner: "", due: "2027-01-01", text: " " },
      "past ict": { owner: "p2", due: "2027-01-02", text: "Ook in de nacht" },
    };
    const extras = [{ owner: "", due: "2027-01-03", text: "Bel de leverancier" }];
    expect(conditionsOf(typed({ promises, extras }), readiness, "p1")).toEqual([
      { kind: "DOCUMENT", artefact: "risicoanalyse", stage: "CONCEPT", ownerId: "p1", due: "2027-01-01", text: null },
      { kind: "CRITERION", criterion: "past", party: "ict", ownerId: "p2", due: "2027-01-02", text: "Ook in de nacht" },
      { kind: "AGREED", ownerId: "p1", due: "2027-01-03", text: "Bel de leverancier" },
    ]);
  });
});

test("stopping asks what was learned, waiting asks until when, and every decision asks why", () => {
  expect(fields("STOP", {})).toEqual(["lessen"]);
  expect(fields("HOLD", {})).toEqual(["terugkijken"]);
  expect(fields("GO", { motivation: " " })).toEqual(["waarom"]);
  expect(fields("STOP", { lessons: "Begin kleiner" })).toEqual([]);
});

test("a receipt is of the decision, also when a vote came before it", () => {
  const event = (sequence: number, kind: string) => ({ sequence, kind }) as never;
  const events = [event(9, "CONDITION_OPENED"), event(8, "GATE_DECIDED"), event(7, "VOTE_CAST"), event(5, "VOTE_CAST")];
  expect(decidedAt(events, 8)).toBe(events[1]);
  expect(decidedAt(events, 7)).toBe(events[1]);
  expect(decidedAt(events, 5)).toBe(events[3]);
  expect(decidedAt(events, 9)).toBeUndefined();
});
