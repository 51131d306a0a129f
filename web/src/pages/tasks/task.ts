import type { LinkProps } from "@tanstack/react-router";
import type { Say } from "../../texts/language.tsx";
import type { Task } from "./documents.ts";

/** A task as the screens and the one sentence of a project know it. */
export type TaskLike = Pick<
  Task,
  | "kind"
  | "artefact"
  | "criterion"
  | "fact"
  | "gate"
  | "party"
  | "revision"
  | "condition"
  | "consultation"
  | "consultationKind"
  | "consultationTask"
  | "body"
  | "evidence"
  | "inUse"
  | "about"
>;

/** The most of somebody's own words in the name of a task. */
const LONG = 80;

/** What it is about, cut off at a word where it is long; nothing where nothing is known of it. */
export function short(about: string | null | undefined): string {
  const text = about?.replaceAll(/\s+/g, " ").trim() ?? "";
  return text.length <= LONG ? text : `${text.slice(0, LONG).replace(/\s+\S*$/, "")} …`;
}

/** What a task with a number alone is about. */
const told = ({ about }: TaskLike) => (about ? `: ${short(about)}` : "");

/** The body of a consultation, where the task does not wait for that body itself. */
const asking = ({ about, party }: TaskLike) => (about && about !== party?.name ? ` (${about})` : "");

/** A verb and a thing: `Beoordeel: Risicoanalyse`. */
export function taskName(task: TaskLike, say: Say): string {
  const artefact = task.artefact?.name ?? "";
  const criterion = task.criterion?.question ?? "";
  switch (task.kind) {
    case "ANSWER_FACT":
      return say("task-answer_fact", { fact: task.fact?.question ?? "" });
    case "CONFIRM_FACT":
      return say("task-confirm_fact", { fact: task.fact?.question ?? "" });
    case "SUBMIT":
      return say(task.revision ? "task-submit-again" : "task-submit", { artefact });
    case "REVIEW":
      return say("task-review", { artefact });
    case "JUDGE":
      return say("task-judge", { criterion });
    case "RENEW":
      return say("task-renew", { artefact });
    case "DECIDE":
    case "UPHOLD_DECISION":
      return say(`task-${task.kind.toLowerCase()}`, { gate: task.gate?.name ?? "" });
    case "MEET_CONDITION":
    case "ACCEPT_CONDITION":
    case "DECIDE_EXTRA":
      return say(`task-${task.kind.toLowerCase()}`, { condition: task.condition ?? "" }) + told(task);
    case "OPEN_CONSULTATION":
      return task.body ? say("task-open_consultation-body", { body: task.body.name }) : say("task-open_consultation");
    case "CONSULTATION": {
      const what = (task.consultationTask ?? "ADVISE").toLowerCase();
      return say(`task-consultation-${what}`, { number: task.consultation ?? 0 }) + asking(task);
    }
    case "JUDGE_EVIDENCE":
    case "SUBMIT_EVIDENCE":
      return say(`task-${task.kind.toLowerCase()}`, { evidence: task.evidence?.name ?? "" });
    default: {
      const words = { duty: task.inUse?.name ?? "", number: task.inUse?.number ?? 0 };
      return say(`task-${task.kind.toLowerCase()}`, words) + told(task);
    }
  }
}

/** The part of the page on use where a task of that kind is done. */
const places = {
  DO_DUTY: "taken",
  HANDLE_SIGNAL: "signalen",
  CHECK_ROLLOUT: "uitrol",
  START_ROLLOUT: "uitrol",
} as const;

/** Where the task is done. */
export function taskPlace(task: TaskLike, project: string): LinkProps {
  const partij = task.party ? { partij: task.party.key } : {};
  const artefact = task.artefact?.key ?? "";
  switch (task.kind) {
    case "ANSWER_FACT":
    case "CONFIRM_FACT":
      return { to: "/projecten/$project", params: { project }, hash: "kenmerken" };
    case "SUBMIT":
    case "RENEW":
      return { to: "/projecten/$project/documenten/$artefact/schrijven", params: { project, artefact } };
    case "REVIEW":
      return { to: "/projecten/$project/documenten/$artefact", params: { project, artefact } };
    case "JUDGE":
      return {
        to: "/projecten/$project/voorwaarden/$criterion",
        params: { project, criterion: task.criterion?.key ?? "" },
        search: partij,
      };
    case "DECIDE":
      return { to: "/projecten/$project/besluit", params: { project } };
    case "MEET_CONDITION":
    case "ACCEPT_CONDITION":
    case "DECIDE_EXTRA":
      return { to: "/projecten/$project", params: { project }, hash: "afspraken" };
    case "CONSULTATION":
      return {
        to: "/projecten/$project/advies/$number",
        params: { project, number: String(task.consultation ?? 0) },
      };
    case "OPEN_CONSULTATION":
      return {
        to: "/projecten/$project/advies/vragen",
        params: { project },
        search: task.consultationKind ? { soort: task.consultationKind } : {},
      };
    case "DO_DUTY":
    case "HANDLE_SIGNAL":
    case "CHECK_ROLLOUT":
    case "START_ROLLOUT":
      return { to: "/projecten/$project/gebruik", params: { project }, hash: places[task.kind] };
    default:
      return { to: "/projecten/$project", params: { project } };
  }
}

/** The answers of one party in one project that it can confirm in one act. */
export interface Confirmation {
  project: Task["project"];
  party: { key: string; name: string };
  count: number;
}

/** Groups what can be confirmed together (law 4: in one act, in bulk). */
export function confirmations(tasks: readonly Task[]): Confirmation[] {
  const groups = new Map<string, Confirmation>();
  for (const { confirmable, party, project } of tasks) {
    if (!confirmable || !party) continue;
    const key = `${project.id} ${party.key}`;
    const group = groups.get(key) ?? { project, party, count: 0 };
    group.count += 1;
    groups.set(key, group);
  }
  return [...groups.values()];
}
