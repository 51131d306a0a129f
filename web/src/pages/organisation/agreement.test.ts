import { describe, expect, test } from "vitest";
import { asked, lacking, type TypedFields } from "../../parts/asking.ts";
import { sayIn } from "../../test/say.ts";
import { agreementConditions, agreementFields, agreementPoints, conditionText, questionsOf } from "./agreement.ts";
import type { FactQuestion } from "./documents.ts";

const say = sayIn("nl");
const levels = [
  { key: "klein", name: "Klein" },
  { key: "groot", name: "Groot" },
];
const impact: FactQuestion = { key: "impact", question: "Hoe groot is het?", kind: "LEVELS", levels };
const medication: FactQuestion = {
  key: "medication",
  question: "Gaat het over medicatie?",
  kind: "BOOLEAN",
  levels: [],
};
const cost: FactQuestion = { key: "amount", question: "Hoeveel kost het?", kind: "AMOUNT", levels: [] };
const facts = [impact, medication, cost];
const fields = agreementFields(facts, say);

const shown = (typed: TypedFields) => asked(fields, typed).map(({ name }) => name);
const wrong = (typed: TypedFields) => agreementPoints("a", facts, typed, say);

describe("an agreement about some projects", () => {
  test("a question that two funnels ask stands there once, as the first says it", () => {
    const other = { ...medication, question: "Medicatie?" };
    expect(questionsOf([{ facts: [impact, medication] }, { facts: [other, cost] }])).toEqual(facts);
  });

  test("only what fits is asked, with one empty place after the last", () => {
    expect(shown({})).toEqual(["tekst", "gebied"]);
    // What was chosen before somebody changed their mind asks nothing any more.
    expect(shown({ gebied: "alle", "vraag-0": "impact" })).toEqual(["tekst", "gebied"]);
    const some = { gebied: "sommige" };
    expect(shown(some)).toEqual(["tekst", "gebied", "vraag-0"]);
    expect(shown({ ...some, "vraag-0": "medication" })).toEqual(["tekst", "gebied", "vraag-0", "ja-0", "vraag-1"]);
    expect(shown({ ...some, "vraag-0": "impact" })).toContain("niveau-0-impact");
    expect(shown({ ...some, "vraag-0": "amount" })).toEqual([
      "tekst",
      "gebied",
      "vraag-0",
      "aantal-0",
      "zwaarder-0",
      "vraag-1",
    ]);
    // As many places as there are questions, and no more.
    expect(fields.filter(({ name }) => name.startsWith("vraag-"))).toHaveLength(3);
  });

  test("no question, the same one twice and an amount that is no number are told", () => {
    expect(wrong({ gebied: "alle" })).toEqual([]);
    expect(wrong({ gebied: "sommige" })).toEqual([{ text: "Kies een vraag over het project.", field: "a-vraag-0" }]);
    const twice = { gebied: "sommige", "vraag-0": "medication", "ja-0": "ja", "vraag-1": "medication", "ja-1": "nee" };
    expect(wrong(twice)).toEqual([{ text: "Deze vraag staat er al. Kies een andere.", field: "a-vraag-1" }]);
    const amount = { gebied: "sommige", "vraag-0": "amount", "aantal-0": "1.000" };
    expect(wrong(amount)).toMatchObject([{ field: "a-aantal-0" }]);
    expect(wrong({ ...amount, "aantal-0": "1000" })).toEqual([]);
    const empty = { tekst: "x", gebied: "sommige", "vraag-0": "impact" };
    expect(lacking("a", fields, empty)).toMatchObject([{ field: "a-niveau-0-impact" }]);
  });

  test("it is sent as the API takes it, and for all projects without conditions", () => {
    const typed = {
      gebied: "sommige",
      "vraag-0": "impact",
      "niveau-0-impact": "klein",
      "zwaarder-0": "yes",
      "vraag-1": "medication",
      "ja-1": "nee",
      // Ticked for another question before: a no is no heavier than a no.
      "zwaarder-1": "yes",
      "vraag-2": "amount",
      "aantal-2": "5000",
    };
    expect(agreementConditions(facts, typed)).toEqual([
      { fact: "impact", value: "klein", atLeast: true },
      { fact: "medication", value: false, atLeast: false },
      { fact: "amount", value: 5000, atLeast: false },
    ]);
    expect(agreementConditions(facts, { ...typed, gebied: "alle" })).toEqual([]);
  });

  test("it reads as a question and an answer, and keeps the name of a question that is gone", () => {
    expect(conditionText({ fact: "impact", value: "klein", atLeast: true }, facts, say)).toBe(
      "Hoe groot is het? — Klein of zwaarder",
    );
    expect(conditionText({ fact: "medication", value: false, atLeast: false }, facts, say)).toBe(
      "Gaat het over medicatie? — Nee",
    );
    expect(conditionText({ fact: "oud", value: 3, atLeast: true }, facts, say)).toBe("oud — 3 of meer");
  });
});
