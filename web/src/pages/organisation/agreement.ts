import type { Json } from "../../api/graphql.ts";
import type { Field, TypedFields } from "../../parts/asking.ts";
import type { Point } from "../../parts/summary.tsx";
import type { Say } from "../../texts/language.tsx";
import type { Agreement, FactQuestion } from "./documents.ts";
import { count } from "./shared.tsx";

/** Questions that one agreement can name. */
const PLACES = 8;
/** The highest amount that can be typed. */
const MOST = 999_999_999;

/** A condition of an agreement, as the API has it. */
export type Condition = NonNullable<Agreement["conditions"]>[number];

/** The questions that the funnels in use ask, each once: where two ask the same, the first says how. */
export function questionsOf(funnels: readonly { facts: readonly FactQuestion[] }[]): FactQuestion[] {
  const known = new Map<string, FactQuestion>();
  for (const { facts } of funnels) {
    for (const fact of facts) if (!known.has(fact.key)) known.set(fact.key, fact);
  }
  return [...known.values()];
}

// An answer belongs to its question: whoever chooses another one answers anew.
const question = (place: number) => `vraag-${place}`;
const answer = (place: number, { key }: FactQuestion) => `antwoord-${place}-${key}`;
const comparison = (place: number, { key }: FactQuestion) => `ook-${place}-${key}`;
const some = ({ gebied }: TypedFields) => gebied === "sommige";

/** The answer on a question, in the way that it is answered. */
function answerField(fact: FactQuestion, name: string, number: number, say: Say): Field {
  const about = {
    name,
    label: say("web-agreement-answer", { number }),
    missing: say("web-agreement-answer-missing"),
    unsaid: true as const,
  };
  if (fact.kind === "AMOUNT") return { ...about, kind: "number" };
  const [yes, no] = [say("web-yes"), say("web-no")];
  if (fact.kind === "BOOLEAN") {
    const options = [
      { value: "ja", label: yes },
      { value: "nee", label: no },
    ];
    return { ...about, kind: "choice", options };
  }
  return { ...about, kind: "pick", options: fact.levels.map(({ key, name }) => ({ value: key, label: name })) };
}

/** What is agreed: in writing, and about which projects. A place for a question stands there when the one before is filled. */
export function agreementFields(facts: readonly FactQuestion[], say: Say): Field[] {
  const place = (number: number): Field[] => [
    {
      name: question(number),
      kind: "pick",
      label: say("web-agreement-fact", { number: number + 1 }),
      ...(number > 0 && { hint: say("web-agreement-fact-more") }),
      options: facts.map(({ key, question }) => ({ value: key, label: question })),
      unsaid: true,
      when: (typed) => some(typed) && (number === 0 || Boolean(typed[question(number)] || typed[question(number - 1)])),
    },
    ...facts.flatMap((fact): Field[] => {
      const when = (typed: TypedFields) => some(typed) && typed[question(number)] === fact.key;
      const given = { ...answerField(fact, answer(number, fact), number + 1, say), when };
      if (fact.kind === "BOOLEAN") return [given];
      const kind = fact.kind.toLowerCase();
      const options = (["EXACTLY", "AT_LEAST", "AT_MOST"] as const).map((value) => ({
        value,
        label: say(
          `web-agreement-also-${value === "EXACTLY" ? "none" : `${kind}-${value === "AT_LEAST" ? "up" : "down"}`}`,
        ),
      }));
      return [
        given,
        {
          name: comparison(number, fact),
          kind: "choice",
          label: say("web-agreement-also", { number: number + 1 }),
          missing: say("web-agreement-also-missing"),
          options,
          unsaid: true,
          when,
        },
      ];
    }),
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
        // Where no funnel asks anything, there is nothing to tell projects apart by.
        ...(facts.length > 0
          ? [{ value: "sommige", label: say("web-agreement-which-some"), hint: say("web-agreement-which-some-hint") }]
          : []),
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

/** What is wrong beside empty answers: no question at all, the same one twice, or an amount that is no number. */
export function agreementPoints(id: string, facts: readonly FactQuestion[], typed: TypedFields, say: Say): Point[] {
  if (!some(typed)) return [];
  const places = named(facts, typed);
  if (places.length === 0) return [{ text: say("web-agreement-fact-missing"), field: `${id}-${question(0)}` }];
  return places.flatMap(({ fact, place }, index) => {
    const points: Point[] = [];
    if (places.slice(0, index).some((one) => one.fact.key === fact.key))
      points.push({ text: say("web-agreement-fact-twice"), field: `${id}-${question(place)}` });
    const number = typed[answer(place, fact)];
    if (fact.kind === "AMOUNT" && number?.trim() && count(number, 0, MOST) === undefined)
      points.push({ text: say("web-number-wrong", { least: 0, most: MOST }), field: `${id}-${answer(place, fact)}` });
    return points;
  });
}

/** About which projects it is, as the API takes it; without any, about all. */
export function agreementConditions(facts: readonly FactQuestion[], typed: TypedFields): Condition[] {
  return named(facts, typed).map(({ fact, place }) => {
    const said = typed[answer(place, fact)];
    const value: Json = {
      BOOLEAN: () => said === "ja",
      AMOUNT: () => count(said, 0, MOST) ?? 0,
      LEVELS: () => said ?? "",
    }[fact.kind]();
    const also = typed[comparison(place, fact)];
    return { fact: fact.key, value, comparison: also === "AT_LEAST" || also === "AT_MOST" ? also : "EXACTLY" };
  });
}

/** A condition in words: the question and the answer. A question that no funnel asks any more keeps its name. */
export function conditionText(
  { comparison, fact, value }: Condition,
  facts: readonly FactQuestion[],
  say: Say,
): string {
  const known = facts.find(({ key }) => key === fact);
  const answer =
    typeof value === "boolean"
      ? say(value ? "web-yes" : "web-no")
      : (known?.levels.find(({ key }) => key === value)?.name ?? String(value));
  const kind = typeof value === "number" ? "amount" : "levels";
  const words = { EXACTLY: "", AT_LEAST: `${kind}-up`, AT_MOST: `${kind}-down` }[comparison];
  return `${known?.question ?? fact} — ${words ? say(`web-agreement-or-${words}`, { answer }) : answer}`;
}
