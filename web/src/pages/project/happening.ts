import { longDate } from "../../texts/dates.ts";
import type { Language } from "../../texts/files.ts";
import type { Say } from "../../texts/language.tsx";
import { taskName } from "../tasks/task.ts";
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
  const text = say(id, {
    who: whoDid(event, say),
    phase: event.phase?.name ?? "",
    parties: event.party?.name ?? "none",
    round: event.round ?? 0,
    gate: event.gate?.name ?? "",
    date: event.due ? longDate(event.due, language) : "",
    count: event.facts.length,
    party: event.party?.name ?? (event.consultation ? say("web-some-body") : ""),
    fact: event.facts[0]?.question ?? "",
    revision: event.revision ?? 0,
    artefact: event.artefact?.name ?? "",
    criterion: event.criterion?.question ?? "",
    verdict: event.verdict?.toLowerCase() ?? "",
    answer: event.answer ? say(`answer-${event.answer.toLowerCase()}`).toLowerCase() : "",
    outcome: outcomeText(event, say),
    task: overdueTask(event, say),
    condition: event.condition ?? 0,
    what: event.artefact?.name ?? event.criterion?.question ?? event.subject ?? "none",
    number: event.number ?? 0,
    subject: event.subject ?? "",
    signal: event.signalKind?.toLowerCase() ?? "experience",
    aftermath: event.aftermath?.toLowerCase() ?? "other",
    evidence: event.evidence?.name ?? "",
    suppliers: event.suppliers.length,
  });
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Tasks that are named by a number or by a duty. */
const byNumber = new Set<NonNullable<Happening["overdue"]>>([
  "MEET_CONDITION",
  "ACCEPT_CONDITION",
  "DECIDE_EXTRA",
  "DO_DUTY",
  "HANDLE_SIGNAL",
  "CHECK_ROLLOUT",
  "START_ROLLOUT",
]);

/** What an event does not say of a task. */
const nothing = { fact: null, consultationKind: null, consultationTask: null, body: null, about: null };

/** The overdue task, from what the event is about. */
function overdueTask(event: Happening, say: Say): string {
  const { overdue, ...about } = event;
  if (overdue && byNumber.has(overdue)) {
    const inUse = { key: null, name: about.subject, number: about.number };
    return taskName({ ...nothing, ...about, kind: overdue, inUse }, say);
  }
  if (event.criterion) return say("task-judge", { criterion: event.criterion.question });
  if (event.artefact) return say(event.party ? "task-review" : "task-submit", { artefact: event.artefact.name });
  if (event.gate) return say("task-decide", { gate: event.gate.name });
  return say("web-some-task");
}
