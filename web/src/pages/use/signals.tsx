import { ActForm } from "../../parts/act-form.tsx";
import type { Field } from "../../parts/asking.ts";
import { Notice } from "../../parts/notice.tsx";
import { Mark, StatusWord } from "../../parts/status.tsx";
import { daysAhead, longDate, shortDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { handleSignal, reportSignal } from "./documents.ts";
import { OpenPoints, type Part, Unfold } from "./shared.tsx";

const kinds = ["INCIDENT", "DATA_BREACH", "COMPLAINT", "EXPERIENCE"] as const;
type Kind = (typeof kinds)[number];

function Report({ project, done }: Part) {
  const say = useSay();
  const fields: Field[] = [
    {
      name: "soort",
      kind: "choice",
      label: say("web-signal-kind"),
      missing: say("web-signal-kind-missing"),
      options: kinds.map((kind) => ({
        value: kind,
        label: say(`web-signal-${kind.toLowerCase()}`),
        hint: say(`web-signal-${kind.toLowerCase()}-hint`),
      })),
    },
    {
      name: "dag",
      kind: "date",
      label: say("web-signal-day"),
      missing: say("web-consult-day-missing"),
      max: daysAhead(0),
    },
    {
      name: "wat",
      kind: "area",
      label: say("web-signal-what"),
      hint: say("web-signal-what-hint"),
      missing: say("web-signal-what-missing"),
    },
    {
      name: "zonder",
      kind: "tick",
      label: say("web-signal-without"),
      missing: say("web-signal-without-missing"),
    },
  ];
  return (
    <Unfold name={say("web-signal-report")}>
      <ActForm
        id="signaal"
        kept={`signal-${project.id}`}
        document={reportSignal}
        fields={fields}
        input={({ soort, dag = "", wat = "" }) => ({
          projectId: project.id,
          kind: soort as Kind,
          on: dag,
          reference: wat,
        })}
        button={say("web-signal-send")}
        project={project.id}
        onDone={() => done(say("web-signal-done"))}
      >
        <Notice tone="warn">
          <p>{say("web-signal-no-client")}</p>
        </Notice>
      </ActForm>
    </Unfold>
  );
}

/** Signals: what went wrong or was experienced, without anything about a client (law 12). */
export function Signals({ project, done }: Part) {
  const say = useSay();
  const { language } = useLanguage();
  const { signals } = project.inUse;
  const can = project.viewerCan.includes("REPORT_SIGNAL");
  if (signals.length === 0 && !can) return null;
  return (
    <section className="card" aria-labelledby="signalen">
      <h2 id="signalen">{say("web-signals")}</h2>
      {signals.length === 0 && <p className="soft">{say("web-signals-none")}</p>}
      <ul className="rows">
        {signals.map((signal) => (
          <li key={signal.number} className="row">
            <Mark state="to_do" />
            <div className="body">
              <p className="title">
                {say("web-signal-named", {
                  number: signal.number,
                  kind: say(`web-signal-${signal.kind.toLowerCase()}`),
                })}
              </p>
              {signal.reference && <p className="quote">{signal.reference}</p>}
              <p className="soft small">
                {say("web-signal-on", { date: longDate(signal.on, language) })}
                {signal.handledBy && ` · ${say("web-signal-handled-by", { party: signal.handledBy.name })}`}
              </p>
              <OpenPoints project={project.id} points={signal.open} none={say("web-signal-nothing-open")} />
              {signal.viewerCanHandle && (
                <Unfold name={say("web-signal-handle")} about={String(signal.number)}>
                  <ActForm
                    id={`signaal-${signal.number}`}
                    kept={`signal-${project.id}-${signal.number}`}
                    document={handleSignal}
                    fields={[
                      {
                        name: "gedaan",
                        kind: "area",
                        label: say("web-signal-handle-what"),
                        hint: say("web-visible-to-all"),
                        missing: say("web-signal-handle-missing"),
                      },
                    ]}
                    input={({ gedaan = "" }) => ({ projectId: project.id, signal: signal.number, note: gedaan })}
                    button={say("web-signal-handle-send")}
                    second
                    project={project.id}
                    onDone={() => done(say("web-signal-handled"))}
                  />
                </Unfold>
              )}
            </div>
            <div className="end">
              <StatusWord state="to_do" word={say("web-due", { date: shortDate(signal.due, language) })} />
            </div>
          </li>
        ))}
      </ul>
      {can && <Report project={project} done={done} />}
    </section>
  );
}
