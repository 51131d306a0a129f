import { describe, expect, test } from "vitest";
import { differing, filled, same } from "./answers.ts";
import { risksOf, weight } from "./risk.ts";
import { fieldsOf, inputId, titleOfPath } from "./schema.ts";

const form = {
  type: "object",
  required: ["need"],
  "x-order": ["risks", "need", "kind"],
  properties: {
    need: { type: "string", title: "Behoefte", "x-en": { title: "Need" }, "x-widget": "textarea" },
    kind: { oneOf: [{ const: "app", title: "Een app", "x-en": { title: "An app" } }] },
    risks: {
      type: "array",
      title: "Risico's",
      "x-widget": "risk-table",
      items: { $ref: "#/$defs/risk" },
    },
  },
  $defs: {
    risk: {
      type: "object",
      properties: {
        risk: { type: "string", title: "Risico" },
        likelihood: { type: "integer", minimum: 1, maximum: 5 },
        impact: { type: "integer", minimum: 1, maximum: 5 },
      },
    },
  },
};

describe("a form read from its schema", () => {
  test("keeps its order, its languages and what is required", () => {
    const dutch = fieldsOf(form, "nl");
    expect(dutch.map((field) => field.name)).toEqual(["risks", "need", "kind"]);
    expect(dutch[1]).toMatchObject({ title: "Behoefte", widget: "textarea", required: true });
    expect(fieldsOf(form, "en")[1]?.title).toBe("Need");
    expect(fieldsOf(form, "en")[2]?.options).toEqual([{ value: "app", label: "An app" }]);
  });
  test("follows references to the columns of a table", () => {
    const columns = fieldsOf(form, "nl")[0]?.columns ?? [];
    expect(columns.map((column) => column.name)).toEqual(["risk", "likelihood", "impact"]);
    expect(columns[1]?.scale).toEqual([1, 2, 3, 4, 5]);
  });
  test("no form is no fields", () => expect(fieldsOf(null, "nl")).toEqual([]));
  test("names a path as criteria do", () => {
    expect(titleOfPath(fieldsOf(form, "nl"), "risks.risk")).toBe("Risico's: Risico");
    expect(titleOfPath(fieldsOf(form, "nl"), "gone")).toBe("gone");
  });
  test("an input is found from the pointer that the server names", () => {
    expect(inputId("/risks/0/likelihood")).toBe("veld-risks-0-likelihood");
  });
});

describe("answers", () => {
  test("empty ones are left out, so that the form says what is missing", () => {
    expect(filled({ need: " ", risks: [{ risk: "" }, { risk: "val" }], done: false })).toEqual({
      risks: [{ risk: "val" }],
      done: false,
    });
  });
  test("are the same whatever the order of their names", () => {
    expect(same({ a: 1, b: "" }, { a: 1 })).toBe(true);
    expect(same([{ a: 1, b: 2 }], [{ b: 2, a: 1 }])).toBe(true);
    expect(same({ a: 1 }, { a: 2 })).toBe(false);
  });
  test("differ field by field", () => {
    const fields = fieldsOf(form, "nl");
    expect(differing(fields, { need: "a" }, { need: "b" }).map((field) => field.name)).toEqual(["need"]);
  });
});

describe("risks", () => {
  test("are placed when chance and effect are known", () => {
    const columns = fieldsOf(form, "nl")[0]?.columns ?? [];
    const rows = [
      { risk: "val", likelihood: 3, impact: 4 },
      { risk: "half", likelihood: 3 },
      { risk: "vals", likelihood: 9, impact: 1 },
    ];
    expect(risksOf(rows, columns)).toEqual([{ number: 1, title: "val", likelihood: 3, impact: 4 }]);
  });
  test("weigh more towards the top right", () => {
    expect([weight(1, 5), weight(2, 3), weight(3, 5)]).toEqual(["low", "middle", "high"]);
  });
});
