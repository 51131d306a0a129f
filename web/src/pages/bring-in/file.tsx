import { createLazyRoute, Link } from "@tanstack/react-router";
import type { ProjectRow } from "../../api/tables.ts";
import { useSay } from "../../texts/language.tsx";
import { bringInProject } from "./documents.ts";
import { BringInFile, type Bringing } from "./frame.tsx";
import { BringInTabs } from "./parts.tsx";
import { ProjectRows } from "./project-rows.tsx";

const projects: Bringing<ProjectRow> = {
  what: "projects",
  columns: ["titel", "samenvatting", "trechter", "fase", "projectleider", "waarom", "wie-lost-op", "wanneer", "facts"],
  template: { nl: "projecten", en: "projects" },
  Good: ProjectRows,
  async send(client, { input, key }) {
    if (!input) return undefined;
    const { data, error } = await client.mutation(bringInProject, { input: { ...input, key } }).toPromise();
    return { project: data?.bringInProject.project.id, error };
  },
};

/** Several projects that exist already come in from one file (law 1). */
function BringInProjects() {
  const say = useSay();
  return (
    <BringInFile
      of={projects}
      crumbs={[
        <Link key="projects" to="/projecten">
          {say("web-nav-projects")}
        </Link>,
      ]}
      tabs={<BringInTabs />}
      others={say("web-bring-others")}
    />
  );
}

export const route = createLazyRoute("/inside/projecten/inbrengen/bestand")({ component: BringInProjects });
