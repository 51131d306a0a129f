import { Link } from "@tanstack/react-router";
import { useSay } from "../../texts/language.tsx";
import { outline } from "../project/funnel.tsx";
import type { Listed } from "./documents.ts";
import { type Filters, type FunnelOf, isLate, type PhaseOf, placed } from "./portfolio.ts";

/** One project in the picture: a round mark, or a triangle in another colour where something is late. */
function ProjectMark({ project }: { project: Listed }) {
  const late = isLate(project);
  return (
    <svg className={late ? "project-mark late" : "project-mark"} viewBox="0 0 20 20" aria-hidden="true">
      <title>{project.title}</title>
      {late ? <polygon points="10,1.5 19,18 1,18" /> : <circle cx="10" cy="10" r="8" />}
    </svg>
  );
}

function PhasePart({
  phase,
  index,
  count,
  now,
  filters,
}: {
  phase: PhaseOf;
  index: number;
  count: number;
  now: boolean;
  filters: Filters;
}) {
  const say = useSay();
  const { key, name, projects, stopped } = phase;
  const late = projects.filter(isLate).length;
  const details = [
    late > 0 && say("web-portfolio-late", { count: late }),
    stopped > 0 && say("web-portfolio-ended", { count: stopped }),
  ];
  return (
    <li className={now ? "chosen" : ""}>
      <svg className="outline" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <polygon points={outline(index, count, 14)} />
      </svg>
      <Link
        className="whole name"
        to="/projecten"
        search={placed(filters, { fase: now ? "" : key })}
        replace
        aria-current={now ? "true" : undefined}
      >
        {name}
        <span className="hidden-visually">: </span>
      </Link>
      <span className="marks">
        {projects.slice(0, 24).map((project) => (
          <ProjectMark key={project.id} project={project} />
        ))}
      </span>
      <span className="when">{say("web-portfolio-count", { count: projects.length })}</span>
      <span className="when">{details.filter(Boolean).join(" · ")}</span>
    </li>
  );
}

/** The funnel with a mark for each project. Each phase is a link that shows its projects in the table below. */
export function Picture({ funnel, filters, alone }: { funnel: FunnelOf; filters: Filters; alone: boolean }) {
  const say = useSay();
  const { name, phases } = funnel;
  return (
    <section aria-label={say("web-portfolio-picture", { name })}>
      {!alone && <h2>{name}</h2>}
      <ol className="funnel portfolio">
        {phases.map((phase, index) => (
          <PhasePart
            key={phase.key}
            phase={phase}
            index={index}
            count={phases.length}
            filters={filters}
            now={phase.key === filters.fase}
          />
        ))}
      </ol>
    </section>
  );
}
