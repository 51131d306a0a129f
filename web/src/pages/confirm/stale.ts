import type { ConfirmProject } from "./documents.ts";

/** What an earlier answer rested on, and what changed in it since. */
export interface Changed {
  artefact: string;
  name: string;
  form: ConfirmProject["artefacts"][number]["kind"]["form"];
  seen: number;
  now: number;
  fields: string[];
}

/** An earlier answer of a party that can be confirmed. */
export interface StaleAnswer {
  key: string;
  kind: "review" | "judgement";
  title: string;
  answer: string;
  motivation: string | null;
  changed: Changed[];
}

function changedSince(project: ConfirmProject, artefact: string, seen: number): Changed[] {
  const found = project.artefacts.find((candidate) => candidate.kind.key === artefact);
  if (!found?.current || found.current.number <= seen) return [];
  const later = found.revisions.edges.map((edge) => edge.node).filter((revision) => revision.number > seen);
  const fields = [
    ...new Set(later.flatMap((revision) => revision.changedFields.map((path) => path.split(".")[0] ?? path))),
  ];
  return [{ artefact, name: found.kind.name, form: found.kind.form, seen, now: found.current.number, fields }];
}

/** The answers of `party` that the viewer may confirm now. */
export function staleAnswers(project: ConfirmProject, party: string): StaleAnswer[] {
  const reviews = project.artefacts.flatMap((artefact) => {
    const review = artefact.reviews.find((candidate) => candidate.party.key === party);
    const mine = artefact.viewerCanReviewFor.some((candidate) => candidate.key === party);
    if (!mine || !review?.stale || review.verdict !== "APPROVE") return [];
    const { key, name } = artefact.kind;
    const changed = changedSince(project, key, review.revision);
    return [
      { key, kind: "review" as const, title: name, answer: "verdict-approve-done", motivation: review.note, changed },
    ];
  });
  const judgements = (project.readiness?.checks ?? []).flatMap(
    ({ criterion, party: by, judgement, viewerCanConfirm }) => {
      if (!criterion || by?.key !== party || !judgement || !viewerCanConfirm) return [];
      const changed = criterion.restsOn.flatMap(({ kind }) => {
        const seen = judgement.restsOn.find((evidence) => evidence.kind.key === kind.key)?.revision ?? 0;
        return changedSince(project, kind.key, seen);
      });
      const answer = `answer-${judgement.answer.toLowerCase()}`;
      const { motivation } = judgement;
      return [
        { key: criterion.key, kind: "judgement" as const, title: criterion.question, answer, motivation, changed },
      ];
    },
  );
  return [...reviews, ...judgements];
}

/** The hashes of everything that the chosen answers rest on: what the viewer saw. */
export function seenOf(project: ConfirmProject, chosen: readonly StaleAnswer[]) {
  const kinds = new Set<string>();
  for (const { key, kind } of chosen) {
    if (kind === "review") kinds.add(key);
    const check = project.readiness?.checks.find(
      (candidate) => kind === "judgement" && candidate.criterion?.key === key,
    );
    for (const evidence of check?.criterion?.restsOn ?? []) kinds.add(evidence.kind.key);
  }
  return project.artefacts.flatMap(({ kind, current }) =>
    current && kinds.has(kind.key) ? [{ artefact: kind.key, hash: current.hash }] : [],
  );
}
