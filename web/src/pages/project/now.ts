import { openGate } from "../../api/gate.ts";
import { daysAhead, longDate } from "../../texts/dates.ts";
import type { Language } from "../../texts/files.ts";
import type { Say } from "../../texts/language.tsx";
import { short, taskName } from "../tasks/task.ts";
import type { Project } from "./documents.ts";

type Task = Project["tasks"][number];
type Known = Pick<
  Project,
  "lifecycle" | "phase" | "readiness" | "tasks" | "conditions" | "closedAt" | "reviewOn" | "nextRoundOn"
>;

/** How near a recurring task comes before it is told. */
const NEAR_DAYS = 30;

const waiterName = ({ party, person }: Task) => party?.name ?? person?.name ?? "";

/** Tasks that have a sentence of their own; the others are told by their name. */
const told = new Set<Task["kind"]>([
  "ANSWER_FACT",
  "CONFIRM_FACT",
  "SUBMIT",
  "REVIEW",
  "JUDGE",
  "MEET_CONDITION",
  "ACCEPT_CONDITION",
  "DECIDE_EXTRA",
]);

/** Agreements of earlier decisions: they come after what the gate itself asks, unless they hold it up. */
const agreements = new Set<Task["kind"]>(["MEET_CONDITION", "ACCEPT_CONDITION"]);

/** What waits for a body: it is never called late, and nothing is demanded of it (law 16). */
const ofBody = new Set<Task["consultationTask"]>(["ADVISE", "CHOOSE_TERM", "CONFIRM_ADVICE"]);

function taskSentence(task: Task, others: number, say: Say, language: Language, viewer?: string): string {
  const more = others > 0 ? ` ${say("web-now-others", { count: others })}` : "";
  if (task.kind === "CONSULTATION" && ofBody.has(task.consultationTask)) {
    const words = { who: waiterName(task), number: task.consultation ?? 0, date: longDate(task.due, language) };
    return `${say("web-now-body", words)}${more}`;
  }
  const who = task.person && task.person.id === viewer ? say("web-you") : waiterName(task);
  const kind = !told.has(task.kind)
    ? "other"
    : task.kind === "SUBMIT" && task.revision
      ? "submit-again"
      : task.kind.toLowerCase();
  const condition = [task.condition, task.about && `(${short(task.about)})`].filter(Boolean).join(" ");
  const subject = task.artefact?.name ?? task.criterion?.question ?? task.fact?.question ?? condition;
  const thing = kind === "other" ? taskName(task, say) : subject;
  const date = longDate(task.due, language);
  const now = `${say(`web-now-${kind}`, { who, thing })}, ${say(task.late ? "web-now-late" : "web-now-due", { date })}.`;
  return `${now}${more}`;
}

/** What is said of a project that ended: whether anything is left to do. */
function endedSentence({ lifecycle, closedAt, conditions }: Known, say: Say, language: Language): string {
  const ended = say(`web-now-${lifecycle.toLowerCase()}`);
  if (conditions.length > 0) return `${ended} ${say("web-now-closing", { count: conditions.length })}`;
  return closedAt
    ? `${ended} ${say("web-now-closed", { date: longDate(closedAt, language) })}`
    : `${ended} ${say("web-now-nothing")}`;
}

/** The one sentence: what must happen now, and by whom. Derived from the tasks that the server gives. */
export function nowSentence(project: Known, say: Say, language: Language, viewer?: string) {
  const { lifecycle, nextRoundOn, phase, reviewOn, tasks } = project;
  if (lifecycle !== "ACTIVE") return endedSentence(project, say, language);
  // What comes back by itself is told when its date comes near.
  const near = ({ due, kind }: Task) => (kind !== "DO_DUTY" && kind !== "RENEW") || due <= daysAhead(NEAR_DAYS);
  const waiting = tasks.filter((task) => task.kind !== "DECIDE" && near(task));
  const asked = waiting.filter((task) => !agreements.has(task.kind));
  const tell = (task: Task) => taskSentence(task, waiting.length - 1, say, language, viewer);
  if (reviewOn) {
    const held = say("web-now-hold", { date: longDate(reviewOn, language) });
    return waiting[0] ? `${held} ${tell(waiting[0])}` : held;
  }
  const readiness = openGate(project.readiness);
  if (!readiness) {
    const round = nextRoundOn && say("web-now-next-round", { date: longDate(nextRoundOn, language) });
    if (waiting[0]) return [tell(waiting[0]), round].filter(Boolean).join(" ");
    return round || say("web-now-no-gate", { phase: phase.name });
  }
  const first = asked[0] ?? (readiness.blockers.length > 0 ? waiting[0] : undefined);
  if (first) return tell(first);
  const { gate, due } = readiness;
  return say("web-now-decide", { party: gate.decidedBy.name, gate: gate.name, date: longDate(due, language) });
}
