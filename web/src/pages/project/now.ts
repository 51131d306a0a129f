import { openGate } from "../../api/gate.ts";
import { longDate } from "../../texts/dates.ts";
import type { Language } from "../../texts/files.ts";
import type { Say } from "../../texts/language.tsx";
import type { Project } from "./documents.ts";

type Waiting = Pick<Project["tasks"][number], "party" | "person">;
const waiterName = ({ party, person }: Waiting) => party?.name ?? person?.name ?? "";

/** The one sentence: what must happen now, and by whom. Derived from the tasks that the server gives. */
export function nowSentence(
  project: Pick<Project, "lifecycle" | "phase" | "readiness" | "tasks">,
  say: Say,
  language: Language,
  viewer?: string,
) {
  const { tasks } = project;
  const readiness = openGate(project.readiness);
  if (project.lifecycle === "STOPPED") return say("web-now-stopped");
  if (!readiness) return say("web-now-no-gate", { phase: project.phase.name });
  const first = tasks.find((task) => task.kind !== "DECIDE");
  if (!first) {
    const date = longDate(readiness.due, language);
    return say("web-now-decide", { party: readiness.gate.decidedBy.name, gate: readiness.gate.name, date });
  }
  const who = first.person && first.person.id === viewer ? say("web-you") : waiterName(first);
  const thing = first.artefact?.name ?? first.criterion?.question ?? first.fact?.question ?? "";
  const kind = first.kind === "SUBMIT" && first.revision ? "submit-again" : first.kind.toLowerCase();
  const date = longDate(first.due, language);
  const others = tasks.filter((task) => task.kind !== "DECIDE").length - 1;
  const now = `${say(`web-now-${kind}`, { who, thing })}, ${say(first.late ? "web-now-late" : "web-now-due", { date })}.`;
  return others > 0 ? `${now} ${say("web-now-others", { count: others })}` : now;
}
