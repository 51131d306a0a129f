import { names } from "../api/names.ts";
import type { ProblemBlocker } from "../api/problem.ts";
import type { Say } from "../texts/language.tsx";
import { blockerPoint } from "./refusal.tsx";
import type { Point } from "./summary.tsx";

interface Document {
  key: string;
  name: string;
}

interface Question {
  key: string;
  question: string;
}

/** A blocker as a readiness gives it. */
export interface ReadBlocker {
  kind: string;
  law: number;
  condition: number | null;
  artefact: Document | null;
  criterion: Question | null;
  party: Document | null;
}

/** A blocker of a readiness, in the form that refusals have. */
export function plainBlocker({ kind, law, artefact, condition, criterion, party }: ReadBlocker): ProblemBlocker {
  return {
    kind: kind.toLowerCase(),
    law,
    ...(condition !== null && { condition }),
    ...(artefact && { artefact: artefact.key }),
    ...(criterion && { criterion: criterion.key }),
    ...(party && { party: party.key }),
  };
}

/** Everything in the way, each with its text and the place where it is solved. */
export function blockerPoints(blockers: readonly ReadBlocker[], project: string, say: Say): Point[] {
  const known = names(...blockers.flatMap(({ artefact, criterion, party }) => [artefact, criterion, party]));
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
  party: { key: string } | null;
  blockers: readonly ReadBlocker[];
}

/** What a point of a gate is called. One without a subject of its own is called by what is in the way. */
export function checkName(check: NamedCheck, project: string, say: Say): string {
  const { artefact, blockers, condition, criterion } = check;
  if (criterion) return criterion.question;
  if (artefact) return artefact.kind.name;
  if (condition) return say("web-condition-named", { name: conditionName(condition, say), number: condition.number });
  return blockerPoints(blockers.slice(0, 1), project, say)[0]?.text ?? say("web-some-point");
}

/** Tells the points of a list apart; those without a subject keep their place. */
export const checkKey = ({ artefact, condition, criterion, party }: NamedCheck, index: number) =>
  [artefact?.id, criterion?.key, party?.key, condition?.number].filter(Boolean).join(" ") || `${index}`;
