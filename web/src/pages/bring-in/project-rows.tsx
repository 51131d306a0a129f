import { Link } from "@tanstack/react-router";
import type { ProjectRow } from "../../api/tables.ts";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { type GoodRowsProps, RowName, State } from "./preview.tsx";

/** The rows that can come in; somebody ticks those that do. */
export function ProjectRows(props: GoodRowsProps<ProjectRow>) {
  const { rows, chosen, outcomes } = props;
  const say = useSay();
  const { language } = useLanguage();
  if (rows.length === 0) return null;
  return (
    <section className="card" aria-labelledby="mee">
      <h2 id="mee">{say("web-table-rows", { count: rows.length })}</h2>
      <p className="soft">{say("web-table-projects-rows-lead")}</p>
      <table className="stack">
        <thead>
          <tr>
            <th scope="col">{say("web-table-project")}</th>
            <th scope="col">{say("web-table-phase")}</th>
            <th scope="col">{say("web-table-lead")}</th>
            <th scope="col">{say("web-table-owner")}</th>
            <th scope="col">{say("web-table-state")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { due, facts, funnel, lead, owner, phase, version } = row.shown;
            const outcome = outcomes.get(row.row);
            const project = (outcome?.state === "done" ? outcome.project : undefined) ?? row.project?.id;
            return (
              <tr key={row.row}>
                <RowName {...props} row={row} />
                <td data-label={say("web-table-phase")}>
                  <span>
                    {phase}
                    <span className="below soft small">
                      {say("web-funnel-version", { name: funnel ?? "", version: version ?? 0 })}
                    </span>
                    {facts.map(({ answer, question }) => (
                      <span className="below soft small" key={question}>
                        {question} {answer}
                      </span>
                    ))}
                  </span>
                </td>
                <td data-label={say("web-table-lead")}>{lead}</td>
                <td data-label={say("web-table-owner")}>
                  <span>
                    {owner}
                    {due && <span className="below soft small">{longDate(due, language)}</span>}
                  </span>
                </td>
                <td data-label={say("web-table-state")}>
                  <div>
                    <State
                      row={row}
                      outcome={outcome}
                      chosen={chosen.has(row.row)}
                      open={
                        project && (
                          <p>
                            <Link to="/projecten/$project" params={{ project }}>
                              {say("web-table-open")}
                              <span className="hidden-visually"> {row.title}</span>
                            </Link>
                          </p>
                        )
                      }
                    />
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
