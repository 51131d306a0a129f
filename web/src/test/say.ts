import { readdirSync, readFileSync } from "node:fs";
import type { Language } from "../texts/files.ts";
import { bundle, type Say } from "../texts/language.tsx";

/** The real texts, without a screen around them. */
export function sayIn(language: Language): Say {
  const folder = new URL(`../../../texts/${language}/`, import.meta.url);
  const names = readdirSync(folder).filter((name) => /^(web.*|words|rejection)\.ftl$/.test(name));
  const texts = bundle(language, ...names.map((name) => readFileSync(new URL(name, folder), "utf8")));
  return (id, args) => {
    const message = texts.getMessage(id);
    if (!message?.value) throw new Error(`no text ${id}`);
    const errors: Error[] = [];
    const text = texts.formatPattern(message.value, args ?? null, errors);
    if (errors.length > 0) throw errors[0];
    return text;
  };
}
