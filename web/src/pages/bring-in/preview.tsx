import { Link } from "@tanstack/react-router";
import type { TablePreview, TableRow, TableSaid } from "../../api/tables.ts";
import { Notice } from "../../parts/notice.tsx";
import { problemText } from "../../parts/refusal.tsx";
import { StatusWord } from "../../parts/status.tsx";
import { Tick } from "../../parts/tick.tsx";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { standing } from "./rows.ts";
import type { Outcome } from "./run.ts";

/** What is wrong, with its cell and what stands there. */
function Said({ said }: { said: TableSaid }) {
  const say = useSay();
  const { language } = useLanguage();
  const { cell, column, message, value } = said;
  return (
    <>
      {cell && (
        <strong>
          {say(value ? "web-table-cell-value" : "web-table-cell", {
            cell,
            column: column ?? "",
            value: value ?? "",
          })}{" "}
        </strong>
      )}
      {message[language]}
    </>
  );
}

/** A list of what is wrong. */
export function SaidList({ all }: { all: readonly TableSaid[] }) {
  return (
    <ul className="plain">
      {all.map((said) => (
        <li key={`${said.code} ${said.cell ?? said.column ?? ""}`}>
          <Said said={said} />
        </li>
      ))}
    </ul>
  );
}

/** The rows that cannot come in, each with what to mend in the file. */
export function BadRows({ rows }: { rows: readonly TableRow[] }) {
  const say = useSay();
  if (rows.length === 0) return null;
  return (
    <section className="card" aria-labelledby="niet-mee">
      <h2 id="niet-mee">{say("web-table-bad", { count: rows.length })}</h2>
      <p className="soft">{say("web-table-bad-lead")}</p>
      <table className="stack">
        <thead>
          <tr>
            <th scope="col">{say("web-table-row-column")}</th>
            <th scope="col">{say("web-table-wrong")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ problems, row, title }) => (
            <tr key={row}>
              <th scope="row">
                {say("web-table-row", { row })}
                <span className="below soft small">{title || say("web-table-untitled")}</span>
              </th>
              <td>
                <SaidList all={problems} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What became of a row, or what somebody should look at first. */
function State({ row, outcome }: { row: TableRow; outcome: Outcome | undefined }) {
  const say = useSay();
  const { language } = useLanguage();
  if (outcome?.state === "failed")
    return (
      <>
        <StatusWord state="late" word={say("web-table-failed")} />
        <p className="small">{problemText(outcome.problem, say, language)}</p>
      </>
    );
  const project = outcome?.project ?? row.project?.id;
  if (project)
    return (
      <>
        <StatusWord state="done" word={say(outcome ? "web-table-done" : "web-table-here")} />{" "}
        <Link to="/projecten/$project" params={{ project }}>
          {say("web-table-open")}
          <span className="hidden-visually"> {row.title}</span>
        </Link>
      </>
    );
  if (row.warnings.length > 0)
    return (
      <>
        <StatusWord state="stale" word={say("web-table-doubtful")} />
        <SaidList all={row.warnings} />
      </>
    );
  return <StatusWord state="to_do" word={say("web-table-good")} />;
}

/** The rows that can come in; somebody ticks those that do. */
export function GoodRows(props: {
  preview: TablePreview;
  rows: readonly TableRow[];
  chosen: ReadonlySet<number>;
  outcomes: ReadonlyMap<number, Outcome>;
  onChoose: (row: number, yes: boolean) => void;
}) {
  const { preview, rows, chosen, outcomes, onChoose } = props;
  const say = useSay();
  const { language } = useLanguage();
  if (rows.length === 0) return null;
  return (
    <section className="card" aria-labelledby="mee">
      <h2 id="mee">{say("web-table-rows", { count: rows.length })}</h2>
      <p className="soft">{say("web-table-rows-lead")}</p>
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
            const open = ["good", "doubtful", "failed"].includes(standing(row, outcomes));
            return (
              <tr key={row.row}>
                <th scope="row">
                  {open && preview.problems.length === 0 ? (
                    <Tick
                      id={`rij-${row.row}`}
                      selected={chosen.has(row.row)}
                      onChange={(yes) => onChoose(row.row, yes)}
                    >
                      {row.title}
                    </Tick>
                  ) : (
                    row.title
                  )}
                  <span className="below soft small">{say("web-table-row", { row: row.row })}</span>
                </th>
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
                    <State row={row} outcome={outcomes.get(row.row)} />
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

/** What is wrong with the file as a whole. */
export function FileNotices({ preview }: { preview: TablePreview }) {
  const say = useSay();
  return (
    <>
      {preview.problems.length > 0 && (
        <Notice tone="bad">
          <p>
            <strong>{say("web-table-file-wrong")}</strong>
          </p>
          <SaidList all={preview.problems} />
        </Notice>
      )}
      {preview.warnings.length > 0 && (
        <Notice tone="warn">
          <SaidList all={preview.warnings} />
        </Notice>
      )}
    </>
  );
}
