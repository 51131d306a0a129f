import { Link } from "@tanstack/react-router";
import { openGate } from "../../api/gate.ts";
import { useSay } from "../../texts/language.tsx";
import { taskName, taskPlace } from "../tasks/task.ts";
import type { Project } from "./documents.ts";

type Task = Project["tasks"][number];
type Known = Pick<
  Project,
  | "artefacts"
  | "askedAgain"
  | "conditions"
  | "consultations"
  | "consultationsToOpen"
  | "facts"
  | "inUse"
  | "readiness"
  | "tasks"
  | "viewerCanAnswerFacts"
>;

/** What does a task of a consultation; a body's members may give an opinion where only the chair answers. */
const consulting: Record<NonNullable<Task["consultationTask"]>, readonly string[]> = {
  ADVISE: ["ESTABLISH_ADVICE", "GIVE_OPINION"],
  ANSWER_REQUEST: ["ACCEPT_REQUEST"],
  CHOOSE_TERM: ["CHOOSE_TERM"],
  CONFER: ["CONFER"],
  CONFIRM_ADVICE: ["CONFIRM_ADVICE"],
  EXTEND_TERM: ["EXTEND_TERM"],
  RECORD_NO_ANSWER: ["RECORD_NO_ANSWER"],
  RESPOND: ["RESPOND_TO_ADVICE"],
  REVISE_SUMMARY: ["REVISE_SUMMARY"],
};

/**
 * The open tasks that the viewer can do, as the API's permissions say; the late ones first. A task waits for a party; not
 * every member may do it: who wrote a version does not review it (law 5), and for some parties only the chair answers
 * (law 7).
 */
export function doable(project: Known): Task[] {
  const checks = [...(project.readiness?.checks ?? []), ...project.askedAgain];
  // What has no screen of its own yet is not offered here; it stands in the list of tasks.
  const able: Partial<Record<Task["kind"], (task: Task) => boolean>> = {
    ANSWER_FACT: () => project.viewerCanAnswerFacts,
    CONFIRM_FACT: ({ fact }) => project.facts.some((one) => one.key === fact?.key && one.viewerCanConfirm),
    SUBMIT: ({ artefact }) => project.artefacts.some((one) => one.kind.key === artefact?.key && one.viewerCanSubmit),
    REVIEW: ({ artefact, party }) =>
      project.artefacts.some(
        (one) => one.kind.key === artefact?.key && one.viewerCanReviewFor.some(({ key }) => key === party?.key),
      ),
    JUDGE: ({ criterion, party }) =>
      checks.some(
        (check) => check.criterion?.key === criterion?.key && check.party?.key === party?.key && check.viewerCanJudge,
      ),
    DECIDE: () => openGate(project.readiness)?.viewerCanDecide ?? false,
    RENEW: ({ artefact }) => project.artefacts.some((one) => one.kind.key === artefact?.key && one.viewerCanSubmit),
    MEET_CONDITION: ({ condition }) =>
      project.conditions.some((one) => one.number === condition && one.viewerCanReport),
    ACCEPT_CONDITION: ({ condition }) =>
      project.conditions.some((one) => one.number === condition && one.viewerCanAccept),
    CONSULTATION: ({ consultation, consultationTask }) =>
      project.consultations.some(
        (one) =>
          one.number === consultation &&
          one.viewerCan.some((action) => consulting[consultationTask ?? "ADVISE"].includes(action)),
      ),
    OPEN_CONSULTATION: ({ consultationKind }) =>
      project.consultationsToOpen.some(
        (one) => one.key === consultationKind && one.viewerCanOpen && one.missing.length === 0,
      ),
    DO_DUTY: ({ inUse }) => project.inUse.duties.some((one) => one.key === inUse?.key && one.viewerCanDo),
    HANDLE_SIGNAL: ({ inUse }) =>
      project.inUse.signals.some((one) => one.number === inUse?.number && one.viewerCanHandle),
    START_ROLLOUT: ({ inUse }) =>
      project.inUse.rollouts.some((one) => one.number === inUse?.number && one.viewerCanStart),
    CHECK_ROLLOUT: ({ inUse, party }) =>
      project.inUse.rollouts.some(
        (one) => one.number === inUse?.number && one.viewerCanCheckFor.some(({ key }) => key === party?.key),
      ),
  };
  // What is late comes first: the rest may be behind a fold.
  return project.tasks
    .filter((task) => able[task.kind]?.(task) ?? false)
    .sort((one, other) => Number(other.late) - Number(one.late));
}

/** So many stand there at once: a project that was brought in can wait for dozens of things of one person. */
const FIRST = 10;

function Tasks({ project, tasks }: { project: string; tasks: readonly Task[] }) {
  const say = useSay();
  return (
    <ul>
      {tasks.map((task) => (
        <li key={task.id}>
          <Link {...taskPlace(task, project)}>{taskName(task, say)}</Link>
        </li>
      ))}
    </ul>
  );
}

/** What the reader can do in this project now, each a link to where it is done. */
export function Mine({ project }: { project: Project }) {
  const say = useSay();
  const tasks = doable(project);
  const later = tasks.slice(FIRST);
  if (tasks.length === 0) return null;
  return (
    <>
      <p className="mine">{say("web-now-mine")}</p>
      <Tasks project={project.id} tasks={tasks.slice(0, FIRST)} />
      {later.length > 0 && (
        <details className="unfold">
          <summary>{say("web-now-mine-more", { count: later.length })}</summary>
          <Tasks project={project.id} tasks={later} />
        </details>
      )}
    </>
  );
}
