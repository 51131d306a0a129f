import { useEffect, useState } from "react";
import { useAct } from "../../api/act.ts";
import type { Json } from "../../api/graphql.ts";
import { names } from "../../api/names.ts";
import { Choices } from "../../parts/choice.tsx";
import { Line } from "../../parts/field.tsx";
import { Refusal } from "../../parts/refusal.tsx";
import { focusField } from "../../parts/summary.tsx";
import { useSay } from "../../texts/language.tsx";
import { answerFacts, type Fact } from "./documents.ts";

/** What an input gives, as the API wants it; `undefined` when it is no answer. */
export function factValue(kind: Fact["kind"], typed: string): Json | undefined {
  if (typed === "") return undefined;
  if (kind === "BOOLEAN") return typed === "yes";
  if (kind === "LEVELS") return typed;
  const digits = typed.replace(/[.\s]/g, "");
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}

/** The answer to one question about the project. */
export default function AnswerForm({ project, fact, done }: { project: string; fact: Fact; done: () => void }) {
  const say = useSay();
  const { act, problem, turn, busy } = useAct(answerFacts);
  const start =
    typeof fact.value === "boolean" ? (fact.value ? "yes" : "no") : fact.value === null ? "" : String(fact.value);
  const [typed, setTyped] = useState(start);
  const [missing, setMissing] = useState(false);
  const id = `kenmerk-${fact.key}`;
  // The button that opened this is gone: its focus goes on to the question.
  useEffect(() => focusField(id), [id]);
  const options =
    fact.kind === "BOOLEAN"
      ? [
          { value: "yes", label: say("web-yes") },
          { value: "no", label: say("web-no") },
        ]
      : fact.levels.map((level) => ({ value: level.key, label: level.name }));
  const error = missing ? say(fact.kind === "AMOUNT" ? "web-fact-amount" : "web-fact-choose") : undefined;

  async function save() {
    const value = factValue(fact.kind, typed);
    setMissing(value === undefined);
    if (value === undefined) return;
    if (await act({ projectId: project, answers: [{ fact: fact.key, value }] })) done();
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {problem && <Refusal problem={problem} turn={turn} project={project} known={names(fact)} />}
      {fact.kind === "AMOUNT" ? (
        <Line
          id={id}
          label={fact.question}
          hint={fact.help}
          inputMode="numeric"
          className="narrow"
          value={typed}
          error={error}
          onChange={(event) => setTyped(event.target.value)}
        />
      ) : (
        <Choices
          id={id}
          label={fact.question}
          hint={fact.help}
          value={typed || undefined}
          options={options}
          error={error}
          onChange={setTyped}
        />
      )}
      <p className="buttons">
        <button type="submit" className="button compact" aria-busy={busy}>
          {say(busy ? "web-busy" : "web-fact-save")}
        </button>
        <button type="button" className="button second compact" onClick={done}>
          {say("web-cancel")}
        </button>
      </p>
    </form>
  );
}
