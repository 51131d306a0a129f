import type { Language } from "./files.ts";

/** Deadlines are civil dates of the provider; moments are shown in the same zone, wherever the reader is. */
const ZONE = "Europe/Amsterdam";
const locale = (language: Language) => (language === "nl" ? "nl-NL" : "en-GB");

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale(language), { timeZone: ZONE, ...options });
    formats.set(key, found);
  }
  return found;
}

/** A civil date (`2026-11-27`) is read at noon UTC, so that no zone moves it to another day. */
const moment = (text: string) => new Date(text.length === 10 ? `${text}T12:00:00Z` : text);

/** `vrijdag 27 november`, with the year when it is another than that of `now`. */
export function longDate(text: string, language: Language, now = new Date()): string {
  const at = moment(text);
  const year = (date: Date) => format(language, { year: "numeric" }).format(date);
  return format(language, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(year(at) === year(now) ? {} : { year: "numeric" }),
  }).format(at);
}

/** `27 nov`, with the year when it is another than that of `now`. */
export function shortDate(text: string, language: Language, now = new Date()): string {
  const at = moment(text);
  const sameYear = at.getUTCFullYear() === now.getUTCFullYear();
  return format(language, { day: "numeric", month: "short", ...(sameYear ? {} : { year: "numeric" }) }).format(at);
}

/** `14:05`. */
export function timeOfDay(text: string, language: Language): string {
  return format(language, { hour: "2-digit", minute: "2-digit" }).format(moment(text));
}

const day = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE });

/** The civil day of a moment (`2026-11-27`), for grouping. */
export function dayOf(text: string): string {
  return day.format(moment(text));
}

/** The civil day so many days after today (`2026-11-28`), for the earliest or latest date of a field. */
export function daysAhead(days: number, now = new Date()): string {
  const today = moment(dayOf(now.toISOString()));
  today.setUTCDate(today.getUTCDate() + days);
  return today.toISOString().slice(0, 10);
}

/** `a, b en c`. */
export function listed(words: readonly string[], language: Language): string {
  return new Intl.ListFormat(locale(language), { type: "conjunction" }).format(words);
}

/** `1,2 MB`. */
export function fileSize(bytes: number, language: Language): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  const digits = unit === "megabyte" && value < 10 ? 1 : 0;
  return new Intl.NumberFormat(locale(language), {
    style: "unit",
    unit: unit as string,
    maximumFractionDigits: digits,
  }).format(unit === "kilobyte" ? Math.max(1, value as number) : (value as number));
}

/** A whole number as people write it. */
export function wholeNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(locale(language), { maximumFractionDigits: 0 }).format(value);
}
