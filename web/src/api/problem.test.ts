import { CombinedError } from "urql";
import { describe, expect, test } from "vitest";
import { blockerPoint, fill } from "../parts/refusal.tsx";
import { sayIn } from "../test/say.ts";
import { problemOf } from "./problem.ts";

const refused = (extensions: Record<string, unknown>) =>
  problemOf(new CombinedError({ graphQLErrors: [{ message: "no", extensions }] }), "nl");

const join = (words: readonly string[]) => words.join(", ");

describe("a refusal of the engine", () => {
  const problem = refused({
    code: "REJECTED",
    law: 2,
    wayOut: { act: "clear_blockers" },
    rejection: {
      rule: "not_ready",
      blockers: [
        { kind: "judgement_open", criterion: "ict-vroeg", party: "ict" },
        { kind: "document_missing", artefact: "idee" },
      ],
    },
  });
  test("is read with its rule, law and way out", () => {
    expect(problem).toMatchObject({ code: "REJECTED", rule: "not_ready", law: 2, wayOut: { act: "clear_blockers" } });
  });
  test("is said in plain words", () => {
    const say = sayIn("nl");
    const words = fill(problem.args, new Map(), say, join);
    expect(say("rejection-not_ready", words)).toContain("nog 2 punten open");
  });
  test("links each blocker to where it is solved", () => {
    const known = new Map([
      ["ict", "ICT"],
      ["ict-vroeg", "Heeft ICT tijd?"],
    ]);
    const points = problem.blockers.map((blocker) => blockerPoint(blocker, "p1", known, sayIn("nl")));
    expect(points[0]).toMatchObject({
      text: "ICT heeft 'Heeft ICT tijd?' nog niet beantwoord.",
      place: { params: { project: "p1", criterion: "ict-vroeg" }, search: { partij: "ict" } },
    });
    expect(points[1]?.place).toMatchObject({ params: { project: "p1", artefact: "idee" } });
  });
});

test("who may do it is said by name", () => {
  const problem = refused({ code: "REJECTED", rejection: { rule: "not_permitted", need: { member: ["ict"] } } });
  const say = sayIn("nl");
  expect(fill(problem.args, new Map([["ict", "ICT"]]), say, join).need).toMatch(/^een lid van .*ICT$/);
});

test("every rule that the engine can give fills its text in both languages", () => {
  const rejections = [
    { rule: "gate_not_open", gate: "g0", open: null },
    { rule: "rework_target", to: "idee", allowed: ["idee"] },
    { rule: "own_revision", artefact: "idee" },
    { rule: "own_evidence_alone", criterion: "c" },
    { rule: "lead_decides_alone" },
    { rule: "party_not_involved", party: "ict" },
    { rule: "fact_type", fact: "impact", levels: [] },
    { rule: "fact_answer", fact: "impact", current: null },
    { rule: "too_many_files", artefact: "idee", at_most: 3 },
    { rule: "file_type_not_allowed", artefact: "idee", media_type: "text/html", allowed: ["application/pdf"] },
    { rule: "not_a_reviewer", artefact: "idee", party: "ict" },
    { rule: "evidence_missing", criterion: "c", artefacts: ["idee"] },
    { rule: "nothing_to_confirm", artefacts: ["idee"], criteria: [] },
    { rule: "list_length", count: 0, limit: 200 },
  ];
  for (const language of ["nl", "en"] as const) {
    const say = sayIn(language);
    for (const rejection of rejections) {
      const words = fill(refused({ code: "REJECTED", rejection }).args, new Map(), say, join);
      expect(say(`rejection-${rejection.rule}`, words)).not.toMatch(/\{|undefined/);
    }
  }
});

test("a conflict tells what changed", () => {
  const problem = refused({
    code: "CONFLICT",
    conflict: [{ kind: "revision", artefact: "idee", seen: "a", current: "b", number: 3 }],
  });
  expect(problem.differences).toEqual([{ kind: "revision", artefact: "idee", number: 3, current: "b" }]);
});

test("what is wrong in a form is said in the language of the screen", () => {
  const problem = refused({
    code: "FORM_INVALID",
    problems: [{ path: "/risks/0/cause", rule: "required", message: { nl: "Vul dit in.", en: "Fill this in." } }],
  });
  expect(problem.fields).toEqual([{ path: "/risks/0/cause", rule: "required", message: "Vul dit in." }]);
});

test("a lost connection is not a refusal", () => {
  expect(problemOf(new CombinedError({ networkError: new Error("away") }), "nl").code).toBe("UNAVAILABLE");
});
