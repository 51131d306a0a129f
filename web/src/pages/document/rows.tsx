import { same } from "../../form/answers.ts";
import { type RowChange, rowChanges } from "../../form/row-changes.ts";
import type { Answers, Field } from "../../form/schema.ts";
import { answerText } from "../../form/view.tsx";
import { useLanguage, useSay } from "../../texts/language.tsx";

const looks = { new: "to_do", changed: "stale", gone: "not_yet" };

/** One cell: what it was and what it is now, where these differ. */
function Cell({ column, change }: { column: Field; change: RowChange }) {
  const say = useSay();
  const { language } = useLanguage();
  const text = (row: Answers) => answerText(column, row[column.name], say, language);
  const { kind, before, after } = change;
  if (kind !== "changed" || same(before[column.name], after[column.name]))
    return text(kind === "gone" ? before : after);
  return (
    <span>
      <del>
        <span className="hidden-visually">{say("web-row-was")} </span>
        {text(before)}
      </del>{" "}
      <ins>
        <span className="hidden-visually">{say("web-row-is")} </span>
        {text(after)}
      </ins>
    </span>
  );
}

/** A table of two versions: only the rows that differ, each cell with what it was. */
export function CompareRows({ field, older, newer }: { field: Field; older: Answers[]; newer: Answers[] }) {
  const say = useSay();
  const { changes, stayed } = rowChanges(field.columns, older, newer);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the arrow keys */}
      <section className="scroll" aria-label={field.title} tabIndex={0}>
        <table className="stack">
          <caption className="hidden-visually">{field.title}</caption>
          <thead>
            <tr>
              <th scope="col">{say("web-row-number")}</th>
              <th scope="col">{say("web-changed-column")}</th>
              {field.columns.map((column) => (
                <th key={column.name} scope="col">
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.kind + change.number}>
                <th scope="row" data-label={say("web-row-number")}>
                  {change.number}
                </th>
                <td data-label={say("web-changed-column")}>
                  <span className={`status ${looks[change.kind]}`}>{say(`web-row-${change.kind}`)}</span>
                </td>
                {field.columns.map((column) => (
                  <td key={column.name} data-label={column.title} className="typed">
                    <Cell column={column} change={change} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {stayed > 0 && <p className="soft small">{say("web-rows-same", { count: stayed })}</p>}
    </>
  );
}
