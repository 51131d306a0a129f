import { Link } from "@tanstack/react-router";
import { useSay } from "../texts/language.tsx";
import { Crumbs } from "./crumbs.tsx";

/** The way back from a page of a project. */
export function ProjectCrumbs({ project }: { project: { id: string; title: string } }) {
  const say = useSay();
  return (
    <Crumbs>
      {[
        <Link key="projects" to="/projecten">
          {say("web-nav-projects")}
        </Link>,
        <Link key="project" to="/projecten/$project" params={{ project: project.id }}>
          {project.title}
        </Link>,
      ]}
    </Crumbs>
  );
}
