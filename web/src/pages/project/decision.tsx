import { Link } from "@tanstack/react-router";
import { Notice } from "../../parts/notice.tsx";
import { blockerPoints } from "../../parts/points.ts";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import type { Project, Readiness } from "./documents.ts";

/** Who decides, whether *go* is possible yet, and the way to the decision. */
export function DecisionBox({ project, readiness }: { project: Project; readiness: Readiness }) {
  const say = useSay();
  const { language } = useLanguage();
  const { blockers, gate, viewerCanDecide, viewerCanRecordDecision } = readiness;
  const [point] = blockerPoints(blockers.slice(0, 1), project.id, say);
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
      {viewerCanRecordDecision && !viewerCanDecide && (
        <p>
          <Link className="button second" to="/projecten/$project/besluit" params={{ project: project.id }}>
            {say("web-behalf-title", { act: say("web-decision-record") })}
          </Link>
        </p>
      )}
    </section>
  );
}
