import { Link } from "@tanstack/react-router";
import { Bar } from "../../parts/bar.tsx";
import { checkKey, checkName } from "../../parts/points.ts";
import { StatusWord } from "../../parts/status.tsx";
import { useSay } from "../../texts/language.tsx";
import { DecisionAdvice } from "./advice.tsx";
import type { DecisionProject, DecisionReadiness } from "./documents.ts";

/** Beside the choice: every point of the gate, how it stands, and why its party thinks so. */
export function DecisionEvidence({ project, readiness }: { project: DecisionProject; readiness: DecisionReadiness }) {
  const say = useSay();
  const { checks, doneCount: done, totalCount: total } = readiness;
  return (
    <section className="card aside" aria-labelledby="punten">
      <h2 id="punten">{say("web-decision-points", { done, total })}</h2>
      <Bar done={done} total={total} />
      <ul className="rows">
        {checks.map((check, index) => (
          <li className="row plain-row" key={checkKey(check, index)}>
            <div className="body">
              <p>{checkName(check, project.id, say)}</p>
              <p className="standing small">
                <StatusWord state={check.state} criterion={Boolean(check.criterion)} />
                <span className="soft">{check.party?.name}</span>
              </p>
              {check.judgement?.motivation && <p className="quote small">{check.judgement.motivation}</p>}
            </div>
          </li>
        ))}
      </ul>
      <DecisionAdvice project={project} />
      <p className="after-rows">
        <Link to="/projecten/$project" params={{ project: project.id }}>
          {say("web-to-project")}
        </Link>
      </p>
    </section>
  );
}
