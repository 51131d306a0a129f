import { createLazyRoute, Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import type { ResultOf } from "../../api/graphql.ts";
import { names } from "../../api/names.ts";
import { useChanges } from "../../app/changes.ts";
import { Heading } from "../../app/heading.tsx";
import { ActForm } from "../../parts/act-form.tsx";
import type { Field } from "../../parts/asking.ts";
import { Notice } from "../../parts/notice.tsx";
import { ProjectCrumbs } from "../../parts/project-crumbs.tsx";
import { Said, useSaid } from "../../parts/said.tsx";
import { Empty, Failed, NotFound, Waiting } from "../../parts/states.tsx";
import { daysAhead, longDate } from "../../texts/dates.ts";
import { type Say, useLanguage, useSay } from "../../texts/language.tsx";
import {
  endHold,
  migrateProject,
  openRound,
  previewQuery,
  reopenProject,
  reportWork,
  type SteerProject,
  steerQuery,
  type Version,
} from "./documents.ts";
import { waysOf } from "./ways.ts";

type Done = (said: string) => void;

function OpenRound({ project, done }: { project: SteerProject; done: Done }) {
  const say = useSay();
  const { language } = useLanguage();
  return (
    <section className="card">
      <h2>{say("web-steer-round")}</h2>
      <p>{say("web-steer-round-lead", { date: longDate(project.nextRoundOn ?? "", language) })}</p>
      <ActForm
        id="ronde"
        kept={`round-${project.id}`}
        document={openRound}
        fields={[]}
        input={() => ({ projectId: project.id })}
        button={say("web-steer-round-button")}
        project={project.id}
        onDone={() => done(say("web-steer-round-done"))}
      />
    </section>
  );
}

function EndHold({ project, done }: { project: SteerProject; done: Done }) {
  const say = useSay();
  const { language } = useLanguage();
  return (
    <section className="card">
      <h2>{say("web-steer-hold")}</h2>
      <p>{say("web-steer-hold-lead", { date: longDate(project.reviewOn ?? "", language) })}</p>
      <ActForm
        id="wachten"
        kept={`hold-${project.id}`}
        document={endHold}
        fields={[]}
        input={() => ({ projectId: project.id })}
        button={say("web-steer-hold-button")}
        project={project.id}
        onDone={() => done(say("web-steer-hold-done"))}
      />
    </section>
  );
}

/** In a phase no later than the one it left (law 1). */
function Reopen({ project, done }: { project: SteerProject; done: Done }) {
  const say = useSay();
  const phases = project.reopensIn;
  const fields: Field[] = [
    {
      name: "fase",
      kind: "choice",
      label: say("web-steer-reopen-phase"),
      missing: say("web-steer-reopen-phase-missing"),
      options: phases.map(({ key, name }) => ({ value: key, label: name })),
    },
    {
      name: "waarom",
      kind: "area",
      label: say("web-steer-reopen-why"),
      hint: say("web-visible-to-all"),
      missing: say("web-steer-reopen-why-missing"),
    },
  ];
  return (
    <section className="card">
      <h2>{say("web-steer-reopen")}</h2>
      <p>{say("web-steer-reopen-lead")}</p>
      <ActForm
        id="verder"
        kept={`reopen-${project.id}`}
        document={reopenProject}
        fields={fields}
        input={({ fase = "", waarom = "" }) => ({ projectId: project.id, phase: fase, motivation: waarom })}
        check={{
          title: say("web-steer-reopen-check"),
          lead: say("web-decision-check-lead"),
          rows: [[say("web-project"), project.title]],
        }}
        button={say("web-decision-record")}
        project={project.id}
        known={names(...phases)}
        onDone={({ reopenProject: { project: after } }) =>
          done(say(after.lifecycle === "ACTIVE" ? "web-steer-reopen-done" : "web-receipt-voted"))
        }
      />
    </section>
  );
}

type Subjects = NonNullable<ResultOf<typeof previewQuery>>["migrationPreview"]["opens"];

/** What a gate asks, by its own name or by whom it is asked. */
function subjectName({ artefact, criterion, kind, number, party }: Subjects[number], say: Say): string {
  if (criterion) return party ? `${criterion.question} (${party.name})` : criterion.question;
  if (artefact) return artefact.name;
  if (kind === "CONSULTATION" && party) return say("web-steer-migrate-consultation", { party: party.name });
  if (kind === "CONDITION" && number) return say("web-condition", { number });
  return say("web-some-point");
}

function SubjectList({ title, subjects }: { title: string; subjects: Subjects }) {
  const say = useSay();
  if (subjects.length === 0) return null;
  const texts = [...new Set(subjects.map((subject) => subjectName(subject, say)))];
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}

/** What going on under that version would ask, before anybody does it (law 20). */
function Preview({ project, funnel }: { project: string; funnel: string }) {
  const say = useSay();
  const [{ data, error }] = useQuery({ query: previewQuery, variables: { project, funnel } });
  if (error) return <p>{say("web-steer-migrate-preview-none")}</p>;
  if (!data) return <Waiting />;
  const { closes, opens, phase, stays } = data.migrationPreview;
  return (
    <Notice>
      <p>{say("web-steer-migrate-phase", { phase: phase.name })}</p>
      <SubjectList title={say("web-steer-migrate-opens", { count: opens.length })} subjects={opens} />
      <SubjectList title={say("web-steer-migrate-closes", { count: closes.length })} subjects={closes} />
      <p>{say("web-steer-migrate-stays", { count: stays.length })}</p>
    </Notice>
  );
}

/** Decisions and answers are kept; only what changed is asked again (law 20). */
function Migrate({ project, versions, done }: { project: SteerProject; versions: readonly Version[]; done: Done }) {
  const say = useSay();
  const others = versions.filter(({ id, key }) => key === project.funnel.key && id !== project.funnel.id);
  const fields: Field[] = [
    {
      name: "versie",
      kind: "choice",
      label: say("web-steer-migrate-version"),
      missing: say("web-steer-migrate-missing"),
      options: others.map(({ id, name, version }) => ({
        value: id,
        label: say("web-funnel-version", { name, version }),
      })),
      after: ({ versie }) => (versie ? <Preview project={project.id} funnel={versie} /> : null),
    },
  ];
  return (
    <section className="card">
      <h2>{say("web-steer-migrate")}</h2>
      <p>{say("web-steer-migrate-lead", { version: project.funnel.version })}</p>
      <ActForm
        id="overzetten"
        kept={`migrate-${project.id}`}
        document={migrateProject}
        fields={fields}
        input={({ versie = "" }) => ({ projectId: project.id, funnelId: versie })}
        check={{ title: say("web-steer-migrate-check"), rows: [[say("web-project"), project.title]] }}
        button={say("web-steer-migrate-button")}
        project={project.id}
        known={names(...project.phases.map(({ phase }) => phase))}
        onDone={() => done(say("web-steer-migrate-done"))}
      />
    </section>
  );
}

/** Work that began before its gate is flagged for good, and never refused (law 6). */
function ReportWork({ project, done }: { project: SteerProject; done: Done }) {
  const say = useSay();
  const fields: Field[] = [
    {
      name: "fase",
      kind: "pick",
      label: say("web-steer-work-phase"),
      missing: say("web-steer-reopen-phase-missing"),
      options: project.phases.map(({ phase }) => ({ value: phase.key, label: phase.name })),
    },
    {
      name: "dag",
      kind: "date",
      label: say("web-steer-work-day"),
      missing: say("web-consult-day-missing"),
      max: daysAhead(0),
    },
    {
      name: "wat",
      kind: "area",
      label: say("web-steer-work-what"),
      hint: say("web-visible-to-all"),
      missing: say("web-steer-work-what-missing"),
    },
  ];
  return (
    <section className="card">
      <h2>{say("web-steer-work")}</h2>
      <p>{say("web-steer-work-lead")}</p>
      <ActForm
        id="werk"
        kept={`work-${project.id}`}
        document={reportWork}
        fields={fields}
        input={({ fase = "", dag = "", wat = "" }) => ({
          projectId: project.id,
          phase: fase,
          beganOn: dag,
          note: wat,
        })}
        button={say("web-steer-work-button")}
        project={project.id}
        known={names(...project.phases.map(({ phase }) => phase))}
        onDone={() => done(say("web-steer-work-done"))}
      />
    </section>
  );
}

function Steer({ project, versions }: { project: SteerProject; versions: readonly Version[] }) {
  const say = useSay();
  const [said, tell] = useSaid();
  const ways = waysOf(project.viewerCan);
  const hasOther = versions.some(({ id, key }) => key === project.funnel.key && id !== project.funnel.id);
  return (
    <div className="reading">
      <ProjectCrumbs project={project} />
      <Heading title={say("web-steer")} />
      <Said said={said}>
        <p>
          <Link to="/projecten/$project" params={{ project: project.id }}>
            {say("web-to-project")}
          </Link>
        </p>
      </Said>
      {ways.includes("OPEN_ROUND") && <OpenRound project={project} done={tell} />}
      {ways.includes("END_HOLD") && <EndHold project={project} done={tell} />}
      {ways.includes("REOPEN_PROJECT") && <Reopen project={project} done={tell} />}
      {ways.includes("MIGRATE_PROJECT") && hasOther && <Migrate project={project} versions={versions} done={tell} />}
      {ways.includes("REPORT_WORK") && <ReportWork project={project} done={tell} />}
      {ways.length === 0 && !said && <Empty>{say("web-steer-empty")}</Empty>}
    </div>
  );
}

function SteerPage() {
  const { project: id } = route.useParams();
  const [{ data, error }, refetch] = useQuery({ query: steerQuery, variables: { project: id } });
  const again = () => refetch({ requestPolicy: "network-only" });
  useChanges(again, id);
  if (!data) return error ? <Failed again={again} /> : <Waiting />;
  if (!data.project) return <NotFound />;
  return <Steer project={data.project} versions={data.funnels} />;
}

export const route = createLazyRoute("/inside/projecten/$project/bijsturen")({ component: SteerPage });
