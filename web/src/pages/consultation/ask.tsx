import { createLazyRoute, Link, useNavigate } from "@tanstack/react-router";
import { useQuery } from "urql";
import { useChanges } from "../../app/changes.ts";
import { Heading } from "../../app/heading.tsx";
import { ActForm } from "../../parts/act-form.tsx";
import type { Field } from "../../parts/asking.ts";
import { Notice } from "../../parts/notice.tsx";
import { ProjectCrumbs } from "../../parts/project-crumbs.tsx";
import { Failed, NotFound, Waiting } from "../../parts/states.tsx";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { type AskProject, askQuery, openConsultation, type ToOpen } from "./documents.ts";
import { ReadingHint } from "./reading-hint.tsx";
import { consultationName } from "./standing.ts";

/** What goes to the body besides the summary, and what is not there yet. */
function Shown({ project, asked }: { project: AskProject; asked: ToOpen }) {
  const say = useSay();
  const { documents, missing, summary } = asked;
  const all = [...(summary ? [summary] : []), ...documents.filter(({ key }) => key !== summary?.key)];
  if (all.length === 0) return null;
  const number = (key: string) => project.artefacts.find(({ kind }) => kind.key === key)?.current?.number;
  return (
    <section className="card">
      <h2>{say("web-ask-documents")}</h2>
      <p className="soft">{say("web-ask-documents-lead")}</p>
      <ul>
        {all.map(({ key, name }) => {
          const version = number(key);
          const lacking = missing.some((one) => one.key === key);
          return (
            <li key={key}>
              <Link to="/projecten/$project/documenten/$artefact" params={{ project: project.id, artefact: key }}>
                {name}
              </Link>{" "}
              <span className="soft">
                {lacking || !version ? say("web-ask-document-missing") : say("web-version", { number: version })}
                {summary?.key === key && ` · ${say("web-ask-is-summary")}`}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What the body may do, and what follows from it. */
function Right({ asked }: { asked: ToOpen }) {
  const say = useSay();
  const { body, byAgreement, right } = asked;
  return (
    <Notice>
      <p>{say(`web-right-${right.toLowerCase()}`, { body: body.name })}</p>
      {byAgreement && <p>{say("web-right-agreed", { body: body.name })}</p>}
    </Notice>
  );
}

function AskForm({ project, asked }: { project: AskProject; asked: ToOpen }) {
  const say = useSay();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { body, due, key, question, right, summary, termDays } = asked;
  const fields: Field[] = [
    {
      name: "vraag",
      kind: "area",
      rows: 3,
      start: question,
      label: say("web-ask-question"),
      hint: say("web-ask-question-hint"),
      missing: say("web-ask-question-missing"),
    },
  ];
  if (!summary) {
    fields.push({
      name: "samenvatting",
      kind: "area",
      rows: 8,
      label: say("web-ask-summary"),
      hint: say("web-ask-summary-hint"),
      missing: say("web-ask-summary-missing"),
      after: ({ samenvatting = "" }) => <ReadingHint text={samenvatting} />,
    });
  }
  if (due && right !== "INFORMATION") {
    fields.push({
      name: "datum",
      kind: "date",
      start: due,
      min: due,
      label: say("web-ask-due"),
      hint: say("web-ask-due-hint", { body: body.name, days: termDays, date: longDate(due, language) }),
      missing: say("web-ask-due-missing"),
    });
  }
  return (
    <section className="card">
      <ActForm
        id="advies"
        kept={`ask-${project.id}-${key}`}
        document={openConsultation}
        fields={fields}
        input={({ vraag = "", samenvatting = "", datum = "" }) => ({
          projectId: project.id,
          kind: key,
          question: vraag,
          summary: summary ? null : samenvatting,
          // The server knows the shortest term; only a later date is sent.
          due: datum && datum !== due ? datum : null,
        })}
        check={{
          title: say("web-ask-check"),
          lead: say(`web-ask-check-${right.toLowerCase()}`, { body: body.name }),
          rows: [
            [say("web-project"), project.title],
            [say("web-ask-to"), body.name],
          ],
        }}
        button={say(`web-ask-send-${right.toLowerCase()}`)}
        project={project.id}
        onDone={({ openConsultation: { project: after } }) => {
          const number = Math.max(0, ...after.consultations.map((one) => one.number));
          navigate({
            to: "/projecten/$project/advies/$number",
            params: { project: project.id, number: String(number) },
            search: { gevraagd: true },
          });
        }}
      />
    </section>
  );
}

function Ask({ project, asked }: { project: AskProject; asked: ToOpen }) {
  const say = useSay();
  const { body, gate, hasMembers, missing, replaces, viewerCanOpen } = asked;
  return (
    <div className="reading">
      <ProjectCrumbs project={project} />
      <Heading title={consultationName(asked, say)} />
      {gate && <p className="lead">{say("web-ask-lead", { gate: gate.name, body: body.name })}</p>}
      <Right asked={asked} />
      {replaces !== null && (
        <Notice tone="warn">
          <p>{say("web-ask-replaces", { number: replaces })}</p>
        </Notice>
      )}
      <Shown project={project} asked={asked} />
      {!hasMembers && (
        <Notice tone="warn">
          <p>{say("rejection-body_without_members", { party: body.name })}</p>
        </Notice>
      )}
      {hasMembers && missing.length > 0 && (
        <Notice tone="warn">
          <p>{say("web-ask-missing", { count: missing.length })}</p>
        </Notice>
      )}
      {viewerCanOpen ? (
        hasMembers && missing.length === 0 && <AskForm project={project} asked={asked} />
      ) : (
        <Notice>
          <p>{say("web-ask-others")}</p>
        </Notice>
      )}
    </div>
  );
}

function AskPage() {
  const say = useSay();
  const { project: id } = route.useParams();
  const { soort } = route.useSearch();
  const [{ data, error }, refetch] = useQuery({ query: askQuery, variables: { project: id } });
  const again = () => refetch({ requestPolicy: "network-only" });
  useChanges(again, id);
  if (!data) return error ? <Failed again={again} /> : <Waiting />;
  const { project } = data;
  if (!project) return <NotFound />;
  const asked = project.consultationsToOpen.find(({ key }) => key === soort) ?? project.consultationsToOpen[0];
  if (asked) return <Ask key={asked.key} project={project} asked={asked} />;
  return (
    <div className="reading">
      <ProjectCrumbs project={project} />
      <Heading title={say("web-consult")} />
      <p>{say("web-ask-nothing")}</p>
    </div>
  );
}

export const route = createLazyRoute("/inside/projecten/$project/advies/vragen")({ component: AskPage });
