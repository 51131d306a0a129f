import { useQuery } from "urql";
import { useChanges } from "../../app/changes.ts";
import { ActForm } from "../../parts/act-form.tsx";
import type { Field } from "../../parts/asking.ts";
import Entered from "../../parts/entered.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Said, useSaid } from "../../parts/said.tsx";
import { longDate } from "../../texts/dates.ts";
import { type Say, useLanguage, useSay } from "../../texts/language.tsx";
import { contestRecord, type RecordsProject, recordsQuery, upholdDecision } from "./documents.ts";

type What = RecordsProject["records"][number]["what"][number];

/** What was entered, by its name. */
export function whatText({ artefact, consultation, criterion, gate, kind }: What, say: Say): string {
  const thing = artefact?.name ?? criterion?.question ?? gate?.name ?? "";
  return say(`web-record-${kind.toLowerCase()}`, { thing, number: consultation ?? 0 });
}

const why = (say: Say, label: string): Field => ({
  name: "waarom",
  kind: "area",
  label,
  hint: say("web-visible-to-all"),
  missing: say("web-consult-reason-missing"),
});

/** Answers that were entered for somebody and can still be contested, and decisions that were (law 14). */
export default function Records({ project: id }: { project: string }) {
  const say = useSay();
  const { language } = useLanguage();
  const [said, tell] = useSaid();
  const [{ data }, refetch] = useQuery({ query: recordsQuery, variables: { project: id } });
  useChanges(() => refetch({ requestPolicy: "network-only" }), id);
  const project = data?.project;
  if (!project || (project.records.length + project.contestedDecisions.length === 0 && !said)) return null;
  return (
    <section className="card main" aria-labelledby="vastgelegd">
      <h2 id="vastgelegd">{say("web-records")}</h2>
      <p className="soft">{say("web-records-lead")}</p>
      <Said said={said} />
      {project.contestedDecisions.map(({ gate, round, viewerCanUphold }) => (
        <Notice key={`${gate?.key}-${round}`} tone="warn">
          <p>
            <strong>{say("web-contested", { gate: gate?.name ?? "" })}</strong>
          </p>
          {viewerCanUphold && gate && (
            <details className="unfold">
              <summary>{say("web-contested-uphold")}</summary>
              <ActForm
                id={`handhaven-${gate.key}`}
                kept={`uphold-${id}-${gate.key}`}
                document={upholdDecision}
                fields={[why(say, say("web-contested-why"))]}
                input={({ waarom = "" }) => ({ projectId: id, gate: gate.key, motivation: waarom })}
                check={{ title: say("web-consult-review"), lead: say("web-consult-review-lead") }}
                button={say("web-contested-uphold")}
                project={id}
                onDone={() => tell(say("web-contested-done"))}
              />
            </details>
          )}
        </Notice>
      ))}
      <ul className="rows">
        {project.records.map(({ number, party, person, until, viewerCanContest, what }) => (
          <li key={number} className="row plain-row">
            <div className="body">
              <p className="title">
                {say("web-record-named", { person: person.name || say("who-erased"), party: party.name })}
              </p>
              {what.map((one) => (
                <p key={whatText(one, say)}>{whatText(one, say)}</p>
              ))}
              <details className="unfold">
                <summary>
                  {say("web-record-proof")}
                  <span className="visually-hidden">: {what.map((one) => whatText(one, say)).join(", ")}</span>
                </summary>
                <Entered
                  project={id}
                  about={({ onBehalf }) => onBehalf?.record === number}
                  missing={say("web-record-proof-elsewhere")}
                />
              </details>
              <p className="soft small">{say("web-record-until", { date: longDate(until, language) })}</p>
              {viewerCanContest && (
                <details className="unfold">
                  <summary>{say("web-record-contest")}</summary>
                  <ActForm
                    id={`bezwaar-${number}`}
                    kept={`contest-${id}-${number}`}
                    document={contestRecord}
                    fields={[why(say, say("web-record-contest-why"))]}
                    input={({ waarom = "" }) => ({ projectId: id, record: number, reason: waarom })}
                    button={say("web-record-contest")}
                    second
                    project={id}
                    onDone={() => tell(say("web-record-contested"))}
                  />
                </details>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
