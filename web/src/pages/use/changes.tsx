import { ActForm } from "../../parts/act-form.tsx";
import type { Field } from "../../parts/asking.ts";
import { Mark, StatusWord } from "../../parts/status.tsx";
import { shortDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { closeChange, reportChange, type UseProject } from "./documents.ts";
import { OpenPoints, type Part, Unfold } from "./shared.tsx";

/** What a kind of change asks again, before somebody reports one. */
function Reopens({ kind }: { kind: UseProject["inUse"]["changeKinds"][number] | undefined }) {
  const say = useSay();
  if (!kind) return null;
  const { artefacts, criteria, smallClosedBy, termDays } = kind;
  return (
    <div className="notice info">
      <div>
        <p>{say(artefacts.length + criteria.length > 0 ? "web-change-reopens" : "web-change-reopens-nothing")}</p>
        <ul>
          {artefacts.map(({ key, name }) => (
            <li key={key}>{name}</li>
          ))}
          {criteria.map(({ key, question }) => (
            <li key={key}>{question}</li>
          ))}
        </ul>
        <p>
          {say("web-change-term", { days: termDays })}{" "}
          {smallClosedBy && say("web-change-small-by", { party: smallClosedBy.name })}
        </p>
      </div>
    </div>
  );
}

function Report({ project, done }: Part) {
  const say = useSay();
  const { changeKinds } = project.inUse;
  const fields: Field[] = [
    {
      name: "soort",
      kind: "choice",
      label: say("web-change-kind"),
      missing: say("web-change-kind-missing"),
      options: changeKinds.map(({ help, key, name }) => ({ value: key, label: name, ...(help && { hint: help }) })),
      after: ({ soort }) => <Reopens kind={changeKinds.find(({ key }) => key === soort)} />,
    },
    {
      name: "wat",
      kind: "area",
      label: say("web-change-what"),
      hint: say("web-visible-to-all"),
      missing: say("web-change-what-missing"),
    },
  ];
  return (
    <Unfold name={say("web-change-report")}>
      <ActForm
        id="wijziging"
        kept={`change-${project.id}`}
        document={reportChange}
        fields={fields}
        input={({ soort = "", wat = "" }) => ({ projectId: project.id, kind: soort, text: wat })}
        button={say("web-change-send")}
        project={project.id}
        onDone={() => done(say("web-change-done"))}
      />
    </Unfold>
  );
}

/** Changes of a product in use; each asks again exactly what its kind names (law 12). */
export function Changes({ project, done }: Part) {
  const say = useSay();
  const { language } = useLanguage();
  const { changeKinds, changes } = project.inUse;
  const can = project.viewerCan.includes("REPORT_CHANGE");
  if (changeKinds.length === 0 || (changes.length === 0 && !can)) return null;
  return (
    <section className="card" aria-labelledby="wijzigingen">
      <h2 id="wijzigingen">{say("web-changes")}</h2>
      {changes.length === 0 && <p className="soft">{say("web-changes-none")}</p>}
      <ul className="rows">
        {changes.map((change) => (
          <li key={change.number} className="row">
            <Mark state="to_do" />
            <div className="body">
              <p className="title">
                {say("web-change-named", { number: change.number, kind: change.kind?.name ?? "" })}
              </p>
              {change.text && <p className="quote">{change.text}</p>}
              <p className="soft small">
                {say("web-reported-by", { who: change.by.name, date: shortDate(change.since, language) })}
              </p>
              <OpenPoints project={project.id} points={change.open} none={say("web-change-nothing-open")} />
              {change.viewerCanClose && (
                <Unfold name={say("web-change-close")} about={change.text ?? ""}>
                  <ActForm
                    id={`wijziging-${change.number}`}
                    kept={`change-${project.id}-${change.number}`}
                    document={closeChange}
                    fields={[
                      {
                        name: "waarom",
                        kind: "area",
                        label: say("web-change-close-why"),
                        hint: say("web-visible-to-all"),
                        missing: say("web-change-close-why-missing"),
                      },
                    ]}
                    input={({ waarom = "" }) => ({ projectId: project.id, change: change.number, note: waarom })}
                    button={say("web-change-close-send")}
                    second
                    project={project.id}
                    onDone={() => done(say("web-change-closed"))}
                  />
                </Unfold>
              )}
            </div>
            <div className="end">
              <StatusWord state="to_do" word={say("web-due", { date: shortDate(change.due, language) })} />
            </div>
          </li>
        ))}
      </ul>
      {can && <Report project={project} done={done} />}
    </section>
  );
}
