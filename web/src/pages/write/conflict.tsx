import { asAnswers, differing } from "../../form/answers.ts";
import { type Answers, fieldsOf } from "../../form/schema.ts";
import { answerText } from "../../form/view.tsx";
import { Summary } from "../../parts/summary.tsx";
import { timeOfDay } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import type { ServerDraft, WriteArtefact } from "./documents.ts";

/** Two people wrote at once: what differs, and the choice. Both texts are still there. */
export function DraftConflict(props: {
  artefact: WriteArtefact;
  own: Answers;
  other: ServerDraft;
  settle: (keepOwn: boolean) => void;
}) {
  const { artefact, own, other, settle } = props;
  const say = useSay();
  const { language } = useLanguage();
  const theirs = asAnswers(other.answers);
  const fields = differing(fieldsOf(artefact.kind.form, language), own, theirs);
  const who = other.authors.map((person) => person.name).join(", ");
  return (
    <Summary title={say("web-draft-conflict")}>
      <p>{say("web-draft-conflict-text", { who, time: timeOfDay(other.updatedAt, language) })}</p>
      {fields.map((field) => (
        <div key={field.name}>
          <h3>{field.title}</h3>
          {field.columns.length > 0 ? (
            <p>{say("web-draft-conflict-table")}</p>
          ) : (
            <div className="sides">
              <div>
                <strong>{say("web-draft-own")}</strong>
                <p className="typed">{answerText(field, own[field.name], say, language)}</p>
              </div>
              <div>
                <strong>{say("web-draft-other")}</strong>
                <p className="typed">{answerText(field, theirs[field.name], say, language)}</p>
              </div>
            </div>
          )}
        </div>
      ))}
      <p className="buttons">
        <button type="button" className="button" onClick={() => settle(true)}>
          {say("web-draft-keep")}
        </button>
        <button type="button" className="button second" onClick={() => settle(false)}>
          {say("web-draft-take")}
        </button>
      </p>
    </Summary>
  );
}
