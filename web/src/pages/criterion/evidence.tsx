import { Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { asAnswers } from "../../form/answers.ts";
import { fieldsOf } from "../../form/schema.ts";
import { AnswersView } from "../../form/view.tsx";
import { Files } from "../../parts/files.tsx";
import { Waiting } from "../../parts/states.tsx";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { evidenceQuery } from "./documents.ts";

/** One document that a criterion rests on: just the fields that it names, and the way to the whole. */
export function Evidence({ project, artefact, only }: { project: string; artefact: string; only: readonly string[] }) {
  const say = useSay();
  const { language } = useLanguage();
  const [{ data }] = useQuery({ query: evidenceQuery, variables: { project, artefact } });
  const found = data?.project?.artefact;
  if (!found) return <Waiting />;
  const { current, kind } = found;
  return (
    <section className="card main">
      <h2>{kind.name}</h2>
      {current ? (
        <>
          <p className="soft">
            {say("web-version", { number: current.number })} · {longDate(current.submittedAt, language)} ·{" "}
            {current.authors.map((person) => person.name).join(", ")}
          </p>
          <AnswersView fields={fieldsOf(kind.form, language)} answers={asAnswers(current.answers)} only={only} />
          <Files files={current.files} />
        </>
      ) : (
        <p className="soft">{say("web-no-version")}</p>
      )}
      <p>
        <Link to="/projecten/$project/documenten/$artefact" params={{ project, artefact }}>
          {say("web-whole-document", { name: kind.name })}
        </Link>
      </p>
    </section>
  );
}
