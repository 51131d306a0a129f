import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { Mark, StatusWord } from "../../parts/status.tsx";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { consultationName, markOf, standingText, wordOf } from "../consultation/standing.ts";
import type { Organisation } from "./documents.ts";
import { type Part, Unfold } from "./shared.tsx";

const AskBody = lazy(() => import("./ask-body.tsx"));

type Task = Organisation["tasks"][number];

/** What a task of the organisation is called. */
function useTaskName() {
  const say = useSay();
  return ({ consultation, consultationTask, evidence, kind }: Task) =>
    kind === "CONSULTATION"
      ? say(`task-consultation-${(consultationTask ?? "ADVISE").toLowerCase()}`, { number: consultation ?? 0 })
      : say(`task-${kind.toLowerCase()}`, { evidence: evidence?.name ?? "" });
}

/** What waits for the reader in the organisation itself; it stands in no project's list. */
export function OwnTasks({ organisation }: { organisation: Organisation }) {
  const say = useSay();
  const { language } = useLanguage();
  const name = useTaskName();
  const mine = organisation.tasks.filter((task) => task.mine);
  if (mine.length === 0) return null;
  return (
    <section className="card" aria-labelledby="taken">
      <h2 id="taken">{say("web-own-tasks")}</h2>
      <ul className="rows">
        {mine.map((task) => {
          const date = longDate(task.due, language);
          return (
            <li key={task.id} className="row">
              <Mark state={task.late ? "late" : "to_do"} />
              <div className="body">
                <p className="title">
                  {task.consultation ? (
                    <Link
                      className="whole"
                      to="/organisatie/advies/$number"
                      params={{ number: `${task.consultation}` }}
                    >
                      {name(task)}
                    </Link>
                  ) : (
                    <a className="whole" href="#bewijs">
                      {name(task)}
                    </a>
                  )}
                </p>
                {task.party && <p className="soft small">{say("web-task-for", { party: task.party.name })}</p>}
              </div>
              <div className="end">
                {task.late ? (
                  <span className="status late">{say("web-was-due", { date })}</span>
                ) : (
                  <span className="soft">{say("web-due", { date })}</span>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What bodies are asked about funnels and evidence: what holds for every project is asked once (law 8). */
export function OwnConsultations({ organisation, done }: Part) {
  const say = useSay();
  const { language } = useLanguage();
  const { consultations, viewerCanConfigure } = organisation;
  if (consultations.length === 0 && !viewerCanConfigure) return null;
  return (
    <section className="card" aria-labelledby="vragen">
      <h2 id="vragen">{say("web-own-advice")}</h2>
      <p className="soft">{say("web-own-advice-lead")}</p>
      {consultations.length === 0 && <p className="soft">{say("web-own-advice-none")}</p>}
      <ul className="rows">
        {consultations.map((one) => {
          const mark = markOf(one);
          return (
            <li key={one.number} className="row">
              <Mark state={mark} />
              <div className="body">
                <p className="title">
                  <Link className="whole" to="/organisatie/advies/$number" params={{ number: `${one.number}` }}>
                    {consultationName(one, say)}
                  </Link>
                </p>
                {one.question && <p className="clip">{one.question}</p>}
                <p className="soft small">{standingText(one, say, language)}</p>
              </div>
              <div className="end">
                <StatusWord state={mark} word={wordOf(one, say)} />
              </div>
            </li>
          );
        })}
      </ul>
      {viewerCanConfigure && (
        <Unfold name={say("web-own-advice-ask")}>
          <Suspense fallback={null}>
            <AskBody done={done} />
          </Suspense>
        </Unfold>
      )}
    </section>
  );
}
