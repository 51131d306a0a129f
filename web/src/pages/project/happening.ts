import { longDate } from "../../texts/dates.ts";
import type { Language } from "../../texts/files.ts";
import type { Say } from "../../texts/language.tsx";
import type { Happening } from "./documents.ts";

const again = new Set(["REVISION_REVIEWED", "CRITERION_JUDGED"]);

/** Who did it: time has no person, and of somebody who was erased no name is left. */
const whoDid = ({ person }: Happening, say: Say) => (person ? person.name || say("who-erased") : say("who-system"));

/** An outcome as it was decided: where it leads, when it leads somewhere. */
function outcomeText(event: Happening, say: Say): string {
  const { gate, outcome, phase } = event;
  if (!outcome) return "";
  if (outcome === "REWORK") return phase ? say("outcome-rework", { phase: phase.name }) : say("outcome-rework_here");
  if (outcome !== "GO" && outcome !== "CONDITIONAL_GO") return say(`outcome-${outcome.toLowerCase()}`);
  const id = `outcome-${outcome.toLowerCase()}`;
  return gate?.goTo ? say(id, { phase: gate.goTo.name }) : say(`${id}_retire`);
}

/** What happened, as one sentence. The names of events are those of the log; each has its text. */
export function happeningText(event: Happening, say: Say, language: Language): string {
  const id = `event-${event.name}${event.confirmed && again.has(event.kind) ? "-confirmed" : ""}`;
  return say(id, {
    who: whoDid(event, say),
    phase: event.phase?.name ?? "",
    parties: event.party?.name ?? "none",
    round: event.round ?? 0,
    gate: event.gate?.name ?? "",
    date: event.due ? longDate(event.due, language) : "",
    count: event.facts.length,
    party: event.party?.name ?? "",
    fact: event.facts[0]?.question ?? "",
    revision: event.revision ?? 0,
    artefact: event.artefact?.name ?? "",
    criterion: event.criterion?.question ?? "",
    verdict: event.verdict?.toLowerCase() ?? "",
    answer: event.answer ? say(`answer-${event.answer.toLowerCase()}`).toLowerCase() : "",
    outcome: outcomeText(event, say),
    task: overdueTask(event, say),
  });
}

/** The overdue task, from what the event is about. */
function overdueTask(event: Happening, say: Say): string {
  if (event.criterion) return say("task-judge", { criterion: event.criterion.question });
  if (event.artefact) return say(event.party ? "task-review" : "task-submit", { artefact: event.artefact.name });
  if (event.gate) return say("task-decide", { gate: event.gate.name });
  return say("web-some-task");
}
