import { useEffect, useRef } from "react";
import { usePages } from "../../api/pages.ts";
import { dayOf, longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { type Happening, timelineQuery } from "./documents.ts";
import { Entry } from "./entry.tsx";

/** Groups what happened by civil day; the order stays. */
export function byDay(events: readonly Happening[]): [string, Happening[]][] {
  const days = new Map<string, Happening[]>();
  for (const event of events) {
    const day = dayOf(event.at);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return [...days];
}

/** Everything that happened, newest first. */
export default function Timeline({ project, version }: { project: string; version: number }) {
  const say = useSay();
  const { language } = useLanguage();
  const { nodes, next, refetch } = usePages(timelineQuery, { id: project }, (data) => data.project?.timeline);
  const shown = useRef(version);
  useEffect(() => {
    if (shown.current === version) return;
    shown.current = version;
    refetch({ requestPolicy: "network-only" });
  }, [version, refetch]);
  return (
    <section className="card main timeline" aria-labelledby="tijdlijn">
      <h2 id="tijdlijn">{say("web-timeline")}</h2>
      {byDay(nodes).map(([day, events]) => (
        <div key={day}>
          <h3>{longDate(day, language)}</h3>
          <ol>
            {events.map((event) => (
              <Entry key={event.id} event={event} project={project} />
            ))}
          </ol>
        </div>
      ))}
      {next && (
        <button type="button" className="button second compact" onClick={next}>
          {say("web-timeline-more")}
        </button>
      )}
    </section>
  );
}
