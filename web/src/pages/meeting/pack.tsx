import { createLazyRoute, Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { useQuery } from "urql";
import { usePages } from "../../api/pages.ts";
import { Heading } from "../../app/heading.tsx";
import { blockerPoints, checkKey, checkName, conditionName } from "../../parts/points.ts";
import { Failed, Waiting } from "../../parts/states.tsx";
import { StatusWord } from "../../parts/status.tsx";
import { daysAhead, longDate, wholeNumber } from "../../texts/dates.ts";
import type { Language } from "../../texts/files.ts";
import { type Say, useLanguage, useSay } from "../../texts/language.tsx";
import { consultationName, standingText, wordOf } from "../consultation/standing.ts";
import { planOf } from "../decision/promises.ts";
import { meetsQuery, type PackItem, packQuery } from "./documents.ts";
import { arranged, isOn } from "./plan.ts";
import { useMeeting } from "./typed.ts";
import { impactOf, whyNow } from "./words.ts";

type Project = PackItem["project"];
type Readiness = NonNullable<Project["readiness"]>;

/** Characters of a hash that are printed: enough to hold beside the file. */
const HASH_SHOWN = 16;

/** An answer about the project, in words. */
function factText({ kind, levels, value }: Project["facts"][number], say: Say, language: Language): string {
  if (kind === "BOOLEAN") return say(value ? "web-yes" : "web-no");
  if (kind === "LEVELS") return levels.find(({ key }) => key === value)?.name ?? String(value);
  return typeof value === "number" ? wholeNumber(value, language) : String(value);
}

function Facts({ project }: { project: Project }) {
  const say = useSay();
  const { language } = useLanguage();
  const answered = project.facts.filter(({ value }) => value !== null);
  const open = project.facts.length - answered.length;
  return (
    <>
      <h3>{say("web-meeting-pack-facts")}</h3>
      <ul className="columns">
        {answered.map((fact) => (
          <li key={fact.key}>
            {fact.question} <strong>{factText(fact, say, language)}</strong>
          </li>
        ))}
      </ul>
      {open > 0 && <p className="soft">{say("web-meeting-pack-facts-open", { count: open })}</p>}
    </>
  );
}

/** What the gate asks that is no document: the answers of parties, agreements, and what is in use. */
function Points({ project, readiness }: { project: Project; readiness: Readiness }) {
  const say = useSay();
  const points = readiness.checks.filter((check) => !check.artefact && check.kind !== "CONSULTATION");
  if (points.length === 0) return null;
  return (
    <>
      <h3>{say("web-meeting-pack-points")}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("web-meeting-pack-point")}</th>
            <th scope="col">{say("web-meeting-pack-party")}</th>
            <th scope="col">{say("web-meeting-pack-state")}</th>
          </tr>
        </thead>
        <tbody>
          {points.map((check, index) => (
            <tr key={checkKey(check, index)}>
              <td>
                {checkName(check, project.id, say)}
                {check.judgement?.motivation && <span className="quote small">{check.judgement.motivation}</span>}
              </td>
              <td>{check.party?.name}</td>
              <td>
                <StatusWord state={check.state} criterion={Boolean(check.criterion)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The documents that the decision rests on, each with its version and the mark of that version. */
function Documents({ readiness }: { readiness: Readiness }) {
  const say = useSay();
  const { language } = useLanguage();
  const documents = readiness.checks.flatMap((check) =>
    check.artefact ? [{ ...check, artefact: check.artefact }] : [],
  );
  if (documents.length === 0) return null;
  return (
    <>
      <h3>{say("web-meeting-pack-documents")}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("web-meeting-pack-document")}</th>
            <th scope="col">{say("web-meeting-pack-version")}</th>
            <th scope="col">{say("web-meeting-pack-hash")}</th>
            <th scope="col">{say("web-meeting-pack-state")}</th>
          </tr>
        </thead>
        <tbody>
          {documents.map(({ artefact, state }) => (
            <tr key={artefact.id}>
              <td>{artefact.kind.name}</td>
              <td>
                {artefact.current
                  ? say("web-meeting-pack-revision", {
                      number: artefact.current.number,
                      date: longDate(artefact.current.submittedAt, language),
                    })
                  : "–"}
              </td>
              <td>
                {artefact.current && (
                  <code title={artefact.current.hash}>{artefact.current.hash.slice(0, HASH_SHOWN)}</code>
                )}
              </td>
              <td>
                <StatusWord state={state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Consultations({ project }: { project: Project }) {
  const say = useSay();
  const { language } = useLanguage();
  if (project.consultations.length === 0) return null;
  return (
    <>
      <h3>{say("web-meeting-advice")}</h3>
      {project.consultations.map((one) => (
        <div className="kept-together" key={one.number}>
          <h4>
            {consultationName(one, say)}: {wordOf(one, say).toLowerCase()}
          </h4>
          {one.question && <p className="soft">{one.question}</p>}
          {one.advice?.text && <p className="quote">{one.advice.text}</p>}
          {one.advice?.minority && (
            <p className="quote">
              {say("web-meeting-pack-minority")} {one.advice.minority}
            </p>
          )}
          {one.response?.reason ? (
            <p>
              <strong>{say("web-meeting-answer")}</strong> {one.response.reason}
            </p>
          ) : (
            <p>{standingText(one, say, language)}</p>
          )}
        </div>
      ))}
    </>
  );
}

function Conditions({ project }: { project: Project }) {
  const say = useSay();
  const { language } = useLanguage();
  if (project.conditions.length === 0) return null;
  return (
    <>
      <h3>{say("web-meeting-pack-conditions")}</h3>
      <ul>
        {project.conditions.map((condition) => {
          const { due, late, number, owner } = condition;
          const who = owner.person?.name ?? owner.party?.name ?? "";
          return (
            <li key={number}>
              {conditionName(condition, say)}. {say("web-promise-by", { who, date: longDate(due, language) })}
              {late && <strong> ({say("web-meeting-pack-late")})</strong>}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** What is in the way, and what of it can become an agreement. */
function Missing({ project, readiness }: { project: Project; readiness: Readiness }) {
  const say = useSay();
  if (readiness.blockers.length === 0) return <p>{say("web-decision-ready")}</p>;
  const { demands, fixed } = planOf({ blockers: readiness.blockers, checks: [] });
  const list = (blockers: Readiness["blockers"]) => (
    <ul>
      {blockerPoints(blockers, project.id, say).map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
  return (
    <>
      {fixed.length > 0 && (
        <>
          <p>
            <strong>{say("web-meeting-fixed", { count: fixed.length })}</strong>
          </p>
          {list(fixed)}
        </>
      )}
      {demands.length > 0 && (
        <>
          <p>
            <strong>{say("web-meeting-deferrable", { count: demands.length })}</strong>
          </p>
          {list(demands.flatMap(({ blockers }) => blockers))}
        </>
      )}
    </>
  );
}

/** One project: what it is, where it stands, and room to write. */
function ProjectSheet({ item, number }: { item: PackItem; number: number }) {
  const say = useSay();
  const { language } = useLanguage();
  const { project } = item;
  const { readiness } = project;
  const impact = impactOf(project.facts);
  if (!readiness?.gate) return null;
  const { doneCount: done, due, gate, totalCount: total } = readiness;
  const rows: [string, string][] = [
    [say("web-meeting-lead-person"), [project.lead.name, project.lead.function].filter(Boolean).join(", ")],
    [
      say("web-meeting-pack-phase"),
      say("web-meeting-pack-since", { phase: project.phase.name, date: longDate(project.phaseSince, language) }),
    ],
    ...(impact ? [[say("web-meeting-impact"), impact] as [string, string]] : []),
    ...(due ? [[say("web-meeting-pack-due"), longDate(due, language)] as [string, string]] : []),
    [say("web-decision-evidence"), say("web-done-of", { done, total })],
  ];
  return (
    <section className="sheet">
      <h2>
        {number}. {project.title}
      </h2>
      <p className="question">{gate.question}</p>
      <p>{project.summary}</p>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{say("web-meeting-pack-now")}</h3>
      <p>{whyNow(item, say, language)}</p>
      <Missing project={project} readiness={readiness} />
      <Consultations project={project} />
      <Conditions project={project} />
      <Documents readiness={readiness} />
      <Points project={project} readiness={readiness} />
      <Facts project={project} />
      <p className="notes">{say("web-meeting-pack-notes")}</p>
    </section>
  );
}

/** The papers of a meeting in one file: a cover with the agenda, then a section for each project. */
function PackOf({ party, name }: { party: string; name: string }) {
  const say = useSay();
  const { language } = useLanguage();
  const pages = usePages(packQuery, { party, first: 8 }, (data) => data.agenda);
  const { data, error, nodes, next, refetch } = pages;
  const [meeting] = useMeeting(party);
  useEffect(() => {
    next?.();
  }, [next]);
  if (!data) return error ? <Failed again={() => refetch({ requestPolicy: "network-only" })} /> : <Waiting />;
  const items = arranged(nodes, meeting.order).filter((item) => isOn(meeting, item));
  const title = say("web-meeting-pack-title", { body: name });
  return (
    <div className="pack">
      <section className="sheet cover">
        <Heading title={title} />
        <p>
          {meeting.date
            ? say("web-meeting-pack-date", { date: longDate(meeting.date, language) })
            : say("web-meeting-pack-made", { date: longDate(daysAhead(0), language) })}
        </p>
        <h2>{say("web-meeting-agenda", { count: items.length })}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">{say("web-meeting-pack-item")}</th>
              <th scope="col">{say("web-meeting-decides")}</th>
              <th scope="col">{say("web-meeting-lead-person")}</th>
              <th scope="col">{say("web-meeting-pack-state")}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item, at) => (
              <tr key={item.project.id}>
                <td>
                  {at + 1}. {item.project.title}
                </td>
                <td>{item.project.readiness?.gate?.name}</td>
                <td>{item.project.lead.name}</td>
                <td>{whyNow(item, say, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="soft small">{say("web-meeting-pack-mark")}</p>
        <p className="buttons unprinted">
          <button type="button" className="button" aria-busy={next !== undefined} onClick={() => window.print()}>
            {say(next ? "web-busy" : "web-meeting-print")}
          </button>
          <Link className="button second" to="/vergadering" search={{ orgaan: party }}>
            {say("web-meeting-back")}
          </Link>
        </p>
      </section>
      {items.map((item, at) => (
        <ProjectSheet key={item.project.id} item={item} number={at + 1} />
      ))}
    </div>
  );
}

function Pack() {
  const { orgaan } = route.useSearch();
  const [{ data, error }, refetch] = useQuery({ query: meetsQuery });
  const say = useSay();
  if (!data) return error ? <Failed again={() => refetch({ requestPolicy: "network-only" })} /> : <Waiting />;
  const body = data.viewer.meets.find(({ key }) => key === orgaan) ?? data.viewer.meets[0];
  if (body) return <PackOf key={body.key} party={body.key} name={body.name} />;
  return (
    <>
      <Heading title={say("web-meeting")} />
      <p>{say("web-meeting-none")}</p>
    </>
  );
}

export const route = createLazyRoute("/inside/vergadering/stukken")({ component: Pack });
