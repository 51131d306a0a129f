import { useQuery } from "urql";
import { ActForm } from "../../parts/act-form.tsx";
import type { Field } from "../../parts/asking.ts";
import { Notice } from "../../parts/notice.tsx";
import { behalfInput, behalfPoints, onBehalfFields } from "../../parts/on-behalf.ts";
import { daysAhead, listed, longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { allowEmergencyUse, decidersQuery, endEmergencyUse } from "./documents.ts";
import { type Part, Unfold } from "./shared.tsx";

/** The people of the party that allows it, of whom one did so elsewhere (law 14). */
const useDeciders = ({ emergency, involvement }: Part["project"]) => {
  const [{ data }] = useQuery({ query: decidersQuery });
  const { decidedBy } = emergency;
  const involved = involvement.find(({ party }) => party.key === decidedBy?.key)?.people;
  return involved ?? data?.people.edges.map(({ node }) => node) ?? [];
};

function Allow({ project, done, behalf = false }: Part & { behalf?: boolean }) {
  const say = useSay();
  const { language } = useLanguage();
  const { hear, latest, tell } = project.emergency;
  const people = useDeciders(project);
  const fields: Field[] = [
    ...(behalf ? onBehalfFields(project.id, people, say) : []),
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
    <Unfold name={say(behalf ? "web-emergency-allowed-record" : "web-emergency-allow")}>
      <ActForm
        id={behalf ? "nood-namens" : "nood"}
        kept={`emergency-${behalf}-${project.id}`}
        document={allowEmergencyUse}
        fields={fields}
        {...(behalf && { also: (typed) => behalfPoints("nood-namens", typed, say) })}
        input={(typed) => ({
          projectId: project.id,
          reason: typed.waarom ?? "",
          until: typed.dag ?? "",
          heard: hear.map(({ key }) => ({ party: key, said: typed[`gehoord-${key}`] ?? "" })),
          onBehalf: behalf ? behalfInput(typed) : null,
        })}
        check={{
          title: say("web-consult-review"),
          lead: say("web-emergency-check"),
          rows: [[say("web-project"), project.title]],
        }}
        button={say(behalf ? "web-emergency-record-send" : "web-emergency-send")}
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
        {behalf && <p className="soft">{say("web-behalf-lead")}</p>}
      </ActForm>
    </Unfold>
  );
}

function End({ project, done, behalf = false }: Part & { behalf?: boolean }) {
  const say = useSay();
  const people = useDeciders(project);
  const id = behalf ? "nood-einde-namens" : "nood-einde";
  return (
    <Unfold name={say(behalf ? "web-emergency-ended-record" : "web-emergency-end")}>
      <ActForm
        id={id}
        kept={`emergency-end-${behalf}-${project.id}`}
        document={endEmergencyUse}
        fields={[
          ...(behalf ? onBehalfFields(project.id, people, say) : []),
          {
            name: "waarom",
            kind: "area",
            label: say("web-emergency-end-why"),
            hint: say("web-visible-to-all"),
            missing: say("web-consult-reason-missing"),
          },
        ]}
        {...(behalf && { also: (typed) => behalfPoints(id, typed, say) })}
        input={(typed) => ({
          projectId: project.id,
          reason: typed.waarom ?? "",
          onBehalf: behalf ? behalfInput(typed) : null,
        })}
        check={{
          title: say("web-consult-review"),
          lead: say("web-emergency-end-lead"),
          rows: [[say("web-project"), project.title]],
        }}
        button={say(behalf ? "web-emergency-record-send" : "web-emergency-end-send")}
        project={project.id}
        onDone={() => done(say("web-emergency-ended"))}
      />
    </Unfold>
  );
}

/** Use before the gate decided, for a while (law 15). */
export default function Emergency({ project, done }: Part) {
  const say = useSay();
  const { language } = useLanguage();
  const { by, decidedBy, open, reason, since, spent, until, viewerCanRecord } = project.emergency;
  const can = project.viewerCan.includes("ALLOW_EMERGENCY_USE");
  if (!decidedBy || (!open && !spent && !can && !viewerCanRecord)) return null;
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
      {viewerCanRecord && !open && <Allow project={project} done={done} behalf />}
      {project.viewerCan.includes("END_EMERGENCY_USE") && <End project={project} done={done} />}
      {viewerCanRecord && open && <End project={project} done={done} behalf />}
    </section>
  );
}
