import { Link } from "@tanstack/react-router";
import { blockerPoints, conditionName } from "../../parts/points.ts";
import { StatusWord } from "../../parts/status.tsx";
import { PointLink } from "../../parts/summary.tsx";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { consultationName, markOf, standingText, wordOf } from "../consultation/standing.ts";
import { planOf } from "../decision/promises.ts";
import type { AgendaItem } from "./documents.ts";
import { daysSince, impactOf } from "./words.ts";

type Project = AgendaItem["project"];

/** What bodies said, and what was answered. */
function Advice({ project }: { project: Project }) {
  const say = useSay();
  const { language } = useLanguage();
  if (project.consultations.length === 0) return null;
  return (
    <>
      <h4>{say("web-meeting-advice")}</h4>
      <ul className="plain">
        {project.consultations.map((one) => (
          <li key={one.number}>
            <Link to="/projecten/$project/advies/$number" params={{ project: project.id, number: String(one.number) }}>
              {consultationName(one, say)}
            </Link>{" "}
            <StatusWord state={markOf(one)} word={wordOf(one, say)} />
            {one.advice?.text && <p className="quote small">{one.advice.text}</p>}
            {one.response?.reason ? (
              <p className="soft small">
                {say("web-meeting-answer")} {one.response.reason}
              </p>
            ) : (
              <p className="soft small">{standingText(one, say, language)}</p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is not there yet: what a conditional go would make an agreement of, and what cannot wait. */
function Missing({ project }: { project: Project }) {
  const say = useSay();
  const { readiness } = project;
  if (!readiness || readiness.blockers.length === 0) return null;
  const { demands, fixed } = planOf({ blockers: readiness.blockers, checks: [] });
  return (
    <details>
      <summary>
        {say("web-meeting-missing", {
          count: readiness.blockers.length,
          done: readiness.doneCount,
          total: readiness.totalCount,
        })}
      </summary>
      {fixed.length > 0 && (
        <>
          <p className="small">
            <strong>{say("web-meeting-fixed", { count: fixed.length })}</strong>
          </p>
          <ul className="small">
            {blockerPoints(fixed, project.id, say).map((point) => (
              <li key={point.text}>
                <PointLink point={point} />
              </li>
            ))}
          </ul>
        </>
      )}
      {demands.length > 0 && (
        <>
          <p className="small">
            <strong>{say("web-meeting-deferrable", { count: demands.length })}</strong>
          </p>
          <ul className="small">
            {demands.map(({ blockers, key }) =>
              blockerPoints(blockers, project.id, say).map((point) => (
                <li key={key + point.text}>
                  <PointLink point={point} />
                </li>
              )),
            )}
          </ul>
        </>
      )}
    </details>
  );
}

/** Agreements of earlier decisions that are still open. */
function Conditions({ project }: { project: Project }) {
  const say = useSay();
  const { language } = useLanguage();
  const { conditions } = project;
  if (conditions.length === 0) return null;
  const late = conditions.filter((one) => one.late).length;
  return (
    <details>
      <summary>{say("web-meeting-conditions", { count: conditions.length, late })}</summary>
      <ul className="small">
        {conditions.map((condition) => {
          const { due, number, owner } = condition;
          const who = owner.person?.name ?? owner.party?.name ?? "";
          return (
            <li key={number}>
              {conditionName(condition, say)}
              <span className="hint">{say("web-promise-by", { who, date: longDate(due, language) })}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** What somebody wants to know of an item before the meeting. */
export function ItemFacts({ item }: { item: AgendaItem }) {
  const { project, since } = item;
  const say = useSay();
  const impact = impactOf(project.facts);
  const { readiness } = project;
  const voted = readiness?.ballots.find(({ kind }) => kind === "DECISION");
  const facts: [string, string][] = [
    [say("web-meeting-decides"), readiness?.gate?.name ?? ""],
    [say("web-meeting-age"), say("web-meeting-days", { count: daysSince(since) })],
    ...(impact ? [[say("web-meeting-impact"), impact] as [string, string]] : []),
    [say("web-meeting-lead-person"), project.lead.name],
    ...(readiness?.votesNeeded
      ? [
          [
            say("web-meeting-votes"),
            say("web-meeting-votes-needed", { count: readiness.votesNeeded, voted: voted?.voted.length ?? 0 }),
          ] as [string, string],
        ]
      : []),
  ];
  return (
    <>
      <dl className="facts small">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Advice project={project} />
      <Missing project={project} />
      <Conditions project={project} />
    </>
  );
}
