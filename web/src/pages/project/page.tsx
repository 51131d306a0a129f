import { createLazyRoute, Link } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { useQuery } from "urql";
import { openGate } from "../../api/gate.ts";
import { useChanges } from "../../app/changes.ts";
import { Heading } from "../../app/heading.tsx";
import { Crumbs } from "../../parts/crumbs.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Failed, NotFound, Waiting } from "../../parts/states.tsx";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { steering } from "../steer/ways.ts";
import { EarlyFlags } from "../use/early.tsx";
import { Artefacts, Involvement } from "./artefacts.tsx";
import { Checks } from "./checks.tsx";
import { Conditions } from "./conditions.tsx";
import { DecisionBox } from "./decision.tsx";
import { type Project, projectQuery, type Viewer } from "./documents.ts";
import { Facts } from "./facts.tsx";
import { FunnelBar } from "./funnel.tsx";
import { Mine } from "./mine.tsx";
import { nowSentence } from "./now.ts";

/** What is done on the page about the use. */
const using: ReadonlySet<Project["viewerCan"][number]> = new Set([
  "ALLOW_EMERGENCY_USE",
  "END_EMERGENCY_USE",
  "REPORT_CHANGE",
  "REPORT_SIGNAL",
  "PLAN_ROLLOUT",
  "SUSPEND_USE",
]);
const Consultations = lazy(() => import("../consultation/section.tsx"));
const Records = lazy(() => import("../records/section.tsx"));
const Suppliers = lazy(() => import("./suppliers.tsx"));
const Timeline = lazy(() => import("./timeline.tsx"));

function Head({ project }: { project: Project }) {
  const say = useSay();
  const { language } = useLanguage();
  const facts: [string, string][] = [
    [say("web-lead"), project.lead.name],
    [say("web-started"), longDate(project.createdAt, language)],
  ];
  const readiness = openGate(project.readiness);
  if (readiness) facts.push([say("web-decision-planned"), longDate(readiness.due, language)]);
  return (
    <>
      <Crumbs>
        {[
          <Link key="projects" to="/projecten">
            {say("web-nav-projects")}
          </Link>,
          <span key="phase">{say("web-phase", { phase: project.phase.name })}</span>,
        ]}
      </Crumbs>
      <Heading title={project.title} />
      <p className="lead typed">{project.summary}</p>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** What everybody must know before anything else: the use lies still, or goes on without a decision (laws 12 and 15). */
function Warnings({ project }: { project: Project }) {
  const say = useSay();
  const { language } = useLanguage();
  const { emergency, inUse } = project;
  const where = (
    <Link to="/projecten/$project/gebruik" params={{ project: project.id }}>
      {say("web-use-link")}
    </Link>
  );
  return (
    <>
      {inUse.suspensions.map(({ party, reason, since }) => (
        <Notice key={party.key} tone="bad">
          <p>
            <strong>{say("web-project-held", { party: party.name, date: longDate(since, language) })}</strong>
          </p>
          {reason && <p className="quote">{reason}</p>}
          <p>{where}</p>
        </Notice>
      ))}
      {emergency.open && emergency.until && (
        <Notice tone="warn">
          <p>
            <strong>{say("web-emergency-open", { date: longDate(emergency.until, language) })}</strong>
          </p>
          <p>{where}</p>
        </Notice>
      )}
    </>
  );
}

function ProjectView({ project, viewer }: { project: Project; viewer: Viewer }) {
  const say = useSay();
  const { language } = useLanguage();
  const readiness = openGate(project.readiness);
  // A warning leads to the same page.
  // What was done there is still to be read when the last record is settled.
  const recorded = project.records.length + project.contestedDecisions.length > 0;
  const [hadRecords, setHadRecords] = useState(recorded);
  if (recorded && !hadRecords) setHadRecords(true);
  const warned = project.inUse.suspensions.length > 0 || project.emergency.open;
  // The part that an address names is there only now.
  useEffect(() => {
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <>
      <Head project={project} />
      <FunnelBar project={project} />
      <Warnings project={project} />
      <div className="now">
        <h2 className="hidden-visually">{say("web-now-heading")}</h2>
        <p>{nowSentence(project, say, language, viewer.person.id)}</p>
        <Mine project={project} />
        {!warned && (project.inUse.live || project.viewerCan.some((action) => using.has(action))) && (
          <p className="small">
            <Link to="/projecten/$project/gebruik" params={{ project: project.id }}>
              {say("web-use-link")}
            </Link>
          </p>
        )}
        {project.viewerCan.some((action) => steering.has(action)) && (
          <p className="small">
            <Link to="/projecten/$project/bijsturen" params={{ project: project.id }}>
              {say("web-steer-link")}
            </Link>
          </p>
        )}
      </div>
      <div className="split">
        {readiness && <DecisionBox project={project} readiness={readiness} />}
        {readiness && <Checks project={project} readiness={readiness} />}
        <div className="main">
          <EarlyFlags project={project} />
        </div>
        <Suspense fallback={null}>
          <Consultations project={project.id} />
        </Suspense>
        {hadRecords && (
          <Suspense fallback={null}>
            <Records project={project.id} />
          </Suspense>
        )}
        <Conditions project={project} parties={viewer.parties.map(({ party }) => party.key)} />
        <Artefacts project={project} />
        <Facts project={project} />
        {(project.suppliers.length > 0 || project.viewerCan.includes("NAME_SUPPLIERS")) && (
          <Suspense fallback={null}>
            <Suppliers project={project} />
          </Suspense>
        )}
        <Involvement project={project} />
        <Suspense fallback={<Waiting />}>
          <Timeline project={project.id} version={project.version} />
        </Suspense>
      </div>
    </>
  );
}

function ProjectPage() {
  const { project: id } = route.useParams();
  const [{ data, error }, refetch] = useQuery({ query: projectQuery, variables: { id } });
  const again = () => refetch({ requestPolicy: "network-only" });
  useChanges(again, id);
  if (data?.project) return <ProjectView project={data.project} viewer={data.viewer} />;
  if (data) return <NotFound />;
  return error ? <Failed again={again} /> : <Waiting />;
}

export const route = createLazyRoute("/inside/projecten/$project")({ component: ProjectPage });
