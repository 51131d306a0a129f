import { createLazyRoute, Link } from "@tanstack/react-router";
import { usePages } from "../../api/pages.ts";
import { useChanges } from "../../app/changes.ts";
import { Heading } from "../../app/heading.tsx";
import { Empty, Failed, Waiting } from "../../parts/states.tsx";
import { Tabs } from "../../parts/tabs.tsx";
import { longDate, shortDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { projectsQuery } from "./documents.ts";

const lifecycles = { gestopt: "STOPPED", "uit-gebruik": "RETIRED" } as const;

function Projects() {
  const say = useSay();
  const { language } = useLanguage();
  const { toon } = route.useSearch();
  const lifecycle = toon ? lifecycles[toon] : "ACTIVE";
  const pages = usePages(projectsQuery, { lifecycle, first: 50 }, (data) => data.projects);
  const again = () => pages.refetch({ requestPolicy: "network-only" });
  useChanges(again);
  const { data, error, nodes, next } = pages;
  if (error && !data) return <Failed again={again} />;
  return (
    <>
      <Heading title={say("web-nav-projects")} />
      <Tabs
        name={say("web-projects-lists")}
        tabs={[
          { text: say("web-projects-active"), place: { to: "/projecten" } },
          { text: say("web-projects-stopped"), place: { to: "/projecten", search: { toon: "gestopt" } } },
          { text: say("web-projects-retired"), place: { to: "/projecten", search: { toon: "uit-gebruik" } } },
        ]}
      />
      {!data && <Waiting />}
      {data && (
        <section className="card">
          {nodes.length === 0 ? (
            <Empty>{say("web-projects-empty", { list: lifecycle.toLowerCase() })}</Empty>
          ) : (
            <table className="stack linked">
              <caption className="hidden-visually">{say("web-nav-projects")}</caption>
              <thead>
                <tr>
                  <th scope="col">{say("web-project")}</th>
                  <th scope="col">{say("web-phase-column")}</th>
                  <th scope="col">{say("web-points-done")}</th>
                  <th scope="col">{say("web-decision-planned")}</th>
                  <th scope="col">{say("web-lead")}</th>
                </tr>
              </thead>
              <tbody>
                {nodes.map(({ id, title, phase, phaseSince, lead, readiness }) => (
                  <tr key={id}>
                    <th scope="row">
                      <Link className="whole" to="/projecten/$project" params={{ project: id }}>
                        {title}
                      </Link>
                    </th>
                    <td data-label={say("web-phase-column")}>
                      <span>
                        {phase.name}{" "}
                        <span className="soft small">
                          {say("web-since", { date: shortDate(phaseSince, language) })}
                        </span>
                      </span>
                    </td>
                    <td data-label={say("web-points-done")}>
                      {readiness ? say("web-done-of", { done: readiness.doneCount, total: readiness.totalCount }) : "–"}
                    </td>
                    <td data-label={say("web-decision-planned")}>
                      {readiness?.due ? longDate(readiness.due, language) : "–"}
                    </td>
                    <td data-label={say("web-lead")}>{lead.name}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      )}
      <p className="buttons">
        {next && (
          <button type="button" className="button second" onClick={next}>
            {say("web-more")}
          </button>
        )}
        {data?.viewer.viewerCanStartProject && (
          <Link className="button" to="/projecten/nieuw">
            {say("web-new-project")}
          </Link>
        )}
      </p>
    </>
  );
}

export const route = createLazyRoute("/inside/projecten")({ component: Projects });
