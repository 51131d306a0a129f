import { type FormEvent, useState } from "react";
import { useQuery } from "urql";
import { useAct } from "../../api/act.ts";
import { useKept } from "../../app/kept.ts";
import { Choices } from "../../parts/choice.tsx";
import { Area } from "../../parts/field.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Refusal } from "../../parts/refusal.tsx";
import { type Point, Summary } from "../../parts/summary.tsx";
import { useSay } from "../../texts/language.tsx";
import { type Condition, timelineQuery, workOnCondition } from "./documents.ts";

type Step = "REPORT" | "ACCEPT" | "SEND_BACK";

/** Why it was sent back last, as far as the latest happenings tell; nothing once it was reported again. */
function useSentBack(id: string, { number, viewerCanReport }: Condition) {
  const [{ data }] = useQuery({
    query: timelineQuery,
    variables: { id },
    pause: !viewerCanReport,
    requestPolicy: "cache-and-network",
  });
  const about = data?.project?.timeline.edges.map(({ node }) => node).filter(({ condition }) => condition === number);
  const last = about?.find(({ kind }) => kind === "CONDITION_REPORTED" || kind === "CONDITION_SENT_BACK");
  return last?.kind === "CONDITION_SENT_BACK" ? last : undefined;
}

/** Its owner reports it as done; its party accepts that or sends it back. */
export default function StepForm(props: { project: string; condition: Condition; done: (said: string) => void }) {
  const { project, condition, done } = props;
  const say = useSay();
  const { number, viewerCanReport, viewerCanAccept } = condition;
  const base = `afspraak-${number}`;
  const kept = `condition-${project}-${number}-${condition.reported ? "reported" : "open"}`;
  const [typed, keep, forget] = useKept<{ step: Step | ""; note: string }>(kept, { step: "", note: "" });
  const { act, problem, turn, busy, clear } = useAct(workOnCondition);
  const [points, setPoints] = useState<Point[]>([]);
  const [tries, setTries] = useState(0);
  const sentBack = useSentBack(project, condition);
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
    if (!(await act({ projectId: project, condition: number, step, note: note || null }))) return;
    forget();
    done(say(`web-condition-said-${step.toLowerCase()}`, { party: condition.acceptedBy.name }));
  }
  const wrong = (field: string) => points.find((point) => point.field === field)?.text;
  return (
    <form onSubmit={submit} noValidate>
      {points.length > 0 && <Summary title={say("web-problem")} points={points} turn={tries} />}
      {points.length === 0 && problem && <Refusal problem={problem} turn={turn} project={project} />}
      {sentBack && (
        <Notice tone="warn">
          <p>{say("web-condition-back", { who: sentBack.person?.name || say("who-erased") })}</p>
          <p className="quote">{sentBack.text}</p>
        </Notice>
      )}
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
