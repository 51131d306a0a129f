import { type FormEvent, useState } from "react";
import { useAct } from "../../api/act.ts";
import { useKept } from "../../app/kept.ts";
import { Choices } from "../../parts/choice.tsx";
import { Area, Line } from "../../parts/field.tsx";
import { Refusal } from "../../parts/refusal.tsx";
import { type Point, Summary } from "../../parts/summary.tsx";
import { daysAhead } from "../../texts/dates.ts";
import { useSay } from "../../texts/language.tsx";
import { decideExtra } from "./documents.ts";

type Aftermath = "GO_ON" | "PAUSE" | "STOP";
const aftermaths: readonly Aftermath[] = ["GO_ON", "PAUSE", "STOP"];

/** What an overdue agreement leads to while the product is in use (law 3). */
export default function ExtraForm(props: { project: string; condition: number; done: (said: string) => void }) {
  const { project, condition, done } = props;
  const say = useSay();
  const base = `extra-${condition}`;
  const empty = { aftermath: "" as Aftermath | "", due: "", motivation: "", lessons: "" };
  const [typed, keep, forget] = useKept(`extra-${project}-${condition}`, empty);
  const { act, problem, turn, busy, clear } = useAct(decideExtra);
  const [points, setPoints] = useState<Point[]>([]);
  const [tries, setTries] = useState(0);
  const { aftermath } = typed;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const [motivation, lessons] = [typed.motivation.trim(), typed.lessons.trim()];
    const missing: Point[] = [];
    if (!aftermath) missing.push({ text: say("web-decision-choose"), field: base });
    if (aftermath === "GO_ON" && !typed.due)
      missing.push({ text: say("web-promise-due-missing"), field: `${base}-datum` });
    if (!motivation) missing.push({ text: say("web-decision-why-missing"), field: `${base}-waarom` });
    if (aftermath === "STOP" && !lessons)
      missing.push({ text: say("web-decision-lessons-missing"), field: `${base}-lessen` });
    setPoints(missing);
    setTries(tries + 1);
    if (!aftermath || missing.length > 0) return clear();
    const due = aftermath === "GO_ON" ? typed.due : null;
    const input = { projectId: project, condition, aftermath, due, motivation };
    if (!(await act({ ...input, lessons: aftermath === "STOP" ? lessons : null }))) return;
    forget();
    done(say("web-extra-said"));
  }
  const wrong = (field: string) => points.find((point) => point.field === field)?.text;
  return (
    <form onSubmit={submit} noValidate>
      {points.length > 0 && <Summary title={say("web-problem")} points={points} turn={tries} />}
      {points.length === 0 && problem && <Refusal problem={problem} turn={turn} project={project} />}
      <Choices
        id={base}
        label={say("web-decision-question")}
        value={aftermath || undefined}
        error={wrong(base)}
        options={aftermaths.map((value) => ({ value, label: say(`web-extra-${value.toLowerCase()}`) }))}
        onChange={(value) => keep({ aftermath: value })}
      />
      {aftermath === "GO_ON" && (
        <Line
          id={`${base}-datum`}
          type="date"
          className="narrow"
          label={say("web-promise-due")}
          min={daysAhead(1)}
          value={typed.due}
          error={wrong(`${base}-datum`)}
          onChange={(event) => keep({ due: event.target.value })}
        />
      )}
      <Area
        id={`${base}-waarom`}
        label={say("web-decision-why")}
        hint={say("web-visible-to-all")}
        value={typed.motivation}
        error={wrong(`${base}-waarom`)}
        onChange={(event) => keep({ motivation: event.target.value })}
      />
      {aftermath === "STOP" && (
        <Area
          id={`${base}-lessen`}
          label={say("web-decision-lessons")}
          hint={say("web-decision-lessons-hint")}
          value={typed.lessons}
          error={wrong(`${base}-lessen`)}
          onChange={(event) => keep({ lessons: event.target.value })}
        />
      )}
      <button type="submit" className="button compact" aria-busy={busy}>
        {say(busy ? "web-busy" : "web-decision-record")}
      </button>
    </form>
  );
}
