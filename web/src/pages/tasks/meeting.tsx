import { Link } from "@tanstack/react-router";
import { Notice } from "../../parts/notice.tsx";
import { useSay } from "../../texts/language.tsx";
import type { Task } from "./documents.ts";

/** Decisions that wait for a body: the way to the meeting that takes them together. */
export function MeetingCard({ tasks }: { tasks: readonly Task[] }) {
  const say = useSay();
  const bodies = new Map<string, { name: string; count: number }>();
  for (const { kind, party } of tasks) {
    if (kind !== "DECIDE" || !party) continue;
    bodies.set(party.key, { name: party.name, count: (bodies.get(party.key)?.count ?? 0) + 1 });
  }
  return [...bodies].map(([key, { count, name }]) => (
    <Notice key={key}>
      <p>{say("web-tasks-meeting", { count, body: name })}</p>
      <p>
        <Link className="button second compact" to="/vergadering" search={{ orgaan: key }}>
          {say("web-tasks-meeting-button")}
          <span className="hidden-visually"> {name}</span>
        </Link>
      </p>
    </Notice>
  ));
}
