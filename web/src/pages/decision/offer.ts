import type { Say } from "../../texts/language.tsx";
import type { DecisionProject, Offer } from "./documents.ts";

/** The value of a choice: the outcome, and for rework the phase it leads to. */
export const offerValue = (offer: Offer) =>
  offer.outcome === "REWORK" ? `REWORK:${offer.leadsTo?.key ?? ""}` : offer.outcome;

/** An offer in words: `Nee, stoppen`, `Terug: eerst Idee`, `Ja, doorgaan naar Verkenning`. */
export function offerText(offer: Offer, project: Pick<DecisionProject, "phase">, say: Say): string {
  const phase = offer.leadsTo?.name ?? "";
  if (offer.outcome === "REWORK" && (!offer.leadsTo || offer.leadsTo.key === project.phase.key))
    return say("outcome-rework_here");
  return say(`outcome-${offer.outcome.toLowerCase()}`, { phase });
}
