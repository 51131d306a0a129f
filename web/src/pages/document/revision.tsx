import { asAnswers } from "../../form/answers.ts";
import { fieldsOf } from "../../form/schema.ts";
import { AnswersView } from "../../form/view.tsx";
import { Files } from "../../parts/files.tsx";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import type { Artefact, Revision } from "./documents.ts";

/** One version of the document: who, when, how far, and what it says. */
export function RevisionView({ artefact, revision, title }: { artefact: Artefact; revision: Revision; title: string }) {
  const say = useSay();
  const { language } = useLanguage();
  const fields = fieldsOf(artefact.kind.form, language);
  // What changed against the version before is told by the list of versions.
  const listed = artefact.revisions.edges.find((edge) => edge.node.number === revision.number)?.node;
  const changed = revision.number > 1 ? (listed ?? revision).changedFields : [];
  const by = revision.authors.map((person) => person.name).join(", ") || say("who-erased");
  return (
    <section className="card main" aria-labelledby="versie">
      <h2 id="versie">{title}</h2>
      <p className="soft">
        {say(`stage-${revision.stage.toLowerCase()}`)} ·{" "}
        {say("web-submitted", { by, date: longDate(revision.submittedAt, language) })}
      </p>
      <AnswersView fields={fields} answers={asAnswers(revision.answers)} changed={changed} />
      {revision.files.length > 0 && <h3>{say("web-files")}</h3>}
      <Files files={revision.files} />
      <details>
        <summary className="small">{say("web-mark")}</summary>
        <p className="soft small">
          <code>{revision.hash}</code>
        </p>
      </details>
    </section>
  );
}
