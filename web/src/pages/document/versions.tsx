import { Link } from "@tanstack/react-router";
import { fieldsOf, titleOfPath } from "../../form/schema.ts";
import { Mark, StatusWord } from "../../parts/status.tsx";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import type { Artefact } from "./documents.ts";

/** All versions, newest first, each to read or to compare with the one before. */
export function Versions({ project, artefact }: { project: string; artefact: Artefact }) {
  const say = useSay();
  const { language } = useLanguage();
  const fields = fieldsOf(artefact.kind.form, language);
  const revisions = artefact.revisions.edges.map((edge) => edge.node);
  if (revisions.length === 0) return null;
  const params = { project, artefact: artefact.kind.key };
  return (
    <section className="card main" aria-labelledby="versies">
      <h2 id="versies">{say("web-versions")}</h2>
      <table className="stack">
        <caption className="hidden-visually">{say("web-versions")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("web-version-column")}</th>
            <th scope="col">{say("web-submitted-column")}</th>
            <th scope="col">{say("web-changed-column")}</th>
            <th scope="col">
              <span className="hidden-visually">{say("web-compare")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {revisions.map(({ number, stage, submittedAt, submittedBy, changedFields }) => {
            const tops = [...new Set(changedFields.map((path) => path.split(".")[0] ?? path))];
            return (
              <tr key={number}>
                <th scope="row">
                  <Link to="/projecten/$project/documenten/$artefact" params={params} search={{ versie: number }}>
                    {say("web-version", { number })}
                  </Link>{" "}
                  <span className="soft small">{say(`stage-${stage.toLowerCase()}`)}</span>
                </th>
                <td data-label={say("web-submitted-column")}>
                  {longDate(submittedAt, language)}, {submittedBy?.name ?? say("who-erased")}
                </td>
                <td data-label={say("web-changed-column")}>
                  {number === 1
                    ? say("web-first-version")
                    : tops.map((path) => titleOfPath(fields, path)).join(", ") || "–"}
                </td>
                <td>
                  {number > 1 && (
                    <Link
                      to="/projecten/$project/documenten/$artefact"
                      params={params}
                      search={{ versie: number, vergelijk: number - 1 }}
                    >
                      {say("web-compare-with", { number: number - 1 })}
                    </Link>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** How the review of a party stands, in the words of every other point. */
function reviewState(review: Artefact["reviews"][number] | undefined): string {
  if (!review) return "waiting";
  if (review.stale) return "stale";
  return review.verdict === "APPROVE" ? "done" : "adjust";
}

/** Who must review the current version, what they said, and who is asked again because something changed in use (law 12). */
export function Reviews({ artefact, asked }: { artefact: Artefact; asked: (party: string) => boolean }) {
  const say = useSay();
  const { language } = useLanguage();
  const { current, reviews, kind } = artefact;
  if (!current || kind.reviewedBy.length === 0) return null;
  return (
    <section className="card main" aria-labelledby="beoordelingen">
      <h2 id="beoordelingen">{say("web-reviews")}</h2>
      <ul className="rows">
        {kind.reviewedBy.map((party) => {
          const review = reviews.find((candidate) => candidate.party.key === party.key);
          const again = review !== undefined && !review.stale && asked(party.key);
          const state = again ? "waiting" : reviewState(review);
          return (
            <li className="row" key={party.key}>
              <Mark state={state} />
              <div className="body">
                <p className="title">{party.name}</p>
                {review ? (
                  <>
                    <p className="soft small">
                      {(review.stale || again) && `${say(`verdict-${review.verdict.toLowerCase()}-done`)} · `}
                      {say("web-version", { number: review.revision })} · {review.by.name},{" "}
                      {longDate(review.at, language)}
                    </p>
                    {review.stale && <p className="soft small">{say("web-review-stale")}</p>}
                    {again && <p className="soft small">{say("web-review-anew")}</p>}
                    {review.note && <p className="quote">{review.note}</p>}
                  </>
                ) : (
                  <p className="soft small">
                    {say("web-review-open", { date: longDate(current.reviewDue, language) })}
                  </p>
                )}
              </div>
              <div className="end">
                <StatusWord state={state} />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
