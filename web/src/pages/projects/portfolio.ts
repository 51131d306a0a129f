import { dayOf } from "../../texts/dates.ts";
import type { Listed, Stopped } from "./documents.ts";

/** What the address says to show. */
export interface Filters {
  /** Key of a phase. */
  fase?: string;
  /** Name of whom a project waits for. */
  wacht?: string;
  /** Only what is late. */
  laat?: boolean;
}

/** The same choice with one part changed; what is empty is left out of the address. */
export function placed(filters: Filters, part: { fase?: string; wacht?: string; laat?: boolean }): Filters {
  return Object.fromEntries(Object.entries({ ...filters, ...part }).filter(([, value]) => value));
}

type Task = Listed["tasks"][number];

/** What comes back by itself is waited for only when its date comes near. */
const recurring = new Set<Task["kind"]>(["DO_DUTY", "RENEW"]);
const NEAR_DAYS = 30;

/** A decision comes after all else, so a project waits for it only when nothing else is open. */
function waiting({ tasks }: Pick<Listed, "tasks">, now = new Date()): Task[] {
  const today = dayOf(now.toISOString());
  const near = tasks.filter(({ due, kind }) => !recurring.has(kind) || daysBetween(today, due) <= NEAR_DAYS);
  const before = near.filter((task) => task.kind !== "DECIDE");
  return before.length > 0 ? before : [...near];
}

/** Whom a project waits for, the longest first. */
export function waitsFor(project: Pick<Listed, "tasks">, now = new Date()): string[] {
  const tasks = waiting(project, now).sort((left, right) => waitsSince(left).localeCompare(waitsSince(right)));
  const who = tasks.map(({ party, person }) => party?.name ?? person?.name ?? "");
  return [...new Set(who)].filter(Boolean);
}

/** Whole days between two civil days. */
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Since when it waits: what comes back by itself begins to wait when its date comes near. */
function waitsSince({ due, kind, since }: Task): string {
  const day = dayOf(since);
  if (!recurring.has(kind)) return day;
  const near = new Date(Date.parse(due) - NEAR_DAYS * 86_400_000).toISOString().slice(0, 10);
  return near > day ? near : day;
}

/** How many days the longest waiting task of a project has been there; nothing when none is. */
export function waitingDays(project: Pick<Listed, "tasks">, now = new Date()): number | undefined {
  const [first] = waiting(project, now).map(waitsSince).sort();
  return first === undefined ? undefined : Math.max(0, daysBetween(first, dayOf(now.toISOString())));
}

/** Something in it should have been done by now. */
export const isLate = ({ tasks }: Pick<Listed, "tasks">) => tasks.some((task) => task.late);

/** The projects that the address asks for. */
export function chosen(projects: readonly Listed[], { fase, laat, wacht }: Filters): Listed[] {
  return projects.filter(
    (project) =>
      (!fase || project.phase.key === fase) &&
      (!wacht || waitsFor(project).includes(wacht)) &&
      (!laat || isLate(project)),
  );
}

/** One phase of a funnel with the projects in it. */
export interface PhaseOf {
  key: string;
  name: string;
  projects: Listed[];
  stopped: number;
}

/** A funnel with its phases in order. */
export interface FunnelOf {
  key: string;
  name: string;
  phases: PhaseOf[];
}

/** The funnels that projects run through, each with who is where. Versions of one funnel stand together. */
export function funnelsOf(projects: readonly Listed[], stopped: readonly Stopped[]): FunnelOf[] {
  const funnels = new Map<string, FunnelOf>();
  for (const project of projects) {
    const { funnel, phase } = project;
    const known = funnels.get(funnel.key) ?? { ...funnel, phases: [] };
    funnels.set(funnel.key, known);
    for (const [index, { phase: one }] of project.phases.entries()) {
      if (!known.phases.some(({ key }) => key === one.key))
        known.phases.splice(index, 0, { ...one, projects: [], stopped: 0 });
    }
    known.phases.find(({ key }) => key === phase.key)?.projects.push(project);
  }
  for (const { funnel, phase } of stopped) {
    const place = funnels.get(funnel.key)?.phases.find(({ key }) => key === phase.key);
    if (place) place.stopped += 1;
  }
  return [...funnels.values()];
}

/** The figures of the one sentence. */
export function figures(projects: readonly Listed[], now = new Date()) {
  const today = dayOf(now.toISOString());
  const soon = ({ readiness }: Listed) => readiness?.due && daysBetween(today, readiness.due) <= NEAR_DAYS;
  return {
    count: projects.length,
    late: projects.filter(isLate).length,
    held: projects.filter(({ reviewOn }) => reviewOn).length,
    soon: projects.filter(soon).length,
  };
}
