import type { TypedFields } from "../../parts/asking.ts";
import type { Point } from "../../parts/summary.tsx";
import type { Say } from "../../texts/language.tsx";
import type { DecisionReadiness, Offer } from "./documents.ts";

/** What somebody agrees on one open point: who sees to it, by when, and in words. */
export interface Promised {
  owner: string;
  due: string;
  text: string;
}

/** What somebody typed on the way to a decision. */
export interface Typed {
  choice: string;
  motivation: string;
  /** For *stop*: what was learned. */
  lessons: string;
  /** For *hold*: when it is looked at again. */
  reviewOn: string;
  /** For *conditional go*: the agreement on each open point, by its key. */
  promises: Record<string, Promised>;
  /** And what else is agreed. */
  extras: Promised[];
  /** Who took it elsewhere, when and what shows it, where somebody enters it for them (law 14). */
  behalf: TypedFields;
}

export const nothingTyped: Typed = {
  choice: "",
  motivation: "",
  lessons: "",
  reviewOn: "",
  promises: {},
  extras: [],
  behalf: {},
};

type Blocker = DecisionReadiness["blockers"][number];

/** An open point that a conditional go puts off: a document, or a criterion for one party. */
export interface Demand {
  key: string;
  /** What it is called. */
  name: string;
  party?: { key: string; name: string };
  artefact?: string;
  criterion?: string;
  stage?: "CONCEPT" | "FINAL";
  /** Why it is open. */
  blockers: Blocker[];
}

/** What a conditional go puts off, and what cannot wait. A document may be open for more than one reason. */
export function planOf({ blockers, checks }: Pick<DecisionReadiness, "blockers" | "checks">) {
  const demands = new Map<string, Demand>();
  for (const blocker of blockers) {
    const { artefact, criterion, deferrable, party } = blocker;
    if (!deferrable) continue;
    const key = criterion ? `${criterion.key} ${party?.key ?? ""}` : (artefact?.key ?? "");
    const found = demands.get(key);
    if (found) {
      found.blockers.push(blocker);
    } else if (criterion && party) {
      demands.set(key, { key, name: criterion.question, criterion: criterion.key, party, blockers: [blocker] });
    } else if (artefact) {
      // The agreement asks for as much as the gate does.
      const stage = checks.find((check) => check.artefact?.kind.key === artefact.key)?.artefact?.stageNeeded ?? "FINAL";
      demands.set(key, { key, name: artefact.name, artefact: artefact.key, stage, blockers: [blocker] });
    }
  }
  return { demands: [...demands.values()], fixed: blockers.filter((blocker) => !blocker.deferrable) };
}

/** The agreement on a point as typed so far; the lead sees to it unless somebody else is named. */
export const promisedOf = (typed: Typed, key: string, lead: string): Promised => ({
  due: "",
  text: "",
  ...typed.promises[key],
  owner: typed.promises[key]?.owner || lead,
});

/** The id of a field of an agreement: `afspraak-0-datum`, or `extra-0-datum` for what is agreed besides. */
export const promiseField = (list: "afspraak" | "extra", index: number, part: "datum" | "tekst" | "wie") =>
  `${list}-${index}-${part}`;

/** What a decision still lacks before it can be checked. */
export function missingIn(
  offer: Pick<Offer, "outcome">,
  typed: Typed,
  readiness: Pick<DecisionReadiness, "blockers" | "checks">,
  say: Say,
): Point[] {
  const points: Point[] = [];
  const { outcome } = offer;
  if (outcome === "STOP" && !typed.lessons.trim())
    points.push({ text: say("web-decision-lessons-missing"), field: "lessen" });
  if (outcome === "HOLD" && !typed.reviewOn)
    points.push({ text: say("web-decision-review-missing"), field: "terugkijken" });
  if (outcome === "CONDITIONAL_GO") {
    const { demands } = planOf(readiness);
    demands.forEach(({ key, name }, index) => {
      if (!typed.promises[key]?.due)
        points.push({ text: say("web-promise-due-for", { name }), field: promiseField("afspraak", index, "datum") });
    });
    typed.extras.forEach(({ due, text }, index) => {
      const name = say("web-promise-extra", { number: index + 1 });
      if (!text.trim())
        points.push({ text: say("web-promise-text-for", { name }), field: promiseField("extra", index, "tekst") });
      if (!due)
        points.push({ text: say("web-promise-due-for", { name }), field: promiseField("extra", index, "datum") });
    });
    if (demands.length + typed.extras.length === 0)
      points.push({ text: say("web-promise-none"), field: "afspraak-erbij" });
  }
  if (!typed.motivation.trim()) points.push({ text: say("web-decision-why-missing"), field: "waarom" });
  return points;
}

/** The agreements as the API takes them. Those on points that were solved meanwhile are left out. */
export function conditionsOf(typed: Typed, readiness: Pick<DecisionReadiness, "blockers" | "checks">, lead: string) {
  const deferred = planOf(readiness).demands.map(({ artefact, criterion, key, party, stage }) => {
    const { due, owner, text } = promisedOf(typed, key, lead);
    const agreed = { ownerId: owner, due, text: text.trim() || null };
    return criterion && party
      ? { kind: "CRITERION" as const, criterion, party: party.key, ...agreed }
      : { kind: "DOCUMENT" as const, artefact: artefact ?? "", stage: stage ?? ("FINAL" as const), ...agreed };
  });
  const extras = typed.extras.map(({ due, owner, text }) => ({
    kind: "AGREED" as const,
    ownerId: owner || lead,
    due,
    text: text.trim(),
  }));
  return [...deferred, ...extras];
}

/** A decision as the API takes it, without who enters it and what was seen. */
export function decisionInput(
  project: { id: string; phase: { key: string }; lead: { id: string } },
  readiness: Pick<DecisionReadiness, "blockers" | "checks" | "gate">,
  offer: Pick<Offer, "outcome" | "leadsTo">,
  typed: Typed,
) {
  const { outcome } = offer;
  return {
    projectId: project.id,
    gate: readiness.gate.key,
    outcome,
    reworkTo: outcome === "REWORK" ? (offer.leadsTo?.key ?? project.phase.key) : null,
    reviewOn: outcome === "HOLD" ? typed.reviewOn : null,
    lessons: outcome === "STOP" ? typed.lessons : null,
    conditions: outcome === "CONDITIONAL_GO" ? conditionsOf(typed, readiness, project.lead.id) : [],
    motivation: typed.motivation,
  };
}
