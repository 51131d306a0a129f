import { Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { tasksQuery } from "../pages/tasks/documents.ts";
import { taskName, taskPlace } from "../pages/tasks/task.ts";
import { useSay } from "../texts/language.tsx";

/** After finishing one task: the way to the next, or back to the empty list. */
export function NextTask() {
  const say = useSay();
  const variables = { list: "WAITING_FOR_ME", first: 1 } as const;
  const [{ data, fetching }] = useQuery({ query: tasksQuery, variables, requestPolicy: "network-only" });
  const next = data?.tasks.edges[0]?.node;
  if (fetching) return null;
  if (!next) return <Link to="/taken">{say("web-to-tasks")}</Link>;
  return (
    <>
      {say("web-next-task")}{" "}
      <Link {...taskPlace(next, next.project.id)}>
        {taskName(next, say)} ({next.project.title})
      </Link>
    </>
  );
}
