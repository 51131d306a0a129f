import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import type { Consultation, ConsultationProject } from "./documents.ts";

const Entered = lazy(() => import("../../parts/entered.tsx"));

/** What was asked: the question, the plain summary and the documents that the body saw. */
export function Asked({ project, consultation }: { project: ConsultationProject; consultation: Consultation }) {
  const say = useSay();
  const { exhibits, question, summary, summaryRevision } = consultation;
  if (!question && exhibits.length === 0) return null;
  const shown = summaryRevision
    ? [summaryRevision, ...exhibits.filter(({ kind }) => kind.key !== summaryRevision.kind.key)]
    : exhibits;
  const newest = (key: string) => project.artefacts.find(({ kind }) => kind.key === key)?.current?.number;
  return (
    <section className="card" aria-labelledby="vraag">
      <h2 id="vraag">{say("web-consult-question")}</h2>
      <p className="typed">
        <strong>{question}</strong>
      </p>
      {summary && (
        <>
          <h3>{say("web-consult-summary")}</h3>
          <p className="typed">{summary}</p>
        </>
      )}
      {shown.length > 0 && (
        <>
          <h3>{say("web-consult-shown")}</h3>
          <ul>
            {shown.map(({ kind, revision }) => (
              <li key={kind.key}>
                <Link
                  to="/projecten/$project/documenten/$artefact"
                  params={{ project: project.id, artefact: kind.key }}
                  search={{ versie: revision }}
                >
                  {kind.name}
                </Link>{" "}
                <span className="soft">
                  {say("web-version", { number: revision })}
                  {summaryRevision?.kind.key === kind.key && ` · ${say("web-ask-is-summary")}`}
                  {(newest(kind.key) ?? revision) > revision && ` · ${say("web-consult-newer")}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** What the body said, in its own words. */
export function Advised({ project, consultation }: { project?: string; consultation: Consultation }) {
  const say = useSay();
  const { language } = useLanguage();
  const { advice, body, conferredOn } = consultation;
  if (!advice) return null;
  return (
    <section className="card" aria-labelledby="antwoord">
      <h2 id="antwoord">{say("web-consult-answer", { body: body.name })}</h2>
      <p>
        <strong>{say(`web-verdict-${advice.verdict.toLowerCase()}`)}</strong>
        {advice.on && <span className="soft"> · {longDate(advice.on, language)}</span>}
      </p>
      {advice.text ? <p className="quote">{advice.text}</p> : <p className="soft">{say("web-consult-in-timeline")}</p>}
      {advice.minority && (
        <>
          <h3>{say("web-consult-minority")}</h3>
          <p className="quote">{advice.minority}</p>
        </>
      )}
      {project && (
        <Suspense fallback={null}>
          <Entered project={project} about={({ advice, consultation: of }) => of === consultation.number && !!advice} />
        </Suspense>
      )}
      {conferredOn && <p>{say("web-consult-now-conferred", { date: longDate(conferredOn, language) })}</p>}
    </section>
  );
}

/** The provider's answer to it. */
export function Responded({ consultation }: { consultation: Consultation }) {
  const say = useSay();
  const { language } = useLanguage();
  const { response, waitsUntil } = consultation;
  if (!response) return null;
  return (
    <section className="card" aria-labelledby="reactie">
      <h2 id="reactie">{say("web-consult-response")}</h2>
      <p>
        <strong>{say(`web-following-${response.following.toLowerCase()}-done`)}</strong>
      </p>
      {response.reason ? (
        <p className="quote">{response.reason}</p>
      ) : (
        <p className="soft">{say("web-consult-in-timeline")}</p>
      )}
      {waitsUntil && <p>{say("web-consult-wait", { date: longDate(waitsUntil, language) })}</p>}
    </section>
  );
}

/** What members said among themselves: the server gives it to the body and its coach alone (law 9). */
export function Opinions({ consultation }: { consultation: Consultation }) {
  const say = useSay();
  const { language } = useLanguage();
  const { body, opinions } = consultation;
  if (opinions.length === 0) return null;
  return (
    <section className="card" aria-labelledby="meningen">
      <h2 id="meningen">{say("web-opinions", { body: body.name })}</h2>
      <p className="soft">{say("web-opinions-lead", { body: body.name })}</p>
      {opinions.map(({ at, by, person, text }) => (
        <div key={`${at}${person?.id}`}>
          <p className="small soft">
            {person?.name || say("who-erased")}, {longDate(at, language)}
            {by && by.id !== person?.id && ` · ${say("web-opinions-by", { who: by.name })}`}
          </p>
          {text && <p className="quote">{text}</p>}
        </div>
      ))}
    </section>
  );
}
