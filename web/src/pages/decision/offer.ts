import type { Say } from "../../texts/language.tsx";
import type { DecisionProject, Offer } from "./documents.ts";

/** The value of a choice: the outcome, and for rework the phase it leads to. */
export const offerValue = (offer: Offer) =>
  offer.outcome === "REWORK" ? `REWORK:${offer.leadsTo?.key ?? ""}` : offer.outcome;

/** An offer in words: `Nee, stoppen`, `Terug: eerst Idee`, `Ja, doorgaan naar Verkenning`, `Ja, uit gebruik nemen`. */
export function offerText(
  offer: Pick<Offer, "leadsTo" | "outcome">,
  project: Pick<DecisionProject, "phase">,
  say: Say,
): string {
  const { leadsTo, outcome } = offer;
  const id = `outcome-${outcome.toLowerCase()}`;
  switch (outcome) {
    case "REWORK":
      if (!leadsTo || leadsTo.key === project.phase.key) return say("outcome-rework_here");
      return say(id, { phase: leadsTo.name });
    case "STOP":
      return leadsTo ? say("outcome-stop_to", { phase: leadsTo.name }) : say(id);
    case "HOLD":
      return say(id);
    default:
      return leadsTo ? say(id, { phase: leadsTo.name }) : say(`${id}_retire`);
  }
}
