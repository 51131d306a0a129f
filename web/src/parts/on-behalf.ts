import { daysAhead } from "../texts/dates.ts";
import type { Say } from "../texts/language.tsx";
import { type Field, filesOf, many, type TypedFields } from "./asking.ts";
import type { Point } from "./summary.tsx";

/** Somebody who may have answered elsewhere. */
export interface Present {
  id: string;
  name: string;
}

const asks = (name: string) => `namens-${name}`;

/**
 * *Vastgelegd namens* (law 14): what was answered in a meeting, on paper or by phone is entered for the person who gave it,
 * with the day, who was there, the votes and a report. The questions go before those of the act itself.
 */
export function onBehalfFields(project: string, people: readonly Present[], say: Say): Field[] {
  const options = people.map(({ id, name }) => ({ value: id, label: name }));
  const voted = (typed: TypedFields) => typed[asks("stemming")] === "ja";
  const count = (name: string, label: string): Field => ({
    name: asks(name),
    kind: "number",
    label,
    start: "0",
    when: voted,
  });
  return [
    {
      name: asks("wie"),
      kind: "pick",
      label: say("web-behalf-who"),
      hint: say("web-behalf-who-hint"),
      missing: say("web-behalf-who-missing"),
      options,
    },
    {
      name: asks("dag"),
      kind: "date",
      label: say("web-behalf-day"),
      missing: say("web-behalf-day-missing"),
      max: daysAhead(0),
    },
    { name: asks("aanwezig"), kind: "many", label: say("web-behalf-present"), options },
    {
      name: asks("stemming"),
      kind: "choice",
      label: say("web-behalf-voted"),
      missing: say("web-behalf-voted-missing"),
      options: [
        { value: "ja", label: say("web-yes") },
        { value: "nee", label: say("web-no") },
      ],
    },
    count("voor", say("web-behalf-for")),
    count("tegen", say("web-behalf-against")),
    count("onthouden", say("web-behalf-abstained")),
    {
      name: asks("verslag"),
      kind: "area",
      label: say("web-behalf-minutes"),
      hint: say("web-behalf-minutes-hint"),
      missing: say("web-behalf-minutes-missing"),
      // What shows it is one thing: a text, or a file.
      when: (typed) => filesOf(typed[asks("bestand")]).length === 0,
    },
    {
      name: asks("bestand"),
      kind: "files",
      label: say("web-behalf-file"),
      hint: say("web-behalf-file-hint"),
      place: { record: project },
    },
  ];
}

const votes = (typed: TypedFields, name: string) => {
  const value = typed[asks(name)]?.trim() ?? "";
  return /^\d{1,4}$/.test(value) ? Number(value) : undefined;
};

/** What is wrong in the votes: no number, or more votes than people. */
export function behalfPoints(id: string, typed: TypedFields, say: Say): Point[] {
  if (typed[asks("stemming")] !== "ja") return [];
  const points: Point[] = [];
  for (const name of ["voor", "tegen", "onthouden"]) {
    if (votes(typed, name) === undefined) points.push({ text: say("web-behalf-number"), field: `${id}-${asks(name)}` });
  }
  const sum = ["voor", "tegen", "onthouden"].reduce((total, name) => total + (votes(typed, name) ?? 0), 0);
  if (points.length === 0 && sum > many(typed[asks("aanwezig")]).length)
    points.push({ text: say("rejection-more_votes_than_present"), field: `${id}-${asks("voor")}` });
  return points;
}

/** The answer's frame as the API takes it. */
export function behalfInput(typed: TypedFields) {
  const voted = typed[asks("stemming")] === "ja";
  const [file] = filesOf(typed[asks("bestand")]);
  return {
    personId: typed[asks("wie")] ?? "",
    heldOn: typed[asks("dag")] ?? "",
    presentIds: many(typed[asks("aanwezig")]),
    votes: voted
      ? {
          inFavour: votes(typed, "voor") ?? 0,
          against: votes(typed, "tegen") ?? 0,
          abstained: votes(typed, "onthouden") ?? 0,
        }
      : null,
    minutes: file ? null : (typed[asks("verslag")] ?? ""),
    minutesFileId: file ? file.id : null,
  };
}

/** What will be recorded of it, for the last look before it is. */
export function behalfSaid(
  people: readonly Present[],
  typed: TypedFields,
  say: Say,
  date: (day: string) => string,
): [string, string][] {
  const { heldOn, minutes, personId, presentIds, votes: counted } = behalfInput(typed);
  const name = (id: string) => people.find((person) => person.id === id)?.name ?? "";
  const rows: [string, string][] = [
    [say("web-behalf-who"), name(personId)],
    [say("web-behalf-day"), heldOn && date(heldOn)],
    [say("web-behalf-present"), presentIds.map(name).join(", ") || "–"],
  ];
  if (counted) {
    const { abstained, against, inFavour } = counted;
    rows.push([say("web-behalf-voted"), say("web-behalf-votes", { abstained, against, inFavour })]);
  }
  const [file] = filesOf(typed[asks("bestand")]);
  return [...rows, [say("web-behalf-minutes"), file?.name ?? minutes ?? ""]];
}
