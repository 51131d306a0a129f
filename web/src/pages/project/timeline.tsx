import { useEffect, useRef } from "react";
import { usePages } from "../../api/pages.ts";
import { dayOf, longDate, timeOfDay } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { type Happening, timelineQuery } from "./documents.ts";
import { happeningText } from "./happening.ts";

/** Groups what happened by civil day; the order stays. */
export function byDay(events: readonly Happening[]): [string, Happening[]][] {
  const days = new Map<string, Happening[]>();
  for (const event of events) {
    const day = dayOf(event.at);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return [...days];
}

function Entry({ event }: { event: Happening }) {
  const say = useSay();
  const { language } = useLanguage();
  const id = `gebeurtenis-${event.sequence}`;
  return (
    <li id={id}>
      <p>{happeningText(event, say, language)}</p>
      {event.text && event.kind !== "PROJECT_STARTED" && <p className="quote">{event.text}</p>}
      <p className="soft small">
        <a href={`#${id}`}>
          {timeOfDay(event.at, language)}
          <span className="hidden-visually"> {say("web-permalink", { number: event.sequence })}</span>
        </a>
        {event.function && ` · ${event.function}`}
      </p>
    </li>
  );
}

/** Everything that happened, newest first. */
export function Timeline({ project, version }: { project: string; version: number }) {
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
              <Entry key={event.id} event={event} />
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
