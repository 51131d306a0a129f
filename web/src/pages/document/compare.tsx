import { useQuery } from "urql";
import { asAnswers, asRows, differing } from "../../form/answers.ts";
import { type Field, fieldsOf } from "../../form/schema.ts";
import { answerText } from "../../form/view.tsx";
import { Files } from "../../parts/files.tsx";
import { Failed, Waiting } from "../../parts/states.tsx";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { type Artefact, type Revision, revisionQuery } from "./documents.ts";
import { RevisionView } from "./revision.tsx";
import { CompareRows } from "./rows.tsx";

function useRevision(project: string, artefact: Artefact, number: number) {
  const [{ data, error }] = useQuery({
    query: revisionQuery,
    variables: { project, artefact: artefact.kind.key, number },
  });
  return {
    revision: data?.project?.artefact?.revision ?? undefined,
    failed: Boolean(error) || Boolean(data && !data.project?.artefact?.revision),
  };
}

/** An earlier version, as it was. */
export function EarlierRevision({
  project,
  artefact,
  number,
}: {
  project: string;
  artefact: Artefact;
  number: number;
}) {
  const say = useSay();
  const { revision, failed } = useRevision(project, artefact, number);
  if (!revision) return failed ? <Failed /> : <Waiting />;
  return <RevisionView artefact={artefact} revision={revision} title={say("web-version-earlier", { number })} />;
}

function Side({ field, revision }: { field: Field; revision: Revision }) {
  const say = useSay();
  const { language } = useLanguage();
  const value = asAnswers(revision.answers)[field.name];
  return (
    <div>
      <h4>{say("web-version", { number: revision.number })}</h4>
      <p className="typed">{answerText(field, value, say, language)}</p>
    </div>
  );
}

/** Two versions side by side: only what differs. */
export function Compare(props: { project: string; artefact: Artefact; older: number; newer: number }) {
  const { project, artefact, older, newer } = props;
  const say = useSay();
  const { language } = useLanguage();
  const left = useRevision(project, artefact, older);
  const right = useRevision(project, artefact, newer);
  if (!left.revision || !right.revision) return left.failed || right.failed ? <Failed /> : <Waiting />;
  const [before, after] = [left.revision, right.revision];
  const fields = differing(fieldsOf(artefact.kind.form, language), asAnswers(before.answers), asAnswers(after.answers));
  const hashes = (revision: Revision) =>
    revision.files
      .map((file) => file.sha256)
      .sort()
      .join();
  const filesDiffer = hashes(before) !== hashes(after);
  return (
    <section className="card main" aria-labelledby="vergelijk">
      <h2 id="vergelijk">{say("web-compare-title", { older, newer })}</h2>
      <p>{say("web-compare-count", { count: fields.length + (filesDiffer ? 1 : 0) })}</p>
      {fields.map((field) => (
        <section key={field.name} className="difference">
          <h3>{field.title}</h3>
          {field.columns.length > 0 ? (
            <CompareRows
              field={field}
              older={asRows(asAnswers(before.answers)[field.name])}
              newer={asRows(asAnswers(after.answers)[field.name])}
            />
          ) : (
            <div className="sides">
              <Side field={field} revision={before} />
              <Side field={field} revision={after} />
            </div>
          )}
        </section>
      ))}
      {filesDiffer && (
        <section>
          <h3>{say("web-files")}</h3>
          <div className="sides">
            {[before, after].map((revision) => (
              <div key={revision.number}>
                <h4>{say("web-version", { number: revision.number })}</h4>
                {revision.files.length > 0 ? (
                  <Files files={revision.files} />
                ) : (
                  <p className="soft">{say("web-no-files")}</p>
                )}
              </div>
            ))}
          </div>
        </section>
      )}
    </section>
  );
}
