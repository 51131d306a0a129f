import { Check } from "lucide-react";
import { shortDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import type { Project } from "./documents.ts";

/** The outline of phase `index` of `count`: each a bit narrower than the one before, at last by `most` percent a side. */
export function outline(index: number, count: number, most = 26): string {
  const narrowed = (steps: number) => Math.round((100 * most * steps) / Math.max(count, 1)) / 100;
  const [left, right] = [narrowed(index), narrowed(index + 1)];
  return `0,${left} 100,${right} 100,${100 - right} 0,${100 - left}`;
}

/** Where the project is: an ordered list in the form of a funnel. */
export function FunnelBar({ project }: { project: Project }) {
  const say = useSay();
  const { language } = useLanguage();
  const { lifecycle, phases } = project;
  return (
    <ol className="funnel" aria-label={say("web-phases")}>
      {phases.map(({ phase, state, enteredAt }, index) => {
        const date = enteredAt ? shortDate(enteredAt, language) : "";
        const current = state === "CURRENT";
        const over = current && lifecycle !== "ACTIVE";
        const stand = (over ? lifecycle : state).toLowerCase();
        return (
          <li key={phase.key} className={over ? "stopped" : stand} aria-current={current ? "step" : undefined}>
            <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
              <polygon points={outline(index, phases.length)} />
            </svg>
            <span className="name">
              {state === "DONE" && <Check className="icon" aria-hidden />}
              {phase.name}
            </span>
            <span className="when">{say(`web-phase-${stand}`, { date })}</span>
          </li>
        );
      })}
    </ol>
  );
}
