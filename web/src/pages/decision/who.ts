import type { Say } from "../../texts/language.tsx";
import type { DecisionReadiness, Viewer } from "./documents.ts";

/** Why somebody cannot take this decision, in words: who does. */
export function whoDecides(
  project: { lead: { id: string } },
  { gate }: Pick<DecisionReadiness, "gate">,
  viewer: Viewer,
  say: Say,
): string {
  const party = gate.decidedBy.name;
  const membership = viewer.parties.find((one) => one.party.key === gate.decidedBy.key);
  if (membership && project.lead.id === viewer.person.id) return say("web-decision-own", { party });
  if (membership && !membership.chair) return say("web-decision-chair", { party });
  return say("web-decision-others", { party });
}
