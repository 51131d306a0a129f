import type { ReactNode } from "react";
import { blockerPoints } from "../../parts/points.ts";
import { PointLink } from "../../parts/summary.tsx";
import { shortDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import type { OpenPoint, UseProject } from "./documents.ts";

/** What every section of this page gets. */
export interface Part {
  project: UseProject;
  /** Says that something was done. */
  done: (said: string) => void;
}

/** What a change or a signal still waits for, each a link to where it is answered. */
export function OpenPoints({ project, points, none }: { project: string; points: readonly OpenPoint[]; none: string }) {
  const say = useSay();
  const { language } = useLanguage();
  if (points.length === 0) return <p className="soft small">{none}</p>;
  const texts = blockerPoints(
    points.map(({ blocker }) => blocker),
    project,
    say,
  );
  return (
    <>
      <p className="soft small">{say("web-use-open", { count: points.length })}</p>
      <ul className="small">
        {points.map(({ due, waitsFor }, index) => {
          const who = waitsFor.map(({ party, person }) => party?.name ?? person?.name).filter(Boolean);
          const point = texts[index];
          const details = [
            who.length > 0 && say("web-waits-for", { who: who.join(", ") }),
            due && say("web-until", { date: shortDate(due, language) }),
          ].filter(Boolean);
          return (
            point && (
              <li key={point.text}>
                <PointLink point={point} /> <span className="soft">{details.join(" · ")}</span>
              </li>
            )
          );
        })}
      </ul>
    </>
  );
}

/** A form that opens under its own name. */
export function Unfold({ name, about, children }: { name: string; about?: string; children: ReactNode }) {
  return (
    <details className="unfold">
      <summary>
        {name}
        {about && <span className="hidden-visually"> {about}</span>}
      </summary>
      {children}
    </details>
  );
}
