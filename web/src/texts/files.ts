/** The texts of the screens, per language. The letters (`mail.ftl`) are the server's and stay out. */
export type Language = "nl" | "en";

const first = {
  nl: () => import("./nl.ts"),
  en: () => import("./en.ts"),
};
const refusals = {
  nl: () => import("../../../texts/nl/rejection.ftl?raw"),
  en: () => import("../../../texts/en/rejection.ftl?raw"),
};

/** Loads what the screens say in one language; the other one is not fetched. */
export async function load(language: Language): Promise<string> {
  return (await first[language]()).default;
}

/** Loads what is said when something is refused or fails: fetched right after the first screen, before it is needed. */
export async function loadRefusals(language: Language): Promise<string> {
  return (await refusals[language]()).default;
}
