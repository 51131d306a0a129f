import { readFileSync } from "node:fs";
import type { Language } from "../texts/files.ts";
import { bundle, type Say } from "../texts/language.tsx";

/** The real texts, without a screen around them. */
export function sayIn(language: Language): Say {
  const read = (name: string) =>
    readFileSync(new URL(`../../../texts/${language}/${name}.ftl`, import.meta.url), "utf8");
  const texts = bundle(language, read("web"), read("words"), read("rejection"));
  return (id, args) => {
    const message = texts.getMessage(id);
    if (!message?.value) throw new Error(`no text ${id}`);
    const errors: Error[] = [];
    const text = texts.formatPattern(message.value, args ?? null, errors);
    if (errors.length > 0) throw errors[0];
    return text;
  };
}
