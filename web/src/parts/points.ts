import { names } from "../api/names.ts";
import type { ProblemBlocker } from "../api/problem.ts";
import type { Say } from "../texts/language.tsx";
import type { BlockerParts } from "./documents.ts";
import { blockerPoint } from "./refusal.tsx";
import type { Point } from "./summary.tsx";

/** A blocker as a readiness gives it. */
export type ReadBlocker = { kind: string } & Pick<
  BlockerParts,
  "law" | "condition" | "artefact" | "criterion" | "party"
> &
  Partial<Omit<BlockerParts, "kind">>;

/** What the text of a blocker needs besides its subject, under the names of that text. */
function moreOf({ change, consultation, consultationKind, lacks, party, phase, signal }: ReadBlocker) {
  const more: Record<string, string | number> = {};
  if (lacks) {
    more.lacks = lacks === "WAITING" ? "waiting_until" : lacks.toLowerCase();
    if (party) more.body = party.key;
    if (consultation) more.consultation = consultation;
    if (consultationKind) more.consultation_kind = consultationKind;
  }
  if (change) more.change = change;
  if (signal) more.signal = signal;
  if (phase) more.phase = phase.key;
  return Object.keys(more).length > 0 ? { more } : {};
}

/** A blocker of a readiness, in the form that refusals have. */
export function plainBlocker(blocker: ReadBlocker): ProblemBlocker {
  const { artefact, condition, criterion, kind, law, party } = blocker;
  return {
    kind: kind.toLowerCase(),
    law,
    ...(condition !== null && { condition }),
    ...(artefact && { artefact: artefact.key }),
    ...(criterion && { criterion: criterion.key }),
    ...(party && { party: party.key }),
    ...moreOf(blocker),
  };
}

/** Everything in the way, each with its text and the place where it is solved. */
export function blockerPoints(blockers: readonly ReadBlocker[], project: string, say: Say): Point[] {
  const known = names(
    ...blockers.flatMap(({ artefact, criterion, party, phase }) => [artefact, criterion, party, phase]),
  );
  return blockers.map((blocker) => blockerPoint(plainBlocker(blocker), project, known, say));
}

/** An agreement as far as its name goes. */
export interface NamedCondition {
  number: number;
  text: string | null;
  name: string | null;
  artefact: { name: string } | null;
  criterion: { question: string } | null;
}

/** What an agreement is about: the thing that was deferred, else its own words. */
export function conditionName({ artefact, criterion, name, number, text }: NamedCondition, say: Say): string {
  return artefact?.name ?? criterion?.question ?? name ?? text ?? say("web-condition", { number });
}

/** A point of a gate as far as its name goes. */
export interface NamedCheck {
  artefact: { id: string; kind: { name: string } } | null;
  criterion: { key: string; question: string } | null;
  condition: NamedCondition | null;
  party: { key: string; name: string } | null;
  kind?: string;
  consultation?: { number: number; right: string } | null;
  blockers: readonly ReadBlocker[];
}

/** What a point of a gate is called. One without a subject of its own is called by what is in the way. */
export function checkName(check: NamedCheck, project: string, say: Say): string {
  const { artefact, blockers, condition, consultation, criterion, kind, party } = check;
  if (kind === "CONSULTATION" && party) {
    const right = consultation?.right.toLowerCase() ?? "any";
    return say(`web-consult-name-${right}`, { body: party.name });
  }
  if (criterion) return criterion.question;
  if (artefact) return artefact.kind.name;
  if (condition) return say("web-condition-named", { name: conditionName(condition, say), number: condition.number });
  return blockerPoints(blockers.slice(0, 1), project, say)[0]?.text ?? say("web-some-point");
}

/** Tells the points of a list apart; those without a subject keep their place. */
export const checkKey = ({ artefact, condition, consultation, criterion, party }: NamedCheck, index: number) =>
  [artefact?.id, criterion?.key, party?.key, condition?.number, consultation?.number].filter(Boolean).join(" ") ||
  `${index}`;
