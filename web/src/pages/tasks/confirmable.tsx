import { Link } from "@tanstack/react-router";
import { Notice } from "../../parts/notice.tsx";
import { useSay } from "../../texts/language.tsx";
import type { Task } from "./documents.ts";
import { confirmations } from "./task.ts";

/** Earlier answers whose evidence changed: one card per project and party, one act for all of them. */
export function ConfirmCards({ tasks }: { tasks: readonly Task[] }) {
  const say = useSay();
  return confirmations(tasks).map(({ project, party, count }) => (
    <Notice key={project.id + party.key} tone="warn">
      <p>{say("web-confirm-card", { count, project: project.title, party: party.name })}</p>
      <p>
        <Link
          className="button second compact"
          to="/projecten/$project/bevestigen"
          params={{ project: project.id }}
          search={{ partij: party.key }}
        >
          {say("web-confirm-card-button", { count })}
          <span className="hidden-visually"> {project.title}</span>
        </Link>
      </p>
    </Notice>
  ));
}
