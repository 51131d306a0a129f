import { Link } from "@tanstack/react-router";
import { JudgeForm } from "../../parts/judge.tsx";
import { Mark, StatusWord } from "../../parts/status.tsx";
import { useSay } from "../../texts/language.tsx";
import type { Artefact, AskedCheck } from "./documents.ts";

/** Criteria that rest on this document alone can be answered here; the others have their evidence on their own page. */
const restsHereAlone = (check: AskedCheck, artefact: string) =>
  check.criterion?.restsOn.length === 1 && check.criterion.restsOn[0]?.kind.key === artefact;

/** The criteria that rest on this document, with their answer form for who may answer. */
export function RestingCriteria(props: {
  project: string;
  artefact: Artefact;
  round: number;
  checks: readonly AskedCheck[];
}) {
  const { project, artefact, round, checks } = props;
  const say = useSay();
  const kind = artefact.kind.key;
  const resting = checks.filter((check) => check.criterion?.restsOn.some((evidence) => evidence.kind.key === kind));
  if (resting.length === 0) return null;
  return (
    <section className="card main" aria-labelledby="voorwaarden">
      <h2 id="voorwaarden">{say("web-resting")}</h2>
      <p className="soft">{say("web-resting-lead")}</p>
      <ul className="rows">
        {resting.map((check) => {
          const { criterion, party, state, viewerCanJudge } = check;
          if (!criterion || !party) return null;
          const open = viewerCanJudge && state !== "DONE" && restsHereAlone(check, kind);
          return (
            <li className="row" key={criterion.key + party.key}>
              <Mark state={state} />
              <div className="body">
                <p className="title">
                  <Link
                    to="/projecten/$project/voorwaarden/$criterion"
                    params={{ project, criterion: criterion.key }}
                    search={{ partij: party.key }}
                  >
                    {criterion.question}
                  </Link>
                </p>
                <p className="soft small">{party.name}</p>
                {open && (
                  <details className="unfold">
                    <summary>{say("web-judge-here", { party: party.name })}</summary>
                    <JudgeForm
                      project={project}
                      criterion={criterion}
                      party={party}
                      round={round}
                      seen={artefact.current ? [{ artefact: kind, hash: artefact.current.hash }] : []}
                    />
                  </details>
                )}
              </div>
              <div className="end">
                <StatusWord state={state} criterion />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
