import type { Json } from "../api/graphql.ts";
import { type Names, nameOf } from "../api/names.ts";
import type { Problem, ProblemBlocker } from "../api/problem.ts";
import { listed, longDate } from "../texts/dates.ts";
import type { Language } from "../texts/files.ts";
import { type Args, type Say, useLanguage, useSay } from "../texts/language.tsx";
import { type Point, Summary } from "./summary.tsx";

type Join = (words: readonly string[]) => string;

/** Who may do it: `person`, or `{"member": ["ict"]}`, or words already. */
function needText(need: Json | undefined, known: Names, say: Say, join: Join): string {
  if (typeof need === "string") return /^[a-z_]+$/.test(need) ? say(`need-${need}`) : need;
  if (typeof need !== "object" || need === null || Array.isArray(need)) return say("need-somebody_else");
  const [kind = "person", value] = Object.entries(need)[0] ?? [];
  if (Array.isArray(value) && value.length === 0) return say("need-lead_only");
  const parties = Array.isArray(value) ? join(value.map((key) => nameOf(key, known))) : nameOf(value, known);
  return say(`need-${kind}`, { parties, party: parties });
}

const isDate = (value: Json | undefined): value is string =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** The words that a refusal's text is filled with. Numbers stay numbers, so that Fluent can choose singular or plural. */
export function fill(args: Record<string, Json>, known: Names, say: Say, join: Join, language: Language = "nl"): Args {
  const filled: Args = {};
  for (const [name, value] of Object.entries(args)) {
    if (name === "need") filled.need = needText(value, known, say, join);
    else if (typeof value === "number") filled[name] = value;
    else if (isDate(value)) filled[name] = longDate(value, language);
    else if (Array.isArray(value))
      filled[name] = value.length ? join(value.map((entry) => nameOf(entry, known))) : "none";
    else filled[name] = nameOf(value, known);
  }
  return filled;
}

/** Blockers whose text needs more than a readiness tells; without it, a plainer text says what is open. */
const wantMore = new Set(["organisation_evidence", "decision_contested"]);

/** What is solved where the use of a product is. */
const inUse = new Set(["change_open", "signal_open", "use_suspended"]);

/** A question that is there, or the form that asks it. */
function consultationPlace(more: ProblemBlocker["more"], project: string): NonNullable<Point["place"]> {
  const { consultation, consultation_kind: soort } = more ?? {};
  if (consultation)
    return { to: "/projecten/$project/advies/$number", params: { project, number: String(consultation) } };
  return {
    to: "/projecten/$project/advies/vragen",
    params: { project },
    search: soort ? { soort: String(soort) } : {},
  };
}

/** Where a blocker is solved. */
export function blockerPoint(blocker: ProblemBlocker, project: string, known: Names, say: Say): Point {
  const { artefact, condition, criterion, kind, more, party } = blocker;
  const words: Args = {
    artefact: nameOf(artefact, known),
    condition: condition ?? "none",
    criterion: nameOf(criterion, known),
    party: nameOf(party, known),
  };
  for (const [name, value] of Object.entries(more ?? {}))
    words[name] = typeof value === "number" ? value : nameOf(value, known);
  const text = say(wantMore.has(kind) && !more ? `web-blocker-${kind}` : `blocker-${kind}`, words);
  if (kind === "condition_open")
    return { text, place: { to: "/projecten/$project", params: { project }, hash: "afspraken" } };
  if (kind === "consultation") return { text, place: consultationPlace(more, project) };
  if (inUse.has(kind)) return { text, place: { to: "/projecten/$project/gebruik", params: { project } } };
  if (criterion) {
    const search = party ? { partij: party } : {};
    return {
      text,
      place: { to: "/projecten/$project/voorwaarden/$criterion", params: { project, criterion }, search },
    };
  }
  if (!artefact) return { text };
  return { text, place: { to: "/projecten/$project/documenten/$artefact", params: { project, artefact } } };
}

const codes: Record<string, string> = {
  REJECTED: "error-rejected",
  CONFLICT: "error-conflict",
  NOT_FOUND: "error-not-found",
  KEY_REUSED: "error-key-reused",
  ENTERED_BEFORE: "error-entered-before",
  FORM_INVALID: "error-form",
  INPUT_INVALID: "error-input",
  UNAUTHENTICATED: "web-signed-out-meanwhile",
  TOO_COMPLEX: "error-too-complex",
  RATE_LIMITED: "error-rate-limited",
  UNAVAILABLE: "error-unavailable",
};

/** Why an act did not happen, in words: the rule, its way out, its law, and each point with its place. */
export interface Told {
  title: string;
  text: string;
  wayOut: string | undefined;
  law: string | undefined;
  points: Point[];
}

/** Puts a problem into words. */
export function told(problem: Problem, project: string | undefined, known: Names, say: Say, language: Language): Told {
  const join: Join = (words) => listed(words, language);
  const words = fill(problem.args, known, say, join, language);
  const places = project ? problem.blockers.map((blocker) => blockerPoint(blocker, project, known, say)) : [];
  const differences = problem.differences.map((difference) => ({
    text: say(`difference-${difference.kind}`, {
      artefact: nameOf(difference.artefact, known),
      revision: difference.number ?? "none",
      round: typeof difference.current === "number" ? difference.current : "none",
    }),
    ...(difference.artefact && project
      ? {
          place: {
            to: "/projecten/$project/documenten/$artefact" as const,
            params: { project, artefact: difference.artefact },
          },
        }
      : {}),
  }));
  return {
    title: say(titleOf(problem)),
    text: textOf(problem, words, say),
    wayOut: problem.wayOut && wayOut(problem, words, known, say, join),
    law: problem.law === undefined ? undefined : say("web-law", { law: problem.law }),
    points: [...differences, ...places],
  };
}

/** Why an act did not happen: the rule in words, its law, the way out, and a link to each open point. */
export function Refusal(props: {
  problem: Problem;
  turn: number;
  project?: string;
  known?: Names;
  /** Points on this page that the problem is about, such as fields. */
  points?: readonly Point[];
}) {
  const { problem, turn, project, known = new Map(), points = [] } = props;
  const say = useSay();
  const { language } = useLanguage();
  const { law, text, title, wayOut, points: own } = told(problem, project, known, say, language);
  return (
    <Summary title={title} points={[...own, ...points]} turn={turn}>
      <p>{text}</p>
      {wayOut && <p>{wayOut}</p>}
      {law && <p className="soft small">{law}</p>}
    </Summary>
  );
}

/** Why an act did not happen, in one text, where there is no room for more. */
export function problemText(problem: Problem, say: Say, language: Language): string {
  return textOf(
    problem,
    fill(problem.args, new Map(), say, (words) => listed(words, language), language),
    say,
  );
}

const textProblems: Record<string, string> = {
  empty: "error-text-empty",
  too_long: "error-text-too-long",
};

function titleOf(problem: Problem): string {
  if (problem.code === "CONFLICT") return "web-refused-conflict";
  if (problem.code === "ENTERED_BEFORE") return "web-refused-entered";
  return problem.code === "REJECTED" ? "web-refused" : "web-problem";
}

function textOf(problem: Problem, words: Args, say: Say): string {
  if (problem.code === "REJECTED" && problem.rule) return say(`rejection-${problem.rule}`, words);
  if (problem.code === "TEXT_INVALID") return say(textProblems[problem.rule ?? ""] ?? "error-text-character", words);
  const id = codes[problem.code];
  return id ? say(id, words) : say("error-internal", { id: problem.requestId ?? "–" });
}

function wayOut(problem: Problem, words: Args, known: Names, say: Say, join: Join): string {
  const { act = "none", ...rest } = problem.wayOut ?? {};
  return say(`wayout-${act}`, { ...words, ...fill(rest, known, say, join) });
}
