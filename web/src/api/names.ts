import type { Json } from "./graphql.ts";

/** What the things of a project are called, by their key: refusals may name keys, people read names. */
export type Names = ReadonlyMap<string, string>;

interface Named {
  key: string;
  name?: string;
  question?: string;
}

/** Makes the table of names. The kinds of things share it: their keys differ where their names do. */
export function names(...things: readonly (Named | null | undefined)[]): Names {
  return new Map(things.flatMap((thing) => (thing ? [[thing.key, thing.name ?? thing.question ?? thing.key]] : [])));
}

/** The name of a key, or the text itself when it is no key that is known here. */
export function nameOf(value: Json | undefined, known: Names): string {
  if (value === null || value === undefined) return "none";
  if (typeof value === "object") {
    const { name, question, key } = value as { name?: Json; question?: Json; key?: Json };
    return String(name ?? question ?? nameOf(key ?? null, known));
  }
  return known.get(String(value)) ?? String(value);
}
