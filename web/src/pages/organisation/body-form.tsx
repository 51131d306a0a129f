import { ActForm } from "../../parts/act-form.tsx";
import type { Field, TypedFields } from "../../parts/asking.ts";
import type { Point } from "../../parts/summary.tsx";
import { type Say, useSay } from "../../texts/language.tsx";
import { type Body, setBody } from "./documents.ts";
import { count, type Part, partyOptions } from "./shared.tsx";

/** The most days of a term that the engine takes. */
const MOST_DAYS = 260;
/** Meetings and holidays that can be filled in at once; what is there already always has its place. */
const PLACES = 24;

const meeting = (index: number) => `vergadering-${index}`;
const from = (index: number) => `vrij-van-${index}`;
const until = (index: number) => `vrij-tot-${index}`;

/** A place stands there when it is filled, and one empty place after the last. */
const next = (name: (index: number) => string, index: number) => (typed: TypedFields) =>
  index === 0 || Boolean(typed[name(index)] || typed[name(index - 1)]);

const places = (there: number) => Array.from({ length: Math.max(PLACES, there + 1) }, (_, index) => index);

/** The questions about the rules of a body: its time, its coach, when it meets and when it is away (law 8). */
export function bodyFields(rules: Body | undefined, parties: Field["options"], say: Say): Field[] {
  const { coachedBy, meetings = [], recess = [], termDays = 0, waitingDays = 0 } = rules ?? {};
  const days = (name: string, label: string, hint: string, value: number): Field => ({
    name,
    kind: "number",
    label,
    hint,
    start: String(value),
    missing: say("web-number-missing"),
  });
  return [
    days("werkdagen", say("web-body-term-question"), say("web-body-term-hint"), termDays),
    days("wachtdagen", say("web-body-wait-question"), say("web-body-wait-hint"), waitingDays),
    {
      name: "ondersteuner",
      kind: "pick",
      label: say("web-body-coach-question"),
      hint: say("web-body-coach-hint"),
      start: coachedBy?.key ?? "",
      ...(parties && { options: parties }),
    },
    ...places(meetings.length).map(
      (index): Field => ({
        name: meeting(index),
        kind: "date",
        label: say("web-body-meeting", { number: index + 1 }),
        ...(index === 0 && { hint: say("web-body-meeting-hint") }),
        start: meetings[index] ?? "",
        when: next(meeting, index),
      }),
    ),
    ...places(recess.length).flatMap((index): Field[] => [
      {
        name: from(index),
        kind: "date",
        label: say("web-body-away-from", { number: index + 1 }),
        start: recess[index]?.first ?? "",
        when: next(from, index),
      },
      {
        name: until(index),
        kind: "date",
        label: say("web-body-away-until", { number: index + 1 }),
        start: recess[index]?.last ?? "",
        when: (typed) => Boolean(typed[from(index)] || typed[until(index)]),
      },
    ]),
  ];
}

/** The periods that were typed, whole or half. */
function periods(typed: TypedFields) {
  const numbers = Object.keys(typed).flatMap((name) => /^vrij-van-(\d+)$/.exec(name)?.[1] ?? []);
  return numbers.map((number) => {
    const index = Number(number);
    return { index, first: typed[from(index)] ?? "", last: typed[until(index)] ?? "" };
  });
}

/** What is wrong beside empty questions: figures, and periods without an end or with an end before the start. */
export function bodyPoints(id: string, typed: TypedFields, say: Say): Point[] {
  const points: Point[] = [];
  for (const name of ["werkdagen", "wachtdagen"]) {
    if (typed[name]?.trim() && count(typed[name], 0, MOST_DAYS) === undefined)
      points.push({ text: say("web-number-wrong", { least: 0, most: MOST_DAYS }), field: `${id}-${name}` });
  }
  for (const { first, index, last } of periods(typed)) {
    if (!first && !last) continue;
    if (!first) points.push({ text: say("web-body-away-half"), field: `${id}-${from(index)}` });
    else if (!last) points.push({ text: say("web-body-away-half"), field: `${id}-${until(index)}` });
    else if (last < first) points.push({ text: say("web-body-away-order"), field: `${id}-${until(index)}` });
  }
  return points;
}

/** The rules as the API takes them. */
export function bodyInput(typed: TypedFields) {
  const meetings = Object.entries(typed).flatMap(([name, day]) =>
    name.startsWith("vergadering-") && day ? [day] : [],
  );
  const recess = periods(typed).filter(({ first, last }) => first && last);
  return {
    termDays: count(typed.werkdagen, 0, MOST_DAYS) ?? 0,
    waitingDays: count(typed.wachtdagen, 0, MOST_DAYS) ?? 0,
    coachedBy: typed.ondersteuner || null,
    meetings: [...new Set(meetings)].sort(),
    recess: recess
      .map(({ first, last }) => ({ first, last }))
      .sort((left, right) => left.first.localeCompare(right.first)),
  };
}

/** Writes down the rules of a body, such as those of the medezeggenschapsregeling. */
export default function BodyForm({ organisation, rules, done }: Part & { rules?: Body }) {
  const say = useSay();
  const id = `regels-${rules?.body.key ?? "nieuw"}`;
  const parties = partyOptions(organisation);
  const known = new Set(organisation.bodies.map(({ body }) => body.key));
  const which: Field = {
    name: "raad",
    kind: "pick",
    label: say("web-body-which"),
    missing: say("web-body-which-missing"),
    options: parties.filter(({ value }) => !known.has(value)),
  };
  const fields = bodyFields(rules, parties, say);
  return (
    <ActForm
      key={JSON.stringify(rules)}
      id={id}
      kept={`body-${rules?.body.key ?? ""}`}
      document={setBody}
      fields={rules ? fields : [which, ...fields]}
      also={(typed) => bodyPoints(id, typed, say)}
      input={(typed) => ({ body: rules?.body.key ?? typed.raad ?? "", ...bodyInput(typed) })}
      button={say("web-body-send")}
      second
      onDone={() => done(say("web-body-done"))}
    />
  );
}
