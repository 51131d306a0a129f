import { ActForm } from "../../parts/act-form.tsx";
import type { Field } from "../../parts/asking.ts";
import { Notice } from "../../parts/notice.tsx";
import { daysAhead, listed, longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { allowEmergencyUse, endEmergencyUse } from "./documents.ts";
import { type Part, Unfold } from "./shared.tsx";

function Allow({ project, done }: Part) {
  const say = useSay();
  const { language } = useLanguage();
  const { hear, latest, tell } = project.emergency;
  const fields: Field[] = [
    {
      name: "waarom",
      kind: "area",
      label: say("web-emergency-why"),
      hint: say("web-visible-to-all"),
      missing: say("web-consult-reason-missing"),
    },
    {
      name: "dag",
      kind: "date",
      label: say("web-emergency-until"),
      ...(latest && { hint: say("web-emergency-latest", { date: longDate(latest, language) }), max: latest }),
      missing: say("web-consult-until-missing"),
      min: daysAhead(1),
    },
    ...hear.map(
      ({ key, name }): Field => ({
        name: `gehoord-${key}`,
        kind: "area",
        rows: 2,
        label: say("web-emergency-heard", { party: name }),
        missing: say("web-emergency-heard-missing", { party: name }),
      }),
    ),
  ];
  return (
    <Unfold name={say("web-emergency-allow")}>
      <ActForm
        id="nood"
        kept={`emergency-${project.id}`}
        document={allowEmergencyUse}
        fields={fields}
        input={(typed) => ({
          projectId: project.id,
          reason: typed.waarom ?? "",
          until: typed.dag ?? "",
          heard: hear.map(({ key }) => ({ party: key, said: typed[`gehoord-${key}`] ?? "" })),
        })}
        check={{
          title: say("web-consult-review"),
          lead: say("web-emergency-check"),
          rows: [[say("web-project"), project.title]],
        }}
        button={say("web-emergency-send")}
        project={project.id}
        onDone={() => done(say("web-emergency-done"))}
      >
        <p className="soft">
          {say("web-emergency-hear", {
            parties: listed(
              hear.map(({ name }) => name),
              language,
            ),
          })}{" "}
          {tell && say("web-emergency-tell", { body: tell.name })}
        </p>
      </ActForm>
    </Unfold>
  );
}

/** Use before the gate decided, for a while (law 15). */
export function Emergency({ project, done }: Part) {
  const say = useSay();
  const { language } = useLanguage();
  const { by, decidedBy, open, reason, since, spent, until } = project.emergency;
  const can = project.viewerCan.includes("ALLOW_EMERGENCY_USE");
  if (!decidedBy || (!open && !spent && !can)) return null;
  return (
    <section className="card" aria-labelledby="nood">
      <h2 id="nood">{say("web-emergency")}</h2>
      {open && until && (
        <Notice tone="warn">
          <p>
            <strong>{say("web-emergency-open", { date: longDate(until, language) })}</strong>
          </p>
          {reason && <p className="quote">{reason}</p>}
          {since && (
            <p className="small">
              {say("web-reported-by", { who: by?.name ?? decidedBy.name, date: longDate(since, language) })}
            </p>
          )}
        </Notice>
      )}
      {!open && <p className="soft">{say("web-emergency-lead", { party: decidedBy.name })}</p>}
      {!open && spent && <p>{say("web-emergency-spent")}</p>}
      {can && <Allow project={project} done={done} />}
      {project.viewerCan.includes("END_EMERGENCY_USE") && (
        <Unfold name={say("web-emergency-end")}>
          <ActForm
            id="nood-einde"
            kept={`emergency-end-${project.id}`}
            document={endEmergencyUse}
            fields={[
              {
                name: "waarom",
                kind: "area",
                label: say("web-emergency-end-why"),
                hint: say("web-visible-to-all"),
                missing: say("web-consult-reason-missing"),
              },
            ]}
            input={({ waarom = "" }) => ({ projectId: project.id, reason: waarom })}
            button={say("web-emergency-end-send")}
            project={project.id}
            onDone={() => done(say("web-emergency-ended"))}
          />
        </Unfold>
      )}
    </section>
  );
}
