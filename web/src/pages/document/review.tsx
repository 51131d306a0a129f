import { type FormEvent, useState } from "react";
import { useAct } from "../../api/act.ts";
import { names } from "../../api/names.ts";
import { useSeen } from "../../app/changes.ts";
import { useKept } from "../../app/kept.ts";
import { Choices } from "../../parts/choice.tsx";
import { Area } from "../../parts/field.tsx";
import { Refusal } from "../../parts/refusal.tsx";
import { type Point, Summary } from "../../parts/summary.tsx";
import { useSay } from "../../texts/language.tsx";
import { type Artefact, reviewRevision } from "./documents.ts";

type Verdict = "APPROVE" | "REQUEST_CHANGES";
const verdicts: readonly Verdict[] = ["APPROVE", "REQUEST_CHANGES"];

/** The review of one party on the version that is shown. What was typed stays until it is sent. */
export function ReviewBox(props: {
  project: string;
  artefact: Artefact;
  party: { key: string; name: string };
  onDone: (verdict: Verdict) => void;
}) {
  const { project, artefact, party, onDone } = props;
  const say = useSay();
  const key = `review-${project}-${artefact.kind.key}-${party.key}`;
  const [typed, keep, forget] = useKept<{ verdict: Verdict | ""; note: string }>(key, { verdict: "", note: "" });
  const { act, problem, turn, busy, clear } = useAct(reviewRevision);
  const [points, setPoints] = useState<Point[]>([]);
  const [tries, setTries] = useState(0);
  const base = `beoordeling-${party.key}`;
  const [seen, seenAnew] = useSeen(artefact.current?.hash ?? "");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { verdict, note } = typed;
    const missing: Point[] = [];
    if (!verdict) missing.push({ text: say("web-review-choose"), field: base });
    if (verdict === "REQUEST_CHANGES" && !note.trim())
      missing.push({ text: say("web-review-why"), field: `${base}-note` });
    setPoints(missing);
    setTries(tries + 1);
    if (!verdict || missing.length > 0) return clear();
    const input = { projectId: project, artefact: artefact.kind.key, party: party.key, verdict, seenRevision: seen };
    const answer = await act({ ...input, note: note.trim() ? note : null }, { onConflict: seenAnew });
    if (!answer) return;
    forget();
    onDone(verdict);
  }
  const wrong = (field: string) => points.find((point) => point.field === field)?.text;
  const known = names({ key: artefact.kind.key, name: artefact.kind.name }, party);
  return (
    <section className="card" aria-labelledby={`${base}-titel`}>
      <h2 id={`${base}-titel`}>{say("web-review-title", { party: party.name })}</h2>
      {points.length > 0 && <Summary title={say("web-problem")} points={points} turn={tries} />}
      {points.length === 0 && problem && <Refusal problem={problem} turn={turn} project={project} known={known} />}
      <form onSubmit={submit} noValidate>
        <Choices
          id={base}
          label={say("web-review-question", { number: artefact.current?.number ?? 0 })}
          value={typed.verdict || undefined}
          error={wrong(base)}
          options={verdicts.map((verdict) => ({ value: verdict, label: say(`verdict-${verdict.toLowerCase()}`) }))}
          onChange={(verdict) => keep({ verdict })}
        />
        <Area
          id={`${base}-note`}
          label={say(typed.verdict === "REQUEST_CHANGES" ? "web-review-note-needed" : "web-review-note")}
          hint={say("web-visible-to-all")}
          value={typed.note}
          error={wrong(`${base}-note`)}
          onChange={(event) => keep({ note: event.target.value })}
        />
        <button type="submit" className="button" aria-busy={busy}>
          {say(busy ? "web-busy" : "web-review-send")}
        </button>
      </form>
    </section>
  );
}
