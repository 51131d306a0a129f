import { Link } from "@tanstack/react-router";
import { Bar } from "../../parts/bar.tsx";
import { StatusWord } from "../../parts/status.tsx";
import { useSay } from "../../texts/language.tsx";
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
        {checks.map(({ artefact, criterion, party, judgement, state }) => (
          <li className="row plain-row" key={`${artefact?.id ?? ""}${criterion?.key ?? ""}${party?.key ?? ""}`}>
            <div className="body">
              <p>{criterion?.question ?? artefact?.kind.name}</p>
              <p className="standing small">
                <StatusWord state={state} criterion={Boolean(criterion)} />
                <span className="soft">{party?.name}</span>
              </p>
              {judgement?.motivation && <p className="quote small">{judgement.motivation}</p>}
            </div>
          </li>
        ))}
      </ul>
      <p className="after-rows">
        <Link to="/projecten/$project" params={{ project: project.id }}>
          {say("web-to-project")}
        </Link>
      </p>
    </section>
  );
}
