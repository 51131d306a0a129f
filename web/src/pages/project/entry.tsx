import { Link } from "@tanstack/react-router";
import { BehalfTold } from "../../parts/behalf-told.tsx";
import { longDate, timeOfDay } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import type { Happening } from "./documents.ts";
import { happeningText } from "./happening.ts";

/** One thing that happened, with everything that was said about it. */
export function Entry({ event, project }: { event: Happening; project: string }) {
  const say = useSay();
  const { language } = useLanguage();
  const id = `gebeurtenis-${event.sequence}`;
  const { advice, consultation, following, heldOn, lessons, minority, onBehalf, reviewOn } = event;
  return (
    <li id={id}>
      <p>
        {happeningText(event, say, language)}
        {advice && <strong> {say(`web-verdict-${advice.toLowerCase()}`)}.</strong>}
        {following && <strong> {say(`web-following-${following.toLowerCase()}-done`)}</strong>}
      </p>
      {event.text && event.kind !== "PROJECT_STARTED" && <p className="quote">{event.text}</p>}
      {minority && (
        <p className="quote">
          {say("web-consult-minority")}: {minority}
        </p>
      )}
      {lessons && (
        <p className="quote">
          {say("web-decision-lessons")} {lessons}
        </p>
      )}
      {reviewOn && <p>{say("web-receipt-review", { date: longDate(reviewOn, language) })}</p>}
      {heldOn && !onBehalf && <p className="small">{say("web-entry-held", { date: longDate(heldOn, language) })}</p>}
      {onBehalf && <BehalfTold of={onBehalf} />}
      <p className="soft small">
        <a href={`#${id}`}>
          {timeOfDay(event.at, language)}
          <span className="hidden-visually"> {say("web-permalink", { number: event.sequence })}</span>
        </a>
        {event.function && ` · ${event.function}`}
        {consultation !== null && (
          <>
            {" · "}
            <Link to="/projecten/$project/advies/$number" params={{ project, number: String(consultation) }}>
              {say("web-entry-consultation", { number: consultation })}
            </Link>
          </>
        )}
      </p>
    </li>
  );
}
