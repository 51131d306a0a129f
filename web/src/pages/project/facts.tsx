import { useEffect, useRef, useState } from "react";
import { useAct } from "../../api/act.ts";
import type { Json } from "../../api/graphql.ts";
import { names } from "../../api/names.ts";
import { Choices } from "../../parts/choice.tsx";
import { Line } from "../../parts/field.tsx";
import { Refusal } from "../../parts/refusal.tsx";
import { focusField } from "../../parts/summary.tsx";
import { wholeNumber } from "../../texts/dates.ts";
import { type Say, useLanguage, useSay } from "../../texts/language.tsx";
import { answerFacts, confirmFact, type Fact, type Project } from "./documents.ts";

type Language = "nl" | "en";

/** An answer in words. */
export function factText(fact: Fact, value: Json, say: Say, language: Language): string {
  if (value === null || value === undefined) return say("web-fact-open");
  if (typeof value === "boolean") return say(value ? "web-yes" : "web-no");
  if (typeof value === "number") return wholeNumber(value, language);
  return fact.levels.find((level) => level.key === value)?.name ?? String(value);
}

/** What an input gives, as the API wants it; `undefined` when it is no answer. */
export function factValue(kind: Fact["kind"], typed: string): Json | undefined {
  if (typed === "") return undefined;
  if (kind === "BOOLEAN") return typed === "yes";
  if (kind === "LEVELS") return typed;
  const digits = typed.replace(/[.\s]/g, "");
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}

function AnswerForm({ project, fact, done }: { project: string; fact: Fact; done: () => void }) {
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

function FactRow({ project, fact }: { project: Project; fact: Fact }) {
  const say = useSay();
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !open) opener.current?.focus();
    wasOpen.current = open;
  }, [open]);
  const confirm = useAct(confirmFact);
  const answered = fact.value !== null && fact.value !== undefined;
  const heavier = answered && JSON.stringify(fact.value) !== JSON.stringify(fact.effective);
  const party = fact.confirmedBy?.name ?? "";
  if (open) {
    return (
      <li className="row wide">
        <AnswerForm project={project.id} fact={fact} done={() => setOpen(false)} />
      </li>
    );
  }
  return (
    <li className="row plain-row">
      <div className="body">
        {confirm.problem && (
          <Refusal problem={confirm.problem} turn={confirm.turn} project={project.id} known={names(fact)} />
        )}
        <p>{fact.question}</p>
        {!answered && fact.help && <p className="soft small">{fact.help}</p>}
        <p>
          <strong>{factText(fact, fact.value, say, language)}</strong>
          {fact.answeredBy && <span className="soft small"> · {fact.answeredBy.name}</span>}
        </p>
        {heavier && (
          <p className="soft small">
            {say("web-fact-heavier", { party, value: factText(fact, fact.effective, say, language) })}
          </p>
        )}
      </div>
      {(project.viewerCanAnswerFacts || (heavier && fact.viewerCanConfirm)) && (
        <p className="acts end">
          {project.viewerCanAnswerFacts && (
            <button type="button" ref={opener} className="link-button" onClick={() => setOpen(true)}>
              {say(answered ? "web-fact-change" : "web-fact-answer")}
              <span className="hidden-visually"> {fact.question}</span>
            </button>
          )}
          {heavier && fact.viewerCanConfirm && (
            <button
              type="button"
              className="button second compact"
              aria-busy={confirm.busy}
              onClick={() => confirm.act({ projectId: project.id, fact: fact.key, value: fact.value ?? null })}
            >
              {say("web-fact-confirm")}
              <span className="hidden-visually"> {fact.question}</span>
            </button>
          )}
        </p>
      )}
    </li>
  );
}

/** Kenmerken: questions about the project that switch requirements on or off. */
export function Facts({ project }: { project: Project }) {
  const say = useSay();
  if (project.facts.length === 0) return null;
  return (
    <section className="card main" aria-labelledby="kenmerken">
      <h2 id="kenmerken">{say("web-facts")}</h2>
      <p className="soft">{say("web-facts-lead")}</p>
      <ul className="rows">
        {project.facts.map((fact) => (
          <FactRow key={fact.key} project={project} fact={fact} />
        ))}
      </ul>
    </section>
  );
}
