import { ActForm } from "../../parts/act-form.tsx";
import type { Field } from "../../parts/asking.ts";
import { Mark, StatusWord } from "../../parts/status.tsx";
import { daysAhead, longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { cancelRollout, checkRollout, planRollout, startRollout, type UseProject } from "./documents.ts";
import { type Part, Unfold } from "./shared.tsx";

type Rollout = UseProject["inUse"]["rollouts"][number];

function Check({ project, rollout, party, done }: Part & { rollout: Rollout; party: { key: string; name: string } }) {
  const say = useSay();
  const own = rollout.checks.filter((check) => check.party.key === party.key);
  const fields = own.map(
    ({ key, question, yes }): Field => ({
      name: key,
      kind: "choice",
      label: question,
      missing: say("web-fact-choose"),
      start: yes === null ? "" : yes ? "ja" : "nee",
      options: [
        { value: "ja", label: say("web-yes") },
        { value: "nee", label: say("web-no") },
      ],
    }),
  );
  return (
    <Unfold name={say("web-rollout-check", { party: party.name })} about={rollout.name ?? ""}>
      <ActForm
        id={`uitrol-${rollout.number}-${party.key}`}
        kept={`rollout-${project.id}-${rollout.number}-${party.key}`}
        document={checkRollout}
        fields={fields}
        input={(typed) => ({
          projectId: project.id,
          rollout: rollout.number,
          party: party.key,
          answers: own.map(({ key }) => ({ check: key, yes: typed[key] === "ja" })),
        })}
        button={say("web-judge-send")}
        second
        project={project.id}
        onDone={() => done(say("web-rollout-checked"))}
      />
    </Unfold>
  );
}

function Row({ project, rollout, done }: Part & { rollout: Rollout }) {
  const say = useSay();
  const { language } = useLanguage();
  const { checks, name, number, on, viewerCanCancel, viewerCanCheckFor, viewerCanStart } = rollout;
  const ready = checks.filter(({ yes }) => yes).length;
  const state = ready === checks.length ? "to_do" : "waiting";
  const answer = (yes: boolean | null) => say(yes === null ? "web-fact-open" : yes ? "web-yes" : "web-no");
  return (
    <li className="row">
      <Mark state={state} />
      <div className="body">
        <p className="title">{name ?? say("web-rollout-named", { number })}</p>
        <p className="soft small">{say("web-done-of", { done: ready, total: checks.length })}</p>
        <ul className="small">
          {checks.map(({ key, party, question, yes }) => (
            <li key={key}>
              {question} <strong>{answer(yes)}</strong> <span className="soft">· {party.name}</span>
            </li>
          ))}
        </ul>
        {viewerCanCheckFor.map((party) => (
          <Check key={party.key} project={project} rollout={rollout} party={party} done={done} />
        ))}
        {viewerCanStart && (
          <Unfold name={say("web-rollout-start")} about={name ?? ""}>
            <ActForm
              id={`start-${number}`}
              kept={`start-${project.id}-${number}`}
              document={startRollout}
              fields={[
                {
                  name: "dag",
                  kind: "date",
                  label: say("web-rollout-start-day"),
                  missing: say("web-consult-day-missing"),
                  start: daysAhead(0),
                  max: daysAhead(0),
                },
              ]}
              input={({ dag = "" }) => ({ projectId: project.id, rollout: number, on: dag })}
              button={say("web-rollout-start-send")}
              second
              project={project.id}
              onDone={() => done(say("web-rollout-started"))}
            />
          </Unfold>
        )}
        {viewerCanCancel && (
          <Unfold name={say("web-rollout-cancel")} about={name ?? ""}>
            <ActForm
              id={`afzien-${number}`}
              kept={`cancel-${project.id}-${number}`}
              document={cancelRollout}
              fields={[
                {
                  name: "waarom",
                  kind: "area",
                  label: say("web-rollout-cancel-why"),
                  hint: say("web-visible-to-all"),
                  missing: say("web-consult-reason-missing"),
                },
              ]}
              input={({ waarom = "" }) => ({ projectId: project.id, rollout: number, reason: waarom })}
              button={say("web-rollout-cancel-send")}
              second
              project={project.id}
              onDone={() => done(say("web-rollout-cancelled"))}
            />
          </Unfold>
        )}
      </div>
      <div className="end">
        <StatusWord state={state} word={say("web-rollout-on", { date: longDate(on, language) })} />
      </div>
    </li>
  );
}

/** Teams and locations that start, each on its own date and after a light check (law 12). */
export function Rollouts({ project, done }: Part) {
  const say = useSay();
  const { rollouts, rolloutsStarted } = project.inUse;
  const can = project.viewerCan.includes("PLAN_ROLLOUT");
  if (rollouts.length + rolloutsStarted === 0 && !can) return null;
  const fields: Field[] = [
    {
      name: "naam",
      kind: "line",
      label: say("web-rollout-name"),
      missing: say("web-rollout-name-missing"),
    },
    {
      name: "dag",
      kind: "date",
      label: say("web-rollout-day"),
      missing: say("web-rollout-day-missing"),
      min: daysAhead(0),
    },
  ];
  return (
    <section className="card" aria-labelledby="uitrol">
      <h2 id="uitrol">{say("web-rollouts")}</h2>
      <p className="soft">{say("web-rollouts-started", { count: rolloutsStarted })}</p>
      <ul className="rows">
        {rollouts.map((rollout) => (
          <Row key={rollout.number} project={project} rollout={rollout} done={done} />
        ))}
      </ul>
      {can && (
        <Unfold name={say("web-rollout-plan")}>
          <ActForm
            id="plan"
            kept={`plan-${project.id}`}
            document={planRollout}
            fields={fields}
            input={({ naam = "", dag = "" }) => ({ projectId: project.id, name: naam, on: dag })}
            button={say("web-rollout-plan-send")}
            second
            project={project.id}
            onDone={() => done(say("web-rollout-planned"))}
          />
        </Unfold>
      )}
    </section>
  );
}
