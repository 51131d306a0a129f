import { Link } from "@tanstack/react-router";
import { names } from "../../api/names.ts";
import { Notice } from "../../parts/notice.tsx";
import { blockerPoint } from "../../parts/refusal.tsx";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import type { Project, Readiness } from "./documents.ts";

/** A blocker of the API, in the form that refusals have. */
export function plainBlocker(blocker: Readiness["blockers"][number]) {
  const { kind, law, artefact, criterion, party } = blocker;
  return {
    kind: kind.toLowerCase(),
    law,
    ...(artefact && { artefact: artefact.key }),
    ...(criterion && { criterion: criterion.key }),
    ...(party && { party: party.key }),
  };
}

/** The names of everything in the way. */
export const blockerNames = (blockers: Readiness["blockers"]) =>
  names(...blockers.flatMap((blocker) => [blocker.artefact, blocker.criterion, blocker.party]));

/** Who decides, whether *go* is possible yet, and the way to the decision. */
export function DecisionBox({ project, readiness }: { project: Project; readiness: Readiness }) {
  const say = useSay();
  const { language } = useLanguage();
  const { blockers, gate, viewerCanDecide } = readiness;
  const first = blockers[0];
  const point = first && blockerPoint(plainBlocker(first), project.id, blockerNames(blockers), say);
  return (
    <section className="card aside" aria-labelledby="besluit">
      <h2 id="besluit">{say("web-decision")}</h2>
      <p>
        <strong>{gate.question}</strong>
      </p>
      <p>{say("web-decision-by", { party: gate.decidedBy.name, date: longDate(readiness.due, language) })}</p>
      {blockers.length > 0 ? (
        <Notice tone="warn">
          <p>
            <strong>{say("web-decision-not-yet")}</strong>
          </p>
          <p>{say("web-decision-open", { count: blockers.length })}</p>
          {point?.place && (
            <p>
              <Link {...point.place}>{point.text}</Link>
            </p>
          )}
        </Notice>
      ) : (
        <Notice tone="good">
          <p>{say("web-decision-ready")}</p>
        </Notice>
      )}
      {viewerCanDecide && (
        <p>
          <Link className="button" to="/projecten/$project/besluit" params={{ project: project.id }}>
            {say("web-decide")}
          </Link>
        </p>
      )}
    </section>
  );
}
