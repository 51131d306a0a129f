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
  /** The number of an agreement of an earlier decision. */
  condition?: number;
  /** Whatever else the rule tells, under the names of its text; a readiness does not have it. */
  more?: Record<string, string | number>;
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
  const rejection = isObject(extensions.rejection) ? extensions.rejection : {};
  const problem: Problem = {
    code: String(extensions.code ?? "INTERNAL"),
    args: argsOf(rejection, extensions),
    blockers: objects(rejection.blockers).map(blockerOf),
    differences: objects(extensions.conflict).map(differenceOf),
    fields: objects(extensions.problems).map((entry) => fieldOf(entry, language)),
  };
  const rule = rejection.rule ?? extensions.rule;
  if (rule) problem.rule = String(rule);
  if (typeof extensions.law === "number") problem.law = extensions.law;
  if (extensions.requestId) problem.requestId = String(extensions.requestId);
  if (isObject(extensions.wayOut)) problem.wayOut = { ...extensions.wayOut, act: String(extensions.wayOut.act) };
  return problem;
}

/** What the texts call the parts of a refusal, where that differs from the engine's word. */
const words: Record<string, Record<string, string>> = {
  rework_target: { to: "phase", allowed: "phases" },
  reopen_target: { to: "phase", allowed: "phases" },
  not_ready: { blockers: "count" },
  not_deferrable: { blockers: "count" },
  condition_missing: { blockers: "count" },
  blocks_no_later_gate: { later: "gates" },
  date_not_ahead: { days: "most" },
  too_many_files: { at_most: "most" },
  file_type_not_allowed: { media_type: "found", allowed: "kinds" },
  fact_answer: { current: "value" },
  list_length: { limit: "most" },
};

/** The words that the text of a refusal is filled with. */
function argsOf(rejection: Record<string, Json>, extensions: Record<string, Json>): Record<string, Json> {
  const { rule, ...parts } = rejection;
  const renamed = words[String(rule)] ?? {};
  const args: Record<string, Json> = {};
  for (const [name, value] of Object.entries(parts)) {
    args[renamed[name] ?? name] = name === "blockers" && Array.isArray(value) ? value.length : value;
  }
  if (rule === "nothing_to_confirm") args.subjects = [parts.artefacts ?? [], parts.criteria ?? []].flat();
  if (typeof extensions.limit === "number") args.most = extensions.limit;
  // Who entered it before, and on which day.
  if (isObject(extensions.entered)) {
    const { at, name } = extensions.entered;
    args.who = name || "none";
    args.date = String(at ?? "").slice(0, 10);
  }
  return args;
}

function blockerOf(entry: Record<string, Json>): ProblemBlocker {
  const { kind, law, artefact, criterion, party, condition, ...others } = entry;
  const blocker: ProblemBlocker = { kind: String(kind) };
  if (typeof law === "number") blocker.law = law;
  if (typeof artefact === "string") blocker.artefact = artefact;
  if (typeof criterion === "string") blocker.criterion = criterion;
  if (typeof party === "string") blocker.party = party;
  if (typeof condition === "number") blocker.condition = condition;
  const more: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(others)) {
    if (typeof value === "string" || typeof value === "number") more[name] = value;
    // A word with something inside, such as `{"waiting_until": "2026-12-01"}`: the word chooses the text.
    else if (isObject(value)) more[name] = Object.keys(value)[0] ?? "";
  }
  if (Object.keys(more).length > 0) blocker.more = more;
  return blocker;
}

function differenceOf(entry: Record<string, Json>): Difference {
  const difference: Difference = { kind: String(entry.kind) };
  if (typeof entry.artefact === "string") difference.artefact = entry.artefact;
  if (typeof entry.number === "number") difference.number = entry.number;
  if (entry.current !== undefined) difference.current = entry.current;
  return difference;
}

function fieldOf(entry: Record<string, Json>, language: "nl" | "en"): FieldProblem {
  const message = isObject(entry.message) ? entry.message[language] : entry.message;
  return { path: String(entry.path ?? ""), rule: String(entry.rule ?? ""), message: String(message ?? "") };
}
