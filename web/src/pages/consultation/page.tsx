import { createLazyRoute, Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useQuery } from "urql";
import { useChanges } from "../../app/changes.ts";
import { Heading } from "../../app/heading.tsx";
import { NextTask } from "../../parts/next-task.tsx";
import { Notice } from "../../parts/notice.tsx";
import { ProjectCrumbs } from "../../parts/project-crumbs.tsx";
import { Said, useSaid } from "../../parts/said.tsx";
import { Failed, NotFound, Waiting } from "../../parts/states.tsx";
import { StatusWord } from "../../parts/status.tsx";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import {
  type Consultation,
  type ConsultationProject,
  type ConsultationViewer,
  consultationQuery,
} from "./documents.ts";
import { Advised, Asked, Opinions, Responded } from "./dossier.tsx";
import { consultationName, markOf, standingText, wordOf } from "./standing.ts";

const Doings = lazy(() => import("./doing.tsx"));

/** The three steps of a body (law 9): what members think stays with them until the chair speaks for all. */
function Steps({ consultation }: { consultation: Consultation }) {
  const say = useSay();
  const { body, viewerCan } = consultation;
  const steps = ["own", "together", "chair"];
  const now = viewerCan.includes("ESTABLISH_ADVICE") ? 2 : 0;
  return (
    <section className="card main">
      <h2>{say("web-steps")}</h2>
      <ol className="steps">
        {steps.map((step, index) => (
          <li key={step} aria-current={index === now ? "step" : undefined}>
            <strong>{say(`web-steps-${step}`, { body: body.name })}</strong>
            <span className="hint">{say(`web-steps-${step}-hint`, { body: body.name })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Withheld consent, or none: the gate stays shut, and these are the ways on (law 8). */
function WaysOut({ project, consultation }: { project: ConsultationProject; consultation: Consultation }) {
  const say = useSay();
  const { body, number, step, viewerCan } = consultation;
  if (step !== "WITHHELD" && step !== "UNANSWERED") return null;
  const again = project.consultationsToOpen.find(({ replaces, viewerCanOpen }) => replaces === number && viewerCanOpen);
  return (
    <Notice tone="warn">
      <p>
        <strong>{say("web-ways", { body: body.name })}</strong>
      </p>
      <ul>
        <li>
          {say("web-ways-change")}{" "}
          {again && (
            <Link to="/projecten/$project/advies/vragen" params={{ project: project.id }} search={{ soort: again.key }}>
              {say("web-ways-again")}
            </Link>
          )}
        </li>
        <li>{say("web-ways-withdraw")}</li>
        <li>{say("web-ways-substitute")}</li>
        {viewerCan.length === 0 && <li>{say("web-ways-lead")}</li>}
      </ul>
    </Notice>
  );
}

function Told({ project, consultation }: { project: ConsultationProject; consultation: Consultation }) {
  const say = useSay();
  const { language } = useLanguage();
  const { body, gate, openedAt, right, term } = consultation;
  const rows: [string, string][] = [
    [say("web-consult-body"), body.name],
    [say("web-consult-right"), say(`web-right-word-${right.toLowerCase()}`)],
    [say("web-consult-asked-on"), longDate(openedAt, language)],
  ];
  if (term) rows.push([say("web-consult-due"), longDate(term.due, language)]);
  if (gate) rows.push([say("web-decision-gate"), gate.name]);
  return (
    <section className="card aside" aria-labelledby="stand">
      <h2 id="stand">{say("web-consult-standing")}</h2>
      <p className="standing">
        <StatusWord state={markOf(consultation)} word={wordOf(consultation, say)} />
      </p>
      <p>{standingText(consultation, say, language)}</p>
      <dl className="facts column">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {term && <p className="soft small">{say("web-consult-term-why", { days: term.days })}</p>}
      <p className="soft small">{say(`web-right-${right.toLowerCase()}`, { body: body.name })}</p>
      <p>
        <Link to="/projecten/$project" params={{ project: project.id }}>
          {say("web-to-project")}
        </Link>
      </p>
    </section>
  );
}

function ConsultationView(props: {
  project: ConsultationProject;
  consultation: Consultation;
  viewer: ConsultationViewer;
}) {
  const { project, consultation, viewer } = props;
  const say = useSay();
  const { gevraagd } = route.useSearch();
  const [said, tell] = useSaid(gevraagd ? say("web-asked", { body: consultation.body.name }) : undefined);
  const member = viewer.parties.some(({ party }) => party.key === consultation.body.key);
  return (
    <>
      <ProjectCrumbs project={project} />
      <Heading title={consultationName(consultation, say)} />
      <Said said={said}>
        <p>
          <NextTask />
        </p>
      </Said>
      <div className="split">
        <Told project={project} consultation={consultation} />
        <div className="main">
          <WaysOut project={project} consultation={consultation} />
          <Asked project={project} consultation={consultation} />
          <Advised project={project.id} consultation={consultation} />
          <Responded consultation={consultation} />
          {member && consultation.step === "ASKED" && <Steps consultation={consultation} />}
          <Opinions consultation={consultation} />
          <Suspense fallback={<Waiting />}>
            <Doings project={project} consultation={consultation} onDone={tell} />
          </Suspense>
        </div>
      </div>
    </>
  );
}

function ConsultationPage() {
  const { project: id, number } = route.useParams();
  const variables = { project: id, number: Number(number) || 0 };
  const [{ data, error }, refetch] = useQuery({ query: consultationQuery, variables });
  const again = () => refetch({ requestPolicy: "network-only" });
  useChanges(again, id);
  if (!data) return error ? <Failed again={again} /> : <Waiting />;
  const { project, viewer } = data;
  if (!project) return <NotFound />;
  if (!project.consultation) return <Over project={project} />;
  return <ConsultationView key={number} project={project} consultation={project.consultation} viewer={viewer} />;
}

/** What a decision left behind is read in the timeline. */
function Over({ project }: { project: ConsultationProject }) {
  const say = useSay();
  return (
    <div className="reading">
      <ProjectCrumbs project={project} />
      <Heading title={say("web-consult")} />
      <p>{say("web-consult-over")}</p>
      <p>
        <Link to="/projecten/$project" params={{ project: project.id }} hash="tijdlijn">
          {say("web-consult-timeline")}
        </Link>
      </p>
    </div>
  );
}

export const route = createLazyRoute("/inside/projecten/$project/advies/$number")({ component: ConsultationPage });
