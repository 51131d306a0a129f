import type { ReactNode } from "react";
import type { TablePreview, TableRow, TableSaid } from "../../api/tables.ts";
import { Notice } from "../../parts/notice.tsx";
import { problemText } from "../../parts/refusal.tsx";
import { StatusWord } from "../../parts/status.tsx";
import { Tick } from "../../parts/tick.tsx";
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
export function State(props: {
  row: TableRow;
  outcome: Outcome | undefined;
  chosen: boolean;
  /** The way to what came in. */
  open?: ReactNode;
}) {
  const { row, outcome, chosen, open } = props;
  const say = useSay();
  const { language } = useLanguage();
  if (outcome?.state === "failed")
    return (
      <>
        <StatusWord state="late" word={say("web-table-failed")} />
        <p className="small">{problemText(outcome.problem, say, language)}</p>
      </>
    );
  if (outcome || standing(row, new Map()) === "here")
    return (
      <>
        <StatusWord state="done" word={say(outcome ? "web-table-done" : "web-table-here")} />
        {open}
      </>
    );
  if (row.warnings.length > 0)
    return (
      <>
        <StatusWord state="stale" word={say("web-table-doubtful")} />
        <SaidList all={row.warnings} />
      </>
    );
  if (!chosen) return <StatusWord state="waived" word={say("web-table-not-now")} />;
  return <StatusWord state="to_do" word={say("web-table-good")} />;
}

/** What the list of rows that can come in gets. */
export interface GoodRowsProps<R extends TableRow> {
  preview: TablePreview<R>;
  rows: readonly R[];
  chosen: ReadonlySet<number>;
  outcomes: ReadonlyMap<number, Outcome>;
  onChoose: (row: number, yes: boolean) => void;
}

/** The name of a row that can come in, with its tick as long as somebody can choose. */
export function RowName<R extends TableRow>(props: GoodRowsProps<R> & { row: R }) {
  const { preview, row, chosen, outcomes, onChoose } = props;
  const say = useSay();
  const open = ["good", "doubtful", "failed"].includes(standing(row, outcomes));
  return (
    <th scope="row">
      {open && preview.problems.length === 0 ? (
        <Tick id={`rij-${row.row}`} selected={chosen.has(row.row)} onChange={(yes) => onChoose(row.row, yes)}>
          {row.title}
        </Tick>
      ) : (
        row.title
      )}
      <span className="below soft small">{say("web-table-row", { row: row.row })}</span>
    </th>
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
