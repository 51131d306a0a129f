import { ActForm } from "../../parts/act-form.tsx";
import { Mark, StatusWord } from "../../parts/status.tsx";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { resumeUse, suspendUse } from "./documents.ts";
import { type Part, Unfold } from "./shared.tsx";

/** The board or care stops the use at once; it goes on when nobody holds it back (law 12). */
export function Holding({ project, done }: Part) {
  const say = useSay();
  const { language } = useLanguage();
  const { suspensions, viewerCanSuspendFor } = project.inUse;
  if (suspensions.length + viewerCanSuspendFor.length === 0) return null;
  return (
    <section className="card" aria-labelledby="stilleggen">
      <h2 id="stilleggen">{say("web-holding")}</h2>
      <p className="soft">{say("web-holding-lead")}</p>
      <ul className="rows">
        {suspensions.map(({ by, party, reason, since, viewerCanResume }) => (
          <li key={party.key} className="row">
            <Mark state="adjust" />
            <div className="body">
              <p className="title">{say("web-holding-by", { party: party.name })}</p>
              {reason && <p className="quote">{reason}</p>}
              <p className="soft small">{say("web-reported-by", { who: by.name, date: longDate(since, language) })}</p>
              {viewerCanResume && (
                <Unfold name={say("web-holding-resume")} about={party.name}>
                  <ActForm
                    id={`vrijgeven-${party.key}`}
                    kept={`resume-${project.id}-${party.key}`}
                    document={resumeUse}
                    fields={[
                      {
                        name: "waarom",
                        kind: "area",
                        label: say("web-holding-resume-why"),
                        hint: say("web-visible-to-all"),
                        missing: say("web-consult-reason-missing"),
                      },
                    ]}
                    input={({ waarom = "" }) => ({ projectId: project.id, party: party.key, reason: waarom })}
                    check={{ title: say("web-consult-review"), lead: say("web-consult-review-lead") }}
                    button={say("web-holding-resume-send")}
                    project={project.id}
                    onDone={() => done(say("web-holding-resumed"))}
                  />
                </Unfold>
              )}
            </div>
            <div className="end">
              <StatusWord state="adjust" word={say("web-holding-state")} />
            </div>
          </li>
        ))}
      </ul>
      {viewerCanSuspendFor.map(({ key, name }) => (
        <Unfold key={key} name={say("web-holding-suspend", { party: name })}>
          <ActForm
            id={`stilleggen-${key}`}
            kept={`suspend-${project.id}-${key}`}
            document={suspendUse}
            fields={[
              {
                name: "waarom",
                kind: "area",
                label: say("web-holding-suspend-why"),
                hint: say("web-visible-to-all"),
                missing: say("web-consult-reason-missing"),
              },
            ]}
            input={({ waarom = "" }) => ({ projectId: project.id, party: key, reason: waarom })}
            button={say("web-holding-suspend-send")}
            project={project.id}
            onDone={() => done(say("web-holding-suspended"))}
          >
            <p className="soft">{say("web-holding-suspend-lead")}</p>
          </ActForm>
        </Unfold>
      ))}
    </section>
  );
}
