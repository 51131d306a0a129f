import { Link } from "@tanstack/react-router";
import { FileText } from "lucide-react";
import { shortDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import type { Project } from "./documents.ts";

/** The documents of the project, and the way to write them. */
export function Artefacts({ project }: { project: Project }) {
  const say = useSay();
  const { language } = useLanguage();
  const shown = project.artefacts.filter((artefact) => artefact.neededNow || artefact.current || artefact.draft);
  if (shown.length === 0) return null;
  return (
    <section className="card main" aria-labelledby="documenten">
      <h2 id="documenten">{say("web-documents")}</h2>
      <table className="stack">
        <caption className="hidden-visually">{say("web-documents")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("web-document")}</th>
            <th scope="col">{say("web-version-column")}</th>
            <th scope="col">{say("web-last-changed")}</th>
            <th scope="col">{say("web-by")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, kind, current, draft, viewerCanSubmit }) => {
            const params = { project: project.id, artefact: kind.key };
            return (
              <tr key={id}>
                <th scope="row">
                  <FileText className="icon" aria-hidden />{" "}
                  <Link to="/projecten/$project/documenten/$artefact" params={params}>
                    {kind.name}
                  </Link>
                  {viewerCanSubmit && (
                    <span className="below">
                      <Link to="/projecten/$project/documenten/$artefact/schrijven" params={params}>
                        {say(draft ? "web-write-on" : current ? "web-write-next" : "web-write-first")}
                        <span className="hidden-visually"> {kind.name}</span>
                      </Link>
                    </span>
                  )}
                </th>
                <td data-label={say("web-version-column")} className="short">
                  {current ? `${current.number} (${say(`stage-${current.stage.toLowerCase()}`).toLowerCase()})` : "–"}
                </td>
                <td data-label={say("web-last-changed")}>{current ? shortDate(current.submittedAt, language) : "–"}</td>
                <td data-label={say("web-by")}>{current ? (current.submittedBy?.name ?? say("who-erased")) : "–"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Which parties take part, since when (law 6). */
export function Involvement({ project }: { project: Project }) {
  const say = useSay();
  const { language } = useLanguage();
  return (
    <section className="card main" aria-labelledby="wie">
      <h2 id="wie">{say("web-involved")}</h2>
      <table className="stack">
        <caption className="hidden-visually">{say("web-involved")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("web-party")}</th>
            <th scope="col">{say("web-people")}</th>
            <th scope="col">{say("web-since-column")}</th>
          </tr>
        </thead>
        <tbody>
          {project.involvement.map(({ party, people, since }) => (
            <tr key={party.key}>
              <th scope="row">{party.name}</th>
              <td data-label={say("web-people")}>{people.map((person) => person.name).join(", ") || "–"}</td>
              <td data-label={say("web-since-column")} className="short">
                {shortDate(since, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
