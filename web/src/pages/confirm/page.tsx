import { createLazyRoute, Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useQuery } from "urql";
import { useAct } from "../../api/act.ts";
import { names } from "../../api/names.ts";
import { useChanges, useSeen } from "../../app/changes.ts";
import { Heading } from "../../app/heading.tsx";
import { fieldsOf, titleOfPath } from "../../form/schema.ts";
import { Crumbs } from "../../parts/crumbs.tsx";
import { NextTask } from "../../parts/next-task.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Refusal } from "../../parts/refusal.tsx";
import { Failed, NotFound, Waiting } from "../../parts/states.tsx";
import { Summary } from "../../parts/summary.tsx";
import { Tick } from "../../parts/tick.tsx";
import { listed } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { type ConfirmProject, confirmAnswers, confirmQuery } from "./documents.ts";
import { type Changed, type StaleAnswer, seenOf, staleAnswers } from "./stale.ts";

function Difference({ project, changed }: { project: string; changed: Changed }) {
  const say = useSay();
  const { language } = useLanguage();
  const fields = fieldsOf(changed.form, language);
  const titles = changed.fields.map((path) => `'${titleOfPath(fields, path)}'`);
  return (
    <p>
      {say("web-confirm-changed", {
        name: changed.name,
        seen: changed.seen,
        now: changed.now,
        fields: titles.length > 0 ? listed(titles, language) : say("web-files"),
      })}{" "}
      {changed.seen > 0 && (
        <Link
          to="/projecten/$project/documenten/$artefact"
          params={{ project, artefact: changed.artefact }}
          search={{ versie: changed.now, vergelijk: changed.seen }}
        >
          {say("web-confirm-compare", { name: changed.name })}
        </Link>
      )}
    </p>
  );
}

function ConfirmForm({ project, party, answers }: { project: ConfirmProject; party: string; answers: StaleAnswer[] }) {
  const say = useSay();
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const [tries, setTries] = useState(0);
  const [none, setNone] = useState(false);
  const [done, setDone] = useState(0);
  const { act, problem, turn, busy, clear } = useAct(confirmAnswers);
  const [seen, seenAnew] = useSeen(project);
  const chosen = answers.filter((answer) => !off.has(answer.key));

  async function submit(event: FormEvent) {
    event.preventDefault();
    setNone(chosen.length === 0);
    setTries(tries + 1);
    if (chosen.length === 0) return clear();
    const keys = (kind: StaleAnswer["kind"]) =>
      chosen.filter((answer) => answer.kind === kind).map((answer) => answer.key);
    const input = { projectId: project.id, party, artefacts: keys("review"), criteria: keys("judgement") };
    const answer = await act({ ...input, seenRevisions: seenOf(seen, chosen) }, { onConflict: seenAnew });
    if (answer) setDone(chosen.length);
  }
  function choose(key: string, selected: boolean) {
    const next = new Set(off);
    if (selected) next.delete(key);
    else next.add(key);
    setOff(next);
  }
  const known = names(...answers.map(({ key, title }) => ({ key, name: title })));
  return (
    <form onSubmit={submit} noValidate>
      <div role="status">
        {done > 0 && (
          <Notice tone="good">
            <p>{say("web-confirmed", { count: done })}</p>
            <p>
              <NextTask />
            </p>
          </Notice>
        )}
      </div>
      {none && (
        <Summary
          title={say("web-problem")}
          points={[{ text: say("web-confirm-none"), field: "antwoorden" }]}
          turn={tries}
        />
      )}
      {!none && problem && <Refusal problem={problem} turn={turn} project={project.id} known={known} />}
      {answers.length === 0 && done === 0 && <p>{say("web-confirm-empty")}</p>}
      <div className="choices" id="antwoorden">
        {answers.map((answer) => (
          <div key={answer.kind + answer.key} className="card">
            <Tick
              id={`antwoord-${answer.key}`}
              selected={!off.has(answer.key)}
              onChange={(selected) => choose(answer.key, selected)}
            >
              <strong>{answer.title}</strong>
              <span className="hint">
                {say("web-confirm-answer", { answer: say(answer.answer) })}
                {answer.motivation && ` ${answer.motivation}`}
              </span>
            </Tick>
            {answer.changed.map((changed) => (
              <Difference key={changed.artefact} project={project.id} changed={changed} />
            ))}
          </div>
        ))}
      </div>
      {answers.length > 0 && (
        <p className="buttons">
          <button type="submit" className="button" aria-busy={busy}>
            {say(busy ? "web-busy" : "web-confirm-send", { count: chosen.length })}
          </button>
        </p>
      )}
    </form>
  );
}

function ConfirmPage() {
  const say = useSay();
  const { project: id } = route.useParams();
  const { partij = "" } = route.useSearch();
  const [{ data, error }, refetch] = useQuery({ query: confirmQuery, variables: { project: id } });
  const again = () => refetch({ requestPolicy: "network-only" });
  useChanges(again, id);
  if (!data) return error ? <Failed again={again} /> : <Waiting />;
  const { project } = data;
  if (!project) return <NotFound />;
  return (
    <div className="reading">
      <Crumbs>
        {[
          <Link key="tasks" to="/taken">
            {say("web-tasks")}
          </Link>,
          <Link key="project" to="/projecten/$project" params={{ project: id }}>
            {project.title}
          </Link>,
        ]}
      </Crumbs>
      <Heading title={say("web-confirm-title")} />
      <p className="lead">{say("web-confirm-lead")}</p>
      <ConfirmForm project={project} party={partij} answers={staleAnswers(project, partij)} />
    </div>
  );
}

export const route = createLazyRoute("/inside/projecten/$project/bevestigen")({ component: ConfirmPage });
