import { longDate } from "../../texts/dates.ts";
import type { Language } from "../../texts/files.ts";
import type { Say } from "../../texts/language.tsx";
import type { Standing } from "./documents.ts";

/** The mark of a status word: icon and colour. */
export function markOf({ endedAs, extensionAsked, lacks, response, step, waitsUntil }: Standing): string {
  if (lacks.includes("STALE")) return "stale";
  switch (step) {
    case "REQUESTED":
    case "ADVISED":
      return "to_do";
    case "WITHHELD":
    case "UNANSWERED":
      return "adjust";
    case "ASKED":
      return extensionAsked ? "to_do" : "waiting";
    default:
      return waitsUntil && response && endedAs === "ANSWERED" ? "waiting" : "done";
  }
}

/** The words beside the mark. */
export function wordOf(standing: Standing, say: Say): string {
  const { advice, endedAs, extensionAsked, lacks, step, waitsUntil } = standing;
  if (step === "ASKED" && extensionAsked) return say("web-consult-step-extension");
  if (lacks.includes("STALE")) return say("state-stale");
  if (step !== "SETTLED") return say(`web-consult-step-${step.toLowerCase()}`);
  if (waitsUntil) return say("web-consult-step-wait");
  if (endedAs === "ANSWERED" && advice) return say(`web-verdict-${advice.verdict.toLowerCase()}`);
  return say(`web-consult-end-${(endedAs ?? "answered").toLowerCase()}`);
}

/** What it is called: `Advies van Cliëntenraad`. */
export const consultationName = (
  { body, origin, right }: Pick<Standing, "body" | "right"> & { origin?: Standing["origin"] },
  say: Say,
) => say(origin === "BODY" ? "web-consult-name-own" : `web-consult-name-${right.toLowerCase()}`, { body: body.name });

/** Where it stands and what comes next, in a sentence or two. */
export function standingText(standing: Standing, say: Say, language: Language): string {
  const { advice, body, conferredOn, dueBefore, endedAs, extensionAsked, lacks, response, right, step } = standing;
  const { term, waitsUntil } = standing;
  const date = (text: string) => longDate(text, language);
  const words = { body: body.name };
  const said = advice ? say(`web-verdict-${advice.verdict.toLowerCase()}`).toLowerCase() : "";
  const sentences: string[] = [];
  if (lacks.includes("STALE")) sentences.push(say("web-consult-now-stale", words));
  switch (step) {
    case "ASKED":
      if (term) {
        const id = term.passed ? "passed" : "asked";
        sentences.push(say(`web-consult-now-${id}`, { ...words, date: date(term.due) }));
      }
      if (dueBefore) sentences.push(say("web-consult-now-choose", { ...words, date: date(dueBefore) }));
      if (extensionAsked) sentences.push(say("web-consult-now-extension", { ...words, date: date(extensionAsked) }));
      break;
    case "ADVISED":
      sentences.push(say("web-consult-now-advised", { ...words, verdict: said }));
      if (conferredOn) sentences.push(say("web-consult-now-conferred", { date: date(conferredOn) }));
      else if (lacks.includes("OVERLEG_MISSING")) sentences.push(say("web-consult-now-overleg", words));
      break;
    case "SETTLED":
      sentences.push(say(`web-consult-now-${(endedAs ?? "answered").toLowerCase()}`, { ...words, verdict: said }));
      if (response) sentences.push(say(`web-following-${response.following.toLowerCase()}-done`));
      if (waitsUntil) sentences.push(say("web-consult-now-wait", { ...words, date: date(waitsUntil) }));
      break;
    default:
      sentences.push(say(`web-consult-now-${step.toLowerCase()}`, { ...words, right: right.toLowerCase() }));
  }
  return sentences.join(" ");
}
