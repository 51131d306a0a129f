import { createLazyRoute, Link, useNavigate } from "@tanstack/react-router";
import { usePages } from "../../api/pages.ts";
import { useChanges } from "../../app/changes.ts";
import { Heading } from "../../app/heading.tsx";
import { Pick } from "../../parts/field.tsx";
import { Empty, Failed, Waiting } from "../../parts/states.tsx";
import { Tabs } from "../../parts/tabs.tsx";
import { useSay } from "../../texts/language.tsx";
import { type Listed, projectsQuery, type Stopped } from "./documents.ts";
import { Picture } from "./picture.tsx";
import { chosen, type Filters, figures, funnelsOf, placed, waitsFor } from "./portfolio.ts";
import { ProjectTable } from "./table.tsx";

const lifecycles = { gestopt: "STOPPED", "uit-gebruik": "RETIRED" } as const;

/** The state of everything in one line. */
function OneSentence({ projects }: { projects: readonly Listed[] }) {
  const say = useSay();
  const { count, held, late, soon } = figures(projects);
  return (
    <p className="lead">
      {say("web-portfolio-sentence", { count })}{" "}
      {late > 0 && <strong>{say("web-portfolio-sentence-late", { count: late })} </strong>}
      {held > 0 && `${say("web-portfolio-sentence-held", { count: held })} `}
      {soon > 0 && say("web-portfolio-sentence-soon", { count: soon })}
    </p>
  );
}

/** What to show. The address holds it, so that it can be kept and sent. */
function FilterForm({ projects, filters }: { projects: readonly Listed[]; filters: Filters }) {
  const say = useSay();
  const navigate = useNavigate();
  const phases = new Map(projects.flatMap((one) => one.phases.map(({ phase }) => [phase.key, phase.name] as const)));
  const waiters = [...new Set(projects.flatMap((project) => waitsFor(project)))].sort((left, right) =>
    left.localeCompare(right),
  );
  const set = (part: Parameters<typeof placed>[1]) =>
    navigate({ to: "/projecten", search: placed(filters, part), replace: true, resetScroll: false });
  return (
    <form className="filters" aria-label={say("web-filters")} onSubmit={(event) => event.preventDefault()}>
      <Pick
        id="fase"
        label={say("web-phase-column")}
        value={filters.fase ?? ""}
        onChange={(event) => set({ fase: event.target.value })}
      >
        <option value="">{say("web-filter-all-phases")}</option>
        {[...phases].map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Pick>
      <Pick
        id="wacht"
        label={say("web-waits-column")}
        value={filters.wacht ?? ""}
        onChange={(event) => set({ wacht: event.target.value })}
      >
        <option value="">{say("web-filter-everybody")}</option>
        {waiters.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Pick>
      <Pick
        id="laat"
        label={say("web-filter-state")}
        value={filters.laat ? "ja" : ""}
        onChange={(event) => set({ laat: event.target.value !== "" })}
      >
        <option value="">{say("web-filter-all-states")}</option>
        <option value="ja">{say("web-filter-late")}</option>
      </Pick>
    </form>
  );
}

function Portfolio(props: { projects: readonly Listed[]; stopped: readonly Stopped[]; filters: Filters }) {
  const { projects, stopped, filters } = props;
  const say = useSay();
  const shown = chosen(projects, filters);
  const funnels = funnelsOf(projects, stopped);
  const filtered = Object.values(filters).some(Boolean);
  return (
    <>
      <OneSentence projects={projects} />
      <p className="soft small">{say("web-portfolio-key")}</p>
      {funnels.map((funnel) => (
        <Picture key={funnel.key} funnel={funnel} filters={filters} alone={funnels.length === 1} />
      ))}
      <section className="card">
        <h2>{say("web-portfolio-table")}</h2>
        <FilterForm projects={projects} filters={filters} />
        <p role="status" className="soft">
          {filtered && say("web-filter-count", { count: shown.length, total: projects.length })}
        </p>
        {shown.length > 0 ? (
          <ProjectTable projects={shown} running />
        ) : (
          <Empty>
            {say("web-filter-none")}{" "}
            <Link to="/projecten" search={{}} replace>
              {say("web-filter-clear")}
            </Link>
          </Empty>
        )}
      </section>
    </>
  );
}

function Projects() {
  const say = useSay();
  const { toon, ...filters } = route.useSearch();
  const lifecycle = toon ? lifecycles[toon] : "ACTIVE";
  const pages = usePages(projectsQuery, { lifecycle, first: 50 }, (data) => data.projects);
  const again = () => pages.refetch({ requestPolicy: "network-only" });
  useChanges(again);
  const { data, error, nodes, next } = pages;
  if (error && !data) return <Failed again={again} />;
  const stopped = data?.stopped.edges.map((edge) => edge.node) ?? [];
  return (
    <>
      <Heading title={say("web-nav-projects")} />
      <Tabs
        name={say("web-projects-lists")}
        tabs={[
          { text: say("web-projects-active"), place: { to: "/projecten" }, here: !toon },
          { text: say("web-projects-stopped"), place: { to: "/projecten", search: { toon: "gestopt" } } },
          { text: say("web-projects-retired"), place: { to: "/projecten", search: { toon: "uit-gebruik" } } },
        ]}
      />
      {!data && <Waiting />}
      {data && nodes.length === 0 && (
        <section className="card">
          <Empty>{say("web-projects-empty", { list: lifecycle.toLowerCase() })}</Empty>
        </section>
      )}
      {nodes.length > 0 && lifecycle === "ACTIVE" && <Portfolio projects={nodes} stopped={stopped} filters={filters} />}
      {nodes.length > 0 && lifecycle !== "ACTIVE" && (
        <section className="card">
          <ProjectTable projects={nodes} running={false} />
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
        {data && data.viewer.meets.length > 0 && (
          <Link className="button second" to="/vergadering">
            {say("web-meeting-prepare")}
          </Link>
        )}
        {data?.viewer.viewerCanBringIn && (
          <Link className="button second" to="/projecten/inbrengen">
            {say("web-bring-link")}
          </Link>
        )}
      </p>
    </>
  );
}

export const route = createLazyRoute("/inside/projecten")({ component: Projects });
