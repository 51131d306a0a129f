import type { CombinedError } from "urql";
import type { Json } from "./graphql.ts";

/** A refusal or failure as the API tells it (`extensions` of a GraphQL error). */
export interface Problem {
  code: string;
  /** The rule that refused, in words like `not_ready`. */
  rule?: string;
  law?: number;
  wayOut?: { act: string; [name: string]: Json };
  args: Record<string, Json>;
  blockers: ProblemBlocker[];
  differences: Difference[];
  /** What is wrong in a form. */
  fields: FieldProblem[];
  requestId?: string;
}

export interface ProblemBlocker {
  kind: string;
  law?: number;
  artefact?: string;
  criterion?: string;
  party?: string;
}

/** What changed since the author looked. */
export interface Difference {
  kind: string;
  artefact?: string;
  number?: number | null;
  current?: Json;
}

export interface FieldProblem {
  /** JSON pointer into the answers: `/risks/0/cause`. */
  path: string;
  rule: string;
  message: string;
}

const isObject = (value: unknown): value is Record<string, Json> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const objects = (value: unknown) => (Array.isArray(value) ? value.filter(isObject) : []);
const lower = (value: unknown) => String(value ?? "").toLowerCase();

/** Reads the first error; the API sends one for a refused act. */
export function problemOf(error: CombinedError, language: "nl" | "en"): Problem {
  const none = { args: {}, blockers: [], differences: [], fields: [] };
  const first = error.graphQLErrors[0];
  if (!first) {
    const status = (error.response as Response | undefined)?.status;
    if (status === 401) return { code: "UNAUTHENTICATED", ...none };
    if (status === 429) return { code: "RATE_LIMITED", ...none };
    return { code: "UNAVAILABLE", ...none };
  }
  const extensions = (first.extensions ?? {}) as Record<string, Json>;
  const args = isObject(extensions.args) ? extensions.args : {};
  const conflict = isObject(extensions.conflict) ? extensions.conflict : {};
  const problem: Problem = {
    code: String(extensions.code ?? "INTERNAL"),
    args,
    blockers: objects(extensions.blockers ?? args.blockers).map(blockerOf),
    differences: objects(conflict.differences ?? extensions.conflict).map(differenceOf),
    fields: objects(extensions.problems).map((entry) => fieldOf(entry, language)),
  };
  if (extensions.rule) problem.rule = lower(extensions.rule);
  if (typeof extensions.law === "number") problem.law = extensions.law;
  if (extensions.requestId) problem.requestId = String(extensions.requestId);
  if (isObject(extensions.wayOut)) problem.wayOut = { ...extensions.wayOut, act: lower(extensions.wayOut.act) };
  else if (extensions.wayOut) problem.wayOut = { act: lower(extensions.wayOut) };
  return problem;
}

/** A thing is named by its key, or given as an object with a key. */
const keyOf = (value: Json | undefined) =>
  isObject(value) ? String(value.key ?? "") : value ? String(value) : undefined;

function blockerOf(entry: Record<string, Json>): ProblemBlocker {
  const blocker: ProblemBlocker = { kind: lower(entry.kind) };
  if (typeof entry.law === "number") blocker.law = entry.law;
  for (const name of ["artefact", "criterion", "party"] as const) {
    const key = keyOf(entry[name]);
    if (key) blocker[name] = key;
  }
  return blocker;
}

function differenceOf(entry: Record<string, Json>): Difference {
  const difference: Difference = { kind: lower(entry.kind) };
  const artefact = keyOf(entry.artefact);
  if (artefact) difference.artefact = artefact;
  if (typeof entry.number === "number") difference.number = entry.number;
  if (entry.current !== undefined) difference.current = entry.current;
  return difference;
}

function fieldOf(entry: Record<string, Json>, language: "nl" | "en"): FieldProblem {
  const message = isObject(entry.message) ? entry.message[language] : entry.message;
  return { path: String(entry.path ?? ""), rule: String(entry.rule ?? ""), message: String(message ?? "") };
}
