/** The texts of the screens, per language. The letters (`mail.ftl`) are the server's and stay out. */
export type Language = "nl" | "en";

const first = {
  nl: () => import("./nl.ts"),
  en: () => import("./en.ts"),
};
const later = {
  nl: () => import("./nl-later.ts"),
  en: () => import("./en-later.ts"),
};

/** Loads what the screens say in one language; the other one is not fetched. */
export async function load(language: Language): Promise<string> {
  return (await first[language]()).default;
}

/** Loads what is said later on: refusals and what happened. Fetched right after the first texts, before it is needed. */
export async function loadLater(language: Language): Promise<string> {
  return (await later[language]()).default;
}
