import type { Json } from "../../api/graphql.ts";
import type { Field, TypedFields } from "../../parts/asking.ts";
import type { Point } from "../../parts/summary.tsx";
import type { Say } from "../../texts/language.tsx";
import type { Agreement, FactQuestion } from "./documents.ts";

/** Questions that one agreement can name. */
const PLACES = 8;
/** The highest amount that can be typed. */
const MOST = 999_999_999;

/** A condition of an agreement, as the API has it. */
export type Condition = NonNullable<Agreement["conditions"]>[number];

/** The questions that the funnels in use ask, each once: the newest version that asks one says how. */
export function questionsOf(funnels: readonly { facts: readonly FactQuestion[] }[]): FactQuestion[] {
  const known = new Map<string, FactQuestion>();
  for (const { facts } of funnels) {
    for (const fact of facts) if (!known.has(fact.key)) known.set(fact.key, fact);
  }
  return [...known.values()];
}

const question = (place: number) => `vraag-${place}`;
const yes = (place: number) => `ja-${place}`;
const amount = (place: number) => `aantal-${place}`;
const level = (place: number, key: string) => `niveau-${place}-${key}`;
const heavier = (place: number) => `zwaarder-${place}`;
const some = ({ gebied }: TypedFields) => gebied === "sommige";

/** What is agreed: in writing, and about which projects. A place for a question stands there when the one before is filled. */
export function agreementFields(facts: readonly FactQuestion[], say: Say): Field[] {
  const at = (typed: TypedFields, place: number) =>
    some(typed) ? facts.find(({ key }) => key === typed[question(place)]) : undefined;
  const place = (number: number): Field[] => [
    {
      name: question(number),
      kind: "pick",
      label: say("web-agreement-fact", { number: number + 1 }),
      options: facts.map(({ key, question }) => ({ value: key, label: question })),
      unsaid: true,
      when: (typed) => some(typed) && (number === 0 || Boolean(typed[question(number)] || typed[question(number - 1)])),
    },
    {
      name: yes(number),
      kind: "choice",
      label: say("web-agreement-answer", { number: number + 1 }),
      missing: say("web-agreement-answer-missing"),
      options: [
        { value: "ja", label: say("web-yes") },
        { value: "nee", label: say("web-no") },
      ],
      unsaid: true,
      when: (typed) => at(typed, number)?.kind === "BOOLEAN",
    },
    {
      name: amount(number),
      kind: "number",
      label: say("web-agreement-answer", { number: number + 1 }),
      missing: say("web-agreement-answer-missing"),
      unsaid: true,
      when: (typed) => at(typed, number)?.kind === "AMOUNT",
    },
    ...facts
      .filter(({ kind }) => kind === "LEVELS")
      .map(
        ({ key, levels }): Field => ({
          name: level(number, key),
          kind: "pick",
          label: say("web-agreement-answer", { number: number + 1 }),
          missing: say("web-agreement-answer-missing"),
          options: levels.map(({ key, name }) => ({ value: key, label: name })),
          unsaid: true,
          when: (typed) => at(typed, number)?.key === key,
        }),
      ),
    // One answer in the words of its question: the two are never asked together.
    ...(["LEVELS", "AMOUNT"] as const).map(
      (kind): Field => ({
        name: heavier(number),
        kind: "tick",
        label: say(`web-agreement-heavier-${kind.toLowerCase()}`),
        unsaid: true,
        when: (typed) => at(typed, number)?.kind === kind,
      }),
    ),
  ];
  return [
    {
      name: "tekst",
      kind: "area",
      label: say("web-agreement-text"),
      hint: say("web-agreement-text-hint"),
      missing: say("web-agreement-text-missing"),
    },
    {
      name: "gebied",
      kind: "choice",
      label: say("web-agreement-which"),
      missing: say("web-agreement-which-missing"),
      unsaid: true,
      options: [
        { value: "alle", label: say("web-agreement-which-all") },
        { value: "sommige", label: say("web-agreement-which-some"), hint: say("web-agreement-which-some-hint") },
      ],
    },
    ...Array.from({ length: Math.min(PLACES, facts.length) }, (_, number) => place(number)).flat(),
  ];
}

/** The places that name a question, with it. */
function named(facts: readonly FactQuestion[], typed: TypedFields) {
  if (!some(typed)) return [];
  return Array.from({ length: PLACES }, (_, place) => place).flatMap((place) => {
    const fact = facts.find(({ key }) => key === typed[question(place)]);
    return fact ? [{ fact, place }] : [];
  });
}

const whole = (text: string | undefined) => {
  const number = /^\d{1,9}$/.test(text?.trim() ?? "") ? Number(text) : undefined;
  return number !== undefined && number <= MOST ? number : undefined;
};

/** What is wrong beside empty answers: no question at all, the same one twice, or an amount that is no number. */
export function agreementPoints(id: string, facts: readonly FactQuestion[], typed: TypedFields, say: Say): Point[] {
  if (!some(typed)) return [];
  const places = named(facts, typed);
  if (places.length === 0) return [{ text: say("web-agreement-fact-missing"), field: `${id}-${question(0)}` }];
  return places.flatMap(({ fact, place }, index) => {
    const points: Point[] = [];
    if (places.slice(0, index).some((one) => one.fact.key === fact.key))
      points.push({ text: say("web-agreement-fact-twice"), field: `${id}-${question(place)}` });
    const number = typed[amount(place)];
    if (fact.kind === "AMOUNT" && number?.trim() && whole(number) === undefined)
      points.push({ text: say("web-number-wrong", { least: 0, most: MOST }), field: `${id}-${amount(place)}` });
    return points;
  });
}

/** About which projects it is, as the API takes it; without any, about all. */
export function agreementConditions(facts: readonly FactQuestion[], typed: TypedFields): Condition[] {
  return named(facts, typed).map(({ fact, place }) => {
    const value: Json = {
      BOOLEAN: () => typed[yes(place)] === "ja",
      AMOUNT: () => whole(typed[amount(place)]) ?? 0,
      LEVELS: () => typed[level(place, fact.key)] ?? "",
    }[fact.kind]();
    return { fact: fact.key, value, atLeast: fact.kind !== "BOOLEAN" && typed[heavier(place)] === "yes" };
  });
}

/** A condition in words: the question and the answer. A question that no funnel asks any more keeps its name. */
export function conditionText({ atLeast, fact, value }: Condition, facts: readonly FactQuestion[], say: Say): string {
  const known = facts.find(({ key }) => key === fact);
  const answer =
    typeof value === "boolean"
      ? say(value ? "web-yes" : "web-no")
      : (known?.levels.find(({ key }) => key === value)?.name ?? String(value));
  const words = atLeast
    ? say(`web-agreement-or-${typeof value === "number" ? "more" : "heavier"}`, { answer })
    : answer;
  return `${known?.question ?? fact} — ${words}`;
}
