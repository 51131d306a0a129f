import { type FormEvent, useState } from "react";
import { useAct } from "../api/act.ts";
import { names } from "../api/names.ts";
import { useSeen } from "../app/changes.ts";
import { useKept } from "../app/kept.ts";
import { judgeCriterion } from "../pages/criterion/documents.ts";
import { useSay } from "../texts/language.tsx";
import { Choices } from "./choice.tsx";
import { Area } from "./field.tsx";
import { Refusal } from "./refusal.tsx";
import { type Point, Summary } from "./summary.tsx";

type Answer = "MET" | "NOT_MET" | "NOT_APPLICABLE";
type Proof = "PAPER" | "PRACTICE";

/** A criterion as far as its answer form needs it. */
export interface Judged {
  key: string;
  question: string;
  help: string;
  notApplicableAllowed: boolean;
  proof: Proof;
}

/** The answer of one party on one criterion: met or not, why, and on what proof. */
export function JudgeForm(props: {
  project: string;
  criterion: Judged;
  party: { key: string; name: string };
  /** Null when no gate is open. */
  round: number | null;
  /** The versions that stand beside the form: the answer rests on these. */
  seen: { artefact: string; hash: string }[];
  onDone?: (answer: Answer) => void;
}) {
  const { project, criterion, party, round, seen, onDone } = props;
  const say = useSay();
  const kept = `judge-${project}-${criterion.key}-${party.key}`;
  const [typed, keep, forget] = useKept<{ answer: Answer | ""; motivation: string; proof: Proof }>(kept, {
    answer: "",
    motivation: "",
    proof: "PAPER",
  });
  const { act, problem, turn, busy, clear } = useAct(judgeCriterion);
  const [points, setPoints] = useState<Point[]>([]);
  const [tries, setTries] = useState(0);
  const base = `oordeel-${criterion.key}-${party.key}`;
  const { answer, motivation, proof } = typed;
  const [at, seenAnew] = useSeen({ seenRound: round, seenRevisions: seen });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const missing: Point[] = [];
    if (!answer) missing.push({ text: say("web-judge-choose"), field: base });
    if (answer && answer !== "MET" && !motivation.trim())
      missing.push({ text: say("web-judge-why"), field: `${base}-reden` });
    setPoints(missing);
    setTries(tries + 1);
    if (!answer || missing.length > 0) return clear();
    const input = { projectId: project, criterion: criterion.key, party: party.key, answer, proof, ...at };
    const done = await act({ ...input, motivation: motivation.trim() ? motivation : null }, { onConflict: seenAnew });
    if (!done) return;
    forget();
    onDone?.(answer);
  }
  const answers: Answer[] = criterion.notApplicableAllowed ? ["MET", "NOT_MET", "NOT_APPLICABLE"] : ["MET", "NOT_MET"];
  const wrong = (field: string) => points.find((point) => point.field === field)?.text;
  return (
    <form onSubmit={submit} noValidate>
      {points.length > 0 && <Summary title={say("web-problem")} points={points} turn={tries} />}
      {points.length === 0 && problem && (
        <Refusal problem={problem} turn={turn} project={project} known={names(criterion, party)} />
      )}
      <Choices
        id={base}
        label={say("web-judge-answer", { party: party.name })}
        value={answer || undefined}
        error={wrong(base)}
        options={answers.map((value) => ({ value, label: say(`web-answer-${value.toLowerCase()}`) }))}
        onChange={(value) => keep({ answer: value })}
      />
      {criterion.proof === "PRACTICE" && answer === "MET" && (
        <Choices
          id={`${base}-bewijs`}
          label={say("web-judge-proof")}
          hint={say("web-judge-proof-practice")}
          value={proof}
          options={(["PAPER", "PRACTICE"] as const).map((value) => ({
            value,
            label: say(`proof-${value.toLowerCase()}`),
          }))}
          onChange={(value) => keep({ proof: value })}
        />
      )}
      <Area
        id={`${base}-reden`}
        label={say(answer && answer !== "MET" ? "web-judge-reason-needed" : "web-judge-reason")}
        hint={say("web-visible-to-all")}
        value={motivation}
        error={wrong(`${base}-reden`)}
        onChange={(event) => keep({ motivation: event.target.value })}
      />
      <button type="submit" className="button" aria-busy={busy}>
        {say(busy ? "web-busy" : "web-judge-send")}
      </button>
    </form>
  );
}
