import { lazy, Suspense } from "react";
import { Notice } from "../../parts/notice.tsx";
import { conditionName } from "../../parts/points.ts";
import { Said, useSaid } from "../../parts/said.tsx";
import { Mark, StatusWord } from "../../parts/status.tsx";
import { longDate, shortDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import type { Condition, Project } from "./documents.ts";

const ExtraForm = lazy(() => import("./extra.tsx"));
const StepForm = lazy(() => import("./step-form.tsx"));

function standing({ late, reported }: Condition): string {
  if (reported) return "reported";
  return late ? "late" : "open";
}

const marks: Record<string, string> = { reported: "waiting", late: "late", open: "to_do" };

function ConditionLine(props: { project: string; condition: Condition; extra: boolean; done: (said: string) => void }) {
  const { project, condition, extra, done } = props;
  const say = useSay();
  const { language } = useLanguage();
  const { acceptedBy, blocks, due, extraDecisionDue, late, number, owner, report, text } = condition;
  const name = conditionName(condition, say);
  const stand = standing(condition);
  const mark = marks[stand] ?? "to_do";
  const details = [
    say("web-condition-owner", { who: owner.person?.name ?? owner.party?.name ?? "" }),
    say(late ? "web-was-due" : "web-until", { date: shortDate(due, language) }),
    say("web-condition-accepts", { party: acceptedBy.name }),
    blocks && say("web-condition-blocks", { gate: blocks.name }),
  ].filter(Boolean);
  return (
    <li className="row" id={`afspraak-${number}`}>
      <Mark state={mark} />
      <div className="body">
        <p className="title">{say("web-condition-named", { number, name })}</p>
        {text && text !== name && <p className="typed">{text}</p>}
        <p className="soft small">{details.join(" · ")}</p>
        {report && <p className="quote">{report}</p>}
        {extraDecisionDue && (
          <Notice tone="warn">{say("web-condition-extra", { date: longDate(extraDecisionDue, language) })}</Notice>
        )}
        {(condition.viewerCanReport || condition.viewerCanAccept) && (
          <details className="unfold">
            <summary>
              {say(condition.viewerCanAccept ? "web-condition-judge" : "web-condition-report")}
              <span className="hidden-visually"> {name}</span>
            </summary>
            <Suspense fallback={null}>
              <StepForm key={stand} project={project} condition={condition} done={done} />
            </Suspense>
          </details>
        )}
        {extra && (
          <details className="unfold">
            <summary>
              {say("web-extra")}
              <span className="hidden-visually"> {name}</span>
            </summary>
            <Suspense fallback={null}>
              <ExtraForm project={project} condition={number} done={done} />
            </Suspense>
          </details>
        )}
      </div>
      <div className="end">
        <StatusWord state={mark} word={say(`web-condition-${stand}`)} />
      </div>
    </li>
  );
}

/** Vervolgafspraken: what earlier decisions still demand (law 3). */
export function Conditions({ project, parties }: { project: Project; parties: readonly string[] }) {
  const say = useSay();
  const { conditions, tasks } = project;
  const [said, tell] = useSaid();
  if (conditions.length === 0 && !said) return null;
  // The API says who the extra decision waits for; a lead is not offered it on an own project (law 5).
  const decides = (number: number) =>
    tasks.some(
      ({ kind, condition, party }) =>
        kind === "DECIDE_EXTRA" && condition === number && parties.includes(party?.key ?? ""),
    );
  return (
    <section className="card main" aria-labelledby="afspraken">
      <h2 id="afspraken">{say("web-conditions")}</h2>
      <p className="soft">{say(conditions.length > 0 ? "web-conditions-lead" : "web-conditions-none")}</p>
      <Said said={said} />
      <ul className="rows">
        {conditions.map((condition) => (
          <ConditionLine
            key={condition.number}
            project={project.id}
            condition={condition}
            extra={condition.extraDecisionDue !== null && decides(condition.number)}
            done={tell}
          />
        ))}
      </ul>
    </section>
  );
}
