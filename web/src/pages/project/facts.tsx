import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useAct } from "../../api/act.ts";
import type { Json } from "../../api/graphql.ts";
import { names } from "../../api/names.ts";
import { Refusal } from "../../parts/refusal.tsx";
import { wholeNumber } from "../../texts/dates.ts";
import { type Say, useLanguage, useSay } from "../../texts/language.tsx";
import { confirmFact, confirmFacts, type Fact, type Project } from "./documents.ts";

type Language = "nl" | "en";

/** An answer in words. */
export function factText(fact: Fact, value: Json, say: Say, language: Language): string {
  if (value === null || value === undefined) return say("web-fact-open");
  if (typeof value === "boolean") return say(value ? "web-yes" : "web-no");
  if (typeof value === "number") return wholeNumber(value, language);
  return fact.levels.find((level) => level.key === value)?.name ?? String(value);
}

/** Whether a heavier answer holds until its party confirms this one (law 5). */
const isHeavier = ({ effective, value }: Fact) =>
  value !== null && value !== undefined && JSON.stringify(value) !== JSON.stringify(effective);

const AnswerForm = lazy(() => import("./answer-form.tsx"));

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
  const heavier = isHeavier(fact);
  const party = fact.confirmedBy?.name ?? "";
  if (open) {
    return (
      <li className="row wide">
        <Suspense fallback={null}>
          <AnswerForm project={project.id} fact={fact} done={() => setOpen(false)} />
        </Suspense>
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

/** Several answers that wait for the same reader, confirmed in one act. */
function ConfirmAll({ project, facts }: { project: Project; facts: readonly Fact[] }) {
  const say = useSay();
  const { act, busy, problem, turn } = useAct(confirmFacts);
  // One act speaks for one party.
  const party = facts[0]?.confirmedBy;
  const same = facts.filter((fact) => fact.confirmedBy?.key === party?.key);
  if (!party || same.length < 2) return null;
  return (
    <>
      {problem && <Refusal problem={problem} turn={turn} project={project.id} known={names(...same)} />}
      <p>
        <button
          type="button"
          className="button second compact"
          aria-busy={busy}
          onClick={() =>
            act({ projectId: project.id, facts: same.map(({ key, value }) => ({ fact: key, value: value ?? null })) })
          }
        >
          {say("web-fact-confirm-all", { count: same.length, party: party.name })}
        </button>
      </p>
    </>
  );
}

/** Kenmerken: questions about the project that switch requirements on or off. */
export function Facts({ project }: { project: Project }) {
  const say = useSay();
  if (project.facts.length === 0) return null;
  const open = project.facts.filter((fact) => fact.viewerCanConfirm && isHeavier(fact));
  return (
    <section className="card main" aria-labelledby="kenmerken">
      <h2 id="kenmerken">{say("web-facts")}</h2>
      <p className="soft">{say("web-facts-lead")}</p>
      {open.length > 1 && <ConfirmAll project={project} facts={open} />}
      <ul className="rows">
        {project.facts.map((fact) => (
          <FactRow key={fact.key} project={project} fact={fact} />
        ))}
      </ul>
    </section>
  );
}
