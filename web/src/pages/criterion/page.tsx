import { createLazyRoute, Link } from "@tanstack/react-router";
import { lazy, Suspense, useRef, useState } from "react";
import { useQuery } from "urql";
import { useSession } from "../../api/session.ts";
import { useChanges } from "../../app/changes.ts";
import { Heading } from "../../app/heading.tsx";
import { JudgeForm } from "../../parts/judge.tsx";
import { NextTask } from "../../parts/next-task.tsx";
import { Notice } from "../../parts/notice.tsx";
import { ProjectCrumbs } from "../../parts/project-crumbs.tsx";
import { Failed, NotFound, Waiting } from "../../parts/states.tsx";
import { StatusWord } from "../../parts/status.tsx";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { type CriterionCheck, type CriterionProject, criterionQuery } from "./documents.ts";
import { Evidence } from "./evidence.tsx";

const JudgeBehalf = lazy(() => import("../../parts/behalf.tsx").then((part) => ({ default: part.JudgeBehalf })));

function Given({ check }: { check: CriterionCheck }) {
  const say = useSay();
  const { language } = useLanguage();
  const { judgement, party } = check;
  if (!judgement) return null;
  const { answer, by, at, motivation, proof, stale } = judgement;
  return (
    <section className="card">
      <h2>{say("web-judged-earlier", { party: party?.name ?? "" })}</h2>
      <p>
        <strong>{say(`answer-${answer.toLowerCase()}`)}</strong> · {say(`proof-${proof.toLowerCase()}`)} · {by.name},{" "}
        {longDate(at, language)}
      </p>
      {motivation && <p className="quote">{motivation}</p>}
      {stale && <Notice tone="warn">{say("web-judgement-stale")}</Notice>}
    </section>
  );
}

/** What an old letter or bookmark leads to when nothing asks the question now. */
function NotAsked({ project }: { project: CriterionProject }) {
  const say = useSay();
  return (
    <>
      <ProjectCrumbs project={project} />
      <Heading title={say("web-judge-not-asked")} />
      <p>{say("web-judge-not-asked-text")}</p>
      <p>
        <Link className="button" to="/projecten/$project" params={{ project: project.id }}>
          {say("web-to-project")}
        </Link>
      </p>
    </>
  );
}

function CriterionView(props: { project: CriterionProject; check: CriterionCheck; over: boolean }) {
  const { project, check, over } = props;
  const say = useSay();
  const session = useSession();
  const [said, setSaid] = useState<string>();
  const { criterion, party, viewerCanJudge, viewerCanConfirm, state } = check;
  if (!criterion || !party) return <NotFound />;
  const seen = criterion.restsOn.flatMap(({ kind }) => {
    const current = project.artefacts.find((artefact) => artefact.kind.key === kind.key)?.current;
    return current ? [{ artefact: kind.key, hash: current.hash }] : [];
  });
  // Who wrote all of the evidence does not judge on it (law 5).
  const evidence = project.artefacts.filter(({ kind }) => criterion.restsOn.some((one) => one.kind.key === kind.key));
  const own =
    evidence.length > 0 &&
    evidence.every(({ current }) => current?.authors.some((author) => author.id === session?.person.id));
  const round = project.readiness?.gate ? project.readiness.round : null;
  const form = (
    <JudgeForm
      project={project.id}
      criterion={criterion}
      party={party}
      round={round}
      seen={seen}
      onDone={(answer) =>
        setSaid(say("web-judged", { answer: say(`answer-${answer.toLowerCase()}`), party: party.name }))
      }
    />
  );
  return (
    <>
      <ProjectCrumbs project={project} />
      <Heading title={criterion.question} />
      <p className="standing">
        {!over && <StatusWord state={state} criterion />}
        <span className="soft">
          {party.name}
          {criterion.legal && ` · ${say("web-legal")}`}
        </span>
      </p>
      <div role="status">
        {over && (
          <p>
            <strong>{say("web-judge-over")}</strong>
          </p>
        )}
        {said && (
          <Notice tone="good">
            <p>{said}</p>
            <p>
              <NextTask />
            </p>
          </Notice>
        )}
      </div>
      <div className="split">
        <section className="card main">
          <h2>{say("web-judge-help")}</h2>
          <p className="typed">{criterion.help}</p>
          {criterion.proof === "PRACTICE" && <p>{say("web-judge-proof-practice")}</p>}
        </section>
        {criterion.restsOn.length === 0 && <p className="main soft">{say("web-own-answer")}</p>}
        {criterion.restsOn.map(({ kind, fields }) => (
          <Evidence key={kind.key} project={project.id} artefact={kind.key} only={fields} />
        ))}
        <div className="aside">
          <Given check={check} />
          {viewerCanConfirm && (
            <p>
              <Link
                className="button second"
                to="/projecten/$project/bevestigen"
                params={{ project: project.id }}
                search={{ partij: party.key }}
              >
                {say("web-confirm-title")}
              </Link>
            </p>
          )}
          {viewerCanJudge && state !== "DONE" && <section className="card">{form}</section>}
          {viewerCanJudge && state === "DONE" && (
            <details className="card">
              <summary>{say("web-judge-again")}</summary>
              {form}
            </details>
          )}
          {check.viewerCanRecord && (
            <details className="card">
              <summary>{say("web-behalf-title", { act: say("web-judge-send") })}</summary>
              <Suspense fallback={null}>
                <JudgeBehalf
                  project={project.id}
                  criterion={criterion}
                  party={party}
                  round={round}
                  seen={seen}
                  onDone={() => setSaid(say("web-behalf-done", { party: party.name }))}
                />
              </Suspense>
            </details>
          )}
          {!viewerCanJudge && !check.judgement && !over && (
            <section className="card">
              <p>{say("web-judge-others", { party: party.name })}</p>
              {own && <p>{say("web-judge-own")}</p>}
            </section>
          )}
        </div>
      </div>
    </>
  );
}

function CriterionPage() {
  const { project: id, criterion } = route.useParams();
  const { partij } = route.useSearch();
  const [{ data, error }, refetch] = useQuery({ query: criterionQuery, variables: { project: id } });
  const again = () => refetch({ requestPolicy: "network-only" });
  useChanges(again, id);
  const shown = useRef<{ project: string; check: CriterionCheck }>(undefined);
  if (!data) return error ? <Failed again={again} /> : <Waiting />;
  const { project } = data;
  // In use a criterion may be asked again while no gate asks it.
  const asked = [...(project?.readiness?.checks ?? []), ...(project?.askedAgain ?? [])];
  const checks = asked.filter((check) => check.criterion?.key === criterion);
  const found =
    checks.find((candidate) => candidate.party?.key === partij) ??
    checks.find((one) => one.viewerCanJudge) ??
    checks[0];
  if (found) shown.current = { project: id, check: found };
  // In use nothing asks it any more once it is answered: what was said about that stays on the screen, and what was answered
  // before that does not.
  const before = shown.current?.project === id ? shown.current.check : undefined;
  const over = !found && before?.criterion?.key === criterion ? before : undefined;
  const closed = { judgement: null, viewerCanJudge: false, viewerCanConfirm: false, viewerCanRecord: false };
  const check = over ? { ...over, ...closed } : found;
  if (!project) return <NotFound />;
  if (!check) return <NotAsked project={project} />;
  return <CriterionView key={check.party?.key} project={project} check={check} over={Boolean(over)} />;
}

export const route = createLazyRoute("/inside/projecten/$project/voorwaarden/$criterion")({ component: CriterionPage });
