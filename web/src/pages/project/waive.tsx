import { type FormEvent, useState } from "react";
import { useAct } from "../../api/act.ts";
import { names } from "../../api/names.ts";
import { useSeen } from "../../app/changes.ts";
import { useKept } from "../../app/kept.ts";
import { Area } from "../../parts/field.tsx";
import { Refusal } from "../../parts/refusal.tsx";
import { focusField } from "../../parts/summary.tsx";
import { useSay } from "../../texts/language.tsx";
import { waiveCriterion } from "./documents.ts";

/** Sets a criterion aside at the open gate (ontheffing, law 2): only with a reason, which everybody can read. */
export function WaiveForm(props: {
  project: string;
  criterion: { key: string; question: string };
  round: number;
  /** Folds the form; true when the waiver was given. */
  done: (given: boolean) => void;
}) {
  const { project, criterion, round, done } = props;
  const say = useSay();
  const id = `ontheffing-${criterion.key}`;
  const [typed, keep, forget] = useKept(`waive-${project}-${criterion.key}-${round}`, { reason: "" });
  const { act, problem, turn, busy, clear } = useAct(waiveCriterion);
  const [missing, setMissing] = useState(false);
  const [seenRound, seenAnew] = useSeen(round);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const reason = typed.reason.trim();
    setMissing(!reason);
    if (!reason) {
      clear();
      return focusField(id);
    }
    const input = { projectId: project, criterion: criterion.key, reason, seenRound };
    if (!(await act(input, { onConflict: seenAnew }))) return;
    forget();
    done(true);
  }
  return (
    <form onSubmit={submit} noValidate>
      {problem && <Refusal problem={problem} turn={turn} project={project} known={names(criterion)} />}
      <Area
        id={id}
        label={say("web-waive-reason", { criterion: criterion.question })}
        hint={say("web-waive-hint")}
        value={typed.reason}
        error={missing ? say("web-waive-missing") : undefined}
        onChange={(event) => keep({ reason: event.target.value })}
      />
      <p className="buttons">
        <button type="submit" className="button compact" aria-busy={busy}>
          {say(busy ? "web-busy" : "web-waive-send")}
        </button>
        <button type="button" className="button second compact" onClick={() => done(false)}>
          {say("web-cancel")}
        </button>
      </p>
    </form>
  );
}
