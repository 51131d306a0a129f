import { type FormEvent, useState } from "react";
import { useAct } from "../../api/act.ts";
import { useKept } from "../../app/kept.ts";
import { Choices } from "../../parts/choice.tsx";
import { Area } from "../../parts/field.tsx";
import { Notice } from "../../parts/notice.tsx";
import { conditionName } from "../../parts/points.ts";
import { Refusal } from "../../parts/refusal.tsx";
import { Mark, StatusWord } from "../../parts/status.tsx";
import { type Point, Summary } from "../../parts/summary.tsx";
import { longDate, shortDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { type Condition, type Project, workOnCondition } from "./documents.ts";
import { ExtraForm } from "./extra.tsx";

type Step = "REPORT" | "ACCEPT" | "SEND_BACK";

/** Its owner reports it as done; its party accepts that or sends it back. */
function StepForm({ project, condition }: { project: string; condition: Condition }) {
  const say = useSay();
  const { number, viewerCanReport, viewerCanAccept } = condition;
  const base = `afspraak-${number}`;
  const kept = `condition-${project}-${number}-${condition.reported ? "reported" : "open"}`;
  const [typed, keep, forget] = useKept<{ step: Step | ""; note: string }>(kept, { step: "", note: "" });
  const { act, problem, turn, busy, clear } = useAct(workOnCondition);
  const [points, setPoints] = useState<Point[]>([]);
  const [tries, setTries] = useState(0);
  const steps: Step[] = viewerCanAccept ? ["ACCEPT", "SEND_BACK"] : viewerCanReport ? ["REPORT"] : [];
  const only = steps.length === 1 ? steps[0] : undefined;
  const step = only ?? steps.find((one) => one === typed.step);
  if (steps.length === 0) return null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const note = typed.note.trim();
    const missing: Point[] = [];
    if (!step) missing.push({ text: say("web-condition-choose"), field: `${base}-stap` });
    // Whoever accepts may say nothing more; the others say how, or why.
    if (step && step !== "ACCEPT" && !note)
      missing.push({ text: say(`web-condition-missing-${step.toLowerCase()}`), field: `${base}-tekst` });
    setPoints(missing);
    setTries(tries + 1);
    if (!step || missing.length > 0) return clear();
    if (await act({ projectId: project, condition: number, step, note: note || null })) forget();
  }
  const wrong = (field: string) => points.find((point) => point.field === field)?.text;
  return (
    <form onSubmit={submit} noValidate>
      {points.length > 0 && <Summary title={say("web-problem")} points={points} turn={tries} />}
      {points.length === 0 && problem && <Refusal problem={problem} turn={turn} project={project} />}
      {!only && (
        <Choices
          id={`${base}-stap`}
          label={say("web-condition-question")}
          value={step}
          error={wrong(`${base}-stap`)}
          options={steps.map((value) => ({ value, label: say(`web-condition-step-${value.toLowerCase()}`) }))}
          onChange={(value) => keep({ step: value })}
        />
      )}
      <Area
        id={`${base}-tekst`}
        label={say(`web-condition-note-${(step ?? "accept").toLowerCase()}`)}
        hint={say("web-visible-to-all")}
        value={typed.note}
        error={wrong(`${base}-tekst`)}
        onChange={(event) => keep({ note: event.target.value })}
      />
      <button type="submit" className="button compact" aria-busy={busy}>
        {say(busy ? "web-busy" : only ? "web-condition-report" : "web-judge-send")}
      </button>
    </form>
  );
}

function standing({ late, reported }: Condition): string {
  if (reported) return "reported";
  return late ? "late" : "open";
}

const marks: Record<string, string> = { reported: "waiting", late: "late", open: "to_do" };

function ConditionLine({ project, condition, extra }: { project: string; condition: Condition; extra: boolean }) {
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
            <StepForm key={stand} project={project} condition={condition} />
          </details>
        )}
        {extra && (
          <details className="unfold">
            <summary>
              {say("web-extra")}
              <span className="hidden-visually"> {name}</span>
            </summary>
            <ExtraForm project={project} condition={number} />
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
  if (conditions.length === 0) return null;
  // The API says who the extra decision waits for; a lead is not offered it on an own project (law 5).
  const decides = (number: number) =>
    tasks.some(
      ({ kind, condition, party }) =>
        kind === "DECIDE_EXTRA" && condition === number && parties.includes(party?.key ?? ""),
    );
  return (
    <section className="card main" aria-labelledby="afspraken">
      <h2 id="afspraken">{say("web-conditions")}</h2>
      <p className="soft">{say("web-conditions-lead")}</p>
      <ul className="rows">
        {conditions.map((condition) => (
          <ConditionLine
            key={condition.number}
            project={project.id}
            condition={condition}
            extra={condition.extraDecisionDue !== null && decides(condition.number)}
          />
        ))}
      </ul>
    </section>
  );
}
