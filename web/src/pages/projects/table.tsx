import { Link } from "@tanstack/react-router";
import { StatusWord } from "../../parts/status.tsx";
import { longDate, shortDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import type { Listed } from "./documents.ts";
import { isLate, waitingDays, waitsFor } from "./portfolio.ts";

function Row({ project, running }: { project: Listed; running: boolean }) {
  const say = useSay();
  const { language } = useLanguage();
  const { closedAt, id, lead, phase, phaseSince, readiness, reviewOn, title } = project;
  const who = waitsFor(project);
  const days = waitingDays(project);
  const late = isLate(project);
  return (
    <tr>
      <th scope="row">
        <Link className="whole" to="/projecten/$project" params={{ project: id }}>
          {title}
        </Link>
        <span className="below soft">{lead.name}</span>
      </th>
      <td data-label={say("web-phase-column")}>
        <span>
          {phase.name}
          <span className="below soft">{say("web-since", { date: shortDate(phaseSince, language) })}</span>
          {running && readiness && (
            <span className="below soft">
              {say("web-points-done", { done: readiness.doneCount, total: readiness.totalCount })}
            </span>
          )}
        </span>
      </td>
      <td data-label={say("web-waits-column")}>
        <span>
          {who.slice(0, 2).join(", ") || "–"}
          {who.length > 2 && <span className="soft"> {say("web-waits-more", { count: who.length - 2 })}</span>}
        </span>
      </td>
      <td data-label={say("web-waits-days")} className="short">
        <span>
          {days === undefined ? "–" : say("web-days", { count: days })}
          {late && (
            <span className="below">
              <StatusWord state="late" word={say("web-late")} />
            </span>
          )}
        </span>
      </td>
      {running ? (
        <td data-label={say("web-decision-planned")} className="short">
          {reviewOn
            ? say("web-portfolio-held", { date: shortDate(reviewOn, language) })
            : readiness?.due
              ? shortDate(readiness.due, language)
              : "–"}
        </td>
      ) : (
        <td data-label={say("web-closed-column")}>{closedAt ? longDate(closedAt, language) : say("web-closed-not")}</td>
      )}
    </tr>
  );
}

/** The projects, each with whom it waits for and how long already. The whole row is the link. */
export function ProjectTable({ projects, running }: { projects: readonly Listed[]; running: boolean }) {
  const say = useSay();
  return (
    <table className="stack linked">
      <caption className="hidden-visually">{say("web-nav-projects")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("web-project")}</th>
          <th scope="col">{say("web-phase-column")}</th>
          <th scope="col">{say("web-waits-column")}</th>
          <th scope="col">{say("web-waits-days")}</th>
          <th scope="col">{say(running ? "web-decision-planned" : "web-closed-column")}</th>
        </tr>
      </thead>
      <tbody>
        {projects.map((project) => (
          <Row key={project.id} project={project} running={running} />
        ))}
      </tbody>
    </table>
  );
}
