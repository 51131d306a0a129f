import { names } from "../../api/names.ts";
import { ActForm } from "../../parts/act-form.tsx";
import { behalfInput, behalfPoints, onBehalfFields } from "../../parts/on-behalf.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { type Action, actOf, ordered, recordable } from "./acts.ts";
import type { Consultation, ConsultationProject } from "./documents.ts";

/** One act, by oneself or entered for somebody of the body who answered elsewhere (law 14). */
function Doing(props: {
  project: ConsultationProject;
  consultation: Consultation;
  action: Action;
  behalf: boolean;
  onDone: (said: string) => void;
}) {
  const { project, consultation, action, behalf, onDone } = props;
  const say = useSay();
  const { language } = useLanguage();
  const word = action.toLowerCase();
  const { document, fields, formal, input } = actOf(action, { project, consultation, say, language });
  const people = project.involvement.find(({ party }) => party.key === consultation.body.key)?.people ?? [];
  const id = `${word.replaceAll("_", "-")}${behalf ? "-namens" : ""}`;
  return (
    <ActForm
      id={id}
      kept={`consultation-${project.id}-${consultation.number}-${id}`}
      document={document}
      fields={behalf ? [...onBehalfFields(project.id, people, say), ...fields] : fields}
      input={(typed) => (behalf ? { ...input(typed), onBehalf: behalfInput(typed) } : input(typed))}
      {...(behalf && { also: (typed) => behalfPoints(id, typed, say) })}
      {...(formal && { check: { title: say("web-consult-review"), lead: say("web-consult-review-lead") } })}
      button={say(`web-act-${word}`)}
      project={project.id}
      known={names(consultation.body, ...project.artefacts.map(({ kind }) => kind))}
      onDone={() => onDone(say(`web-acted-${word}`))}
    >
      <p className="soft">{say(`web-act-${word}-lead`, { body: consultation.body.name })}</p>
      {behalf && <p className="soft">{say("web-behalf-lead")}</p>}
    </ActForm>
  );
}

/** Everything that the reader can do here: the likely thing open, the rest to unfold. */
export default function Doings(props: {
  project: ConsultationProject;
  consultation: Consultation;
  onDone: (said: string) => void;
}) {
  const { project, consultation, onDone } = props;
  const say = useSay();
  const conferred = consultation.conferredOn !== null;
  const own = ordered(consultation.viewerCan, conferred);
  const entered = ordered(consultation.viewerCanRecord, conferred).filter((action) => recordable.has(action));
  const stage = `${consultation.step}-${consultation.conferredOn ?? ""}-${consultation.extensionAsked ?? ""}`;
  return (
    <>
      {own.map((action, index) => (
        <details key={`${action}-${stage}`} className="card" open={index === 0}>
          <summary>
            <h2>{say(`web-act-${action.toLowerCase()}`)}</h2>
          </summary>
          <Doing project={project} consultation={consultation} action={action} behalf={false} onDone={onDone} />
        </details>
      ))}
      {entered.map((action) => (
        <details key={`${action}-${stage}-namens`} className="card">
          <summary>
            <h2>{say("web-behalf-title", { act: say(`web-act-${action.toLowerCase()}`) })}</h2>
          </summary>
          <Doing project={project} consultation={consultation} action={action} behalf onDone={onDone} />
        </details>
      ))}
    </>
  );
}
