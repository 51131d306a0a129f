import { createLazyRoute } from "@tanstack/react-router";
import { useRef } from "react";
import { useQuery } from "urql";
import { usePages } from "../../api/pages.ts";
import { useChanges } from "../../app/changes.ts";
import { viewerQuery } from "../../app/documents.ts";
import { Heading } from "../../app/heading.tsx";
import { Empty, Failed, Waiting } from "../../parts/states.tsx";
import { Tabs } from "../../parts/tabs.tsx";
import { useSay } from "../../texts/language.tsx";
import { ConfirmCards } from "./confirmable.tsx";
import { type Task, tasksQuery } from "./documents.ts";
import { useListKeys } from "./keys.ts";
import { MeetingCard } from "./meeting.tsx";
import { TaskRow } from "./row.tsx";

type List = "WAITING_FOR_ME" | "WAITING_FOR_OTHERS";

function Lists({ mine, others }: { mine: number; others: number }) {
  const say = useSay();
  return (
    <Tabs
      name={say("web-tasks-lists")}
      tabs={[
        { text: say("web-tasks-mine", { count: mine }), place: { to: "/taken" } },
        { text: say("web-tasks-others", { count: others }), place: { to: "/taken", search: { lijst: "anderen" } } },
      ]}
    />
  );
}

function Section({ title, tasks, list }: { title: string | undefined; tasks: readonly Task[]; list: List }) {
  if (tasks.length === 0) return null;
  return (
    <section className="card">
      {title && <h2>{title}</h2>}
      <ul className="rows">
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} list={list} />
        ))}
      </ul>
    </section>
  );
}

function Tasks() {
  const say = useSay();
  const { lijst } = route.useSearch();
  const list: List = lijst ? "WAITING_FOR_OTHERS" : "WAITING_FOR_ME";
  const { data, error, nodes, refetch, next } = usePages(tasksQuery, { list, first: 50 }, (answer) => answer.tasks);
  useChanges(() => refetch({ requestPolicy: "network-only" }));
  const place = useRef<HTMLDivElement>(null);
  const keys = useListKeys(place);
  // The frame around the page knows the numbers already; without any, none are shown.
  const [frame] = useQuery({ query: viewerQuery });
  const counts = (data ?? frame.data)?.viewer.taskCounts;

  const late = nodes.filter((task) => task.late);
  const rest = nodes.filter((task) => !task.late);
  if (error && !data) return <Failed again={() => refetch({ requestPolicy: "network-only" })} />;
  return (
    <div ref={place}>
      <Heading title={say("web-tasks")} />
      {counts && (
        <p className="lead">
          {say("web-tasks-count", { count: counts.waitingForMe })}{" "}
          {list === "WAITING_FOR_ME" && late.length > 0 && (
            <strong>{say("web-tasks-late", { count: late.length })}</strong>
          )}
        </p>
      )}
      {counts && <Lists mine={counts.waitingForMe} others={counts.waitingForOthers} />}
      {!data && <Waiting />}
      {list === "WAITING_FOR_ME" && <ConfirmCards tasks={nodes} />}
      {list === "WAITING_FOR_ME" && <MeetingCard tasks={nodes} />}
      <Section title={say("web-tasks-late-heading")} tasks={late} list={list} />
      <Section title={late.length > 0 ? say("web-tasks-after") : undefined} tasks={rest} list={list} />
      {data && nodes.length === 0 && (
        <div className="card">
          <Empty>{say("web-tasks-empty", { list: list.toLowerCase() })}</Empty>
        </div>
      )}
      {next && (
        <p className="buttons">
          <button type="button" className="button second" onClick={next}>
            {say("web-more")}
          </button>
        </p>
      )}
      {nodes.length > 0 && (
        <p className="soft keys">
          {keys.on && (
            <>
              {say("web-keys")} <kbd>j</kbd> {say("web-keys-next")}, <kbd>k</kbd> {say("web-keys-previous")}.{" "}
            </>
          )}
          <button type="button" className="link-button" onClick={keys.toggle}>
            {say(keys.on ? "web-keys-off" : "web-keys-on")}
          </button>
        </p>
      )}
    </div>
  );
}

export const route = createLazyRoute("/inside/taken")({ component: Tasks });
