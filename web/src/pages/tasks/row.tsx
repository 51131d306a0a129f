import { Link } from "@tanstack/react-router";
import { Mark } from "../../parts/status.tsx";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import type { Task } from "./documents.ts";
import { taskName, taskPlace } from "./task.ts";

/** What somebody makes or does is to be done; all else waits for an answer. */
const todo = new Set<Task["kind"]>([
  "ANSWER_FACT",
  "SUBMIT",
  "RENEW",
  "MEET_CONDITION",
  "OPEN_CONSULTATION",
  "SUBMIT_EVIDENCE",
  "DO_DUTY",
  "HANDLE_SIGNAL",
  "START_ROLLOUT",
]);

/** A task: verb and thing, project, what is new, and until when. The whole row is the link. */
export function TaskRow({ task, list }: { task: Task; list: string }) {
  const say = useSay();
  const { language } = useLanguage();
  const date = longDate(task.due, language);
  const state = task.confirmable ? "stale" : task.late ? "late" : todo.has(task.kind) ? "to_do" : "waiting";
  const details = [
    task.revision && !todo.has(task.kind) ? say("web-version", { number: task.revision }) : undefined,
    task.confirmable
      ? say(list === "WAITING_FOR_ME" ? "web-task-confirmable" : "web-task-confirmable-others")
      : undefined,
    list === "WAITING_FOR_ME" && task.party ? say("web-task-for", { party: task.party.name }) : undefined,
    list === "WAITING_FOR_OTHERS"
      ? say("web-task-waits-for", { who: task.party?.name ?? task.person?.name ?? "" })
      : undefined,
  ].filter(Boolean);
  return (
    <li className="row">
      <Mark state={state} />
      <div className="body">
        <p className="title">
          <Link className="whole" {...taskPlace(task, task.project.id)}>
            {taskName(task, say)}
          </Link>
        </p>
        <p>{task.project.title}</p>
        {details.length > 0 && <p className="soft small">{details.join(" · ")}</p>}
      </div>
      <div className="end">
        {task.late && <span className="status late">{say("web-was-due", { date })}</span>}
        {!task.late && <span className="soft">{say("web-due", { date })}</span>}
      </div>
    </li>
  );
}
