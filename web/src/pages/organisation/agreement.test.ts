import { describe, expect, test } from "vitest";
import { asked, lacking, type TypedFields } from "../../parts/asking.ts";
import { sayIn } from "../../test/say.ts";
import {
  agreementConditions,
  agreementFields,
  agreementPoints,
  type Condition,
  conditionText,
  questionsOf,
} from "./agreement.ts";
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
    expect(shown({ ...some, "vraag-0": "medication" })).toEqual([
      "tekst",
      "gebied",
      "vraag-0",
      "antwoord-0-medication",
      "vraag-1",
    ]);
    expect(shown({ ...some, "vraag-0": "impact" })).toContain("antwoord-0-impact");
    expect(shown({ ...some, "vraag-0": "amount" })).toEqual([
      "tekst",
      "gebied",
      "vraag-0",
      "antwoord-0-amount",
      "ook-0-amount",
      "vraag-1",
    ]);
    // As many places as there are questions, and no more.
    expect(fields.filter(({ name }) => name.startsWith("vraag-"))).toHaveLength(3);
  });

  test("no question, the same one twice and an amount that is no number are told", () => {
    expect(wrong({ gebied: "alle" })).toEqual([]);
    expect(wrong({ gebied: "sommige" })).toEqual([{ text: "Kies een vraag over het project.", field: "a-vraag-0" }]);
    const twice = { gebied: "sommige", "vraag-0": "medication", "vraag-1": "medication" };
    expect(wrong(twice)).toEqual([{ text: "Deze vraag staat er al. Kies een andere.", field: "a-vraag-1" }]);
    const amount = { gebied: "sommige", "vraag-0": "amount", "antwoord-0-amount": "1.000" };
    expect(wrong(amount)).toMatchObject([{ field: "a-antwoord-0-amount" }]);
    expect(wrong({ ...amount, "antwoord-0-amount": "1000" })).toEqual([]);
    const empty = { tekst: "x", gebied: "sommige", "vraag-0": "impact" };
    expect(lacking("a", fields, empty)).toMatchObject([{ field: "a-antwoord-0-impact" }, { field: "a-ook-0-impact" }]);
  });

  test("it is sent as the API takes it, and for all projects without conditions", () => {
    const typed = {
      gebied: "sommige",
      "vraag-0": "impact",
      "antwoord-0-impact": "klein",
      "ook-0-impact": "AT_MOST",
      "vraag-1": "medication",
      "antwoord-1-medication": "nee",
      // Answered for another question, before this one was chosen.
      "antwoord-1-impact": "groot",
      "ook-1-impact": "AT_LEAST",
      "vraag-2": "amount",
      "antwoord-2-amount": "5000",
      "ook-2-amount": "EXACTLY",
    };
    expect(agreementConditions(facts, typed)).toEqual([
      { fact: "impact", value: "klein", comparison: "AT_MOST" },
      { fact: "medication", value: false, comparison: "EXACTLY" },
      { fact: "amount", value: 5000, comparison: "EXACTLY" },
    ]);
    expect(agreementConditions(facts, { ...typed, gebied: "alle" })).toEqual([]);
  });

  test("where no funnel asks anything, it is about all projects", () => {
    const options = agreementFields([], say).find(({ name }) => name === "gebied");
    expect(options).toMatchObject({ options: [{ value: "alle" }] });
  });

  test("it reads as a question and an answer, and keeps the name of a question that is gone", () => {
    const text = (fact: string, value: string | boolean | number, comparison: Condition["comparison"]) =>
      conditionText({ fact, value, comparison }, facts, say);
    expect(text("impact", "klein", "AT_LEAST")).toBe("Hoe groot is het? — Klein of zwaarder");
    expect(text("impact", "groot", "AT_MOST")).toBe("Hoe groot is het? — Groot of lichter");
    expect(text("medication", false, "EXACTLY")).toBe("Gaat het over medicatie? — Nee");
    expect(text("amount", 5000, "AT_MOST")).toBe("Hoeveel kost het? — 5000 of minder");
    expect(text("oud", 3, "AT_LEAST")).toBe("oud — 3 of meer");
  });
});
