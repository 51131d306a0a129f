import type { TypedFields } from "../../parts/asking.ts";
import type { Action } from "../consultation/acts.ts";

type Verdict = "CONSENT_GIVEN" | "CONSENT_WITHHELD" | "NEGATIVE" | "POSITIVE" | "POSITIVE_WITH_POINTS";
type Following = "FOLLOWED" | "NOT_FOLLOWED" | "PARTLY";
type Choice = "EXTEND" | "KEEP" | "RESTART";

/**
 * What was typed in the form of an act, as the one mutation for consultations of the organisation takes it. The forms are
 * those of a project; whatever an act says in words is its `text`.
 */
export function ownInput(action: Action, consultation: number, typed: TypedFields, summary: string | null) {
  const { datum, dag, keuze, mening, minderheid, noot, oordeel, reden, samenvatting, tekst, volgt } = typed;
  const said = (mening ?? tekst ?? reden ?? noot ?? "").trim();
  // A summary that nobody changed is not put before the body as a new one.
  const revised = samenvatting?.trim() && samenvatting !== summary ? samenvatting : null;
  return {
    action,
    consultation,
    text: action === "REVISE_SUMMARY" ? revised : said || null,
    verdict: (oordeel || null) as Verdict | null,
    minority: minderheid?.trim() || null,
    following: (volgt || null) as Following | null,
    until: action === "CHOOSE_TERM" && keuze !== "EXTEND" ? null : datum || null,
    on: dag || null,
    choice: (keuze || null) as Choice | null,
  };
}
