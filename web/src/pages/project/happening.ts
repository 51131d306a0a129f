import { longDate } from "../../texts/dates.ts";
import type { Language } from "../../texts/files.ts";
import type { Say } from "../../texts/language.tsx";
import type { Happening } from "./documents.ts";

const again = new Set(["REVISION_REVIEWED", "CRITERION_JUDGED"]);

/** What happened, as one sentence. */
export function happeningText(event: Happening, say: Say, language: Language): string {
  const kind = event.kind.toLowerCase();
  const id = `event-${kind}${event.confirmed && again.has(event.kind) ? "-confirmed" : ""}`;
  const phase = event.phase?.name ?? (event.outcome === "GO" ? event.gate?.goTo.name : undefined) ?? "";
  const outcome = event.outcome?.toLowerCase();
  return say(id, {
    who: event.person?.name ?? say(kind === "task_overdue" ? "who-system" : "who-erased"),
    phase,
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
    outcome: outcome
      ? say(outcome === "rework" && !phase ? "outcome-rework_here" : `outcome-${outcome}`, { phase })
      : "",
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
