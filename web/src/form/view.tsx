import type { Json } from "../api/graphql.ts";
import { longDate } from "../texts/dates.ts";
import type { Language } from "../texts/files.ts";
import { type Say, useLanguage, useSay } from "../texts/language.tsx";
import { asRows } from "./answers.ts";
import { RiskMatrix } from "./matrix.tsx";
import { risksOf, weight } from "./risk.ts";
import type { Answers, Field } from "./schema.ts";

/** An answer in words. */
export function answerText(field: Field, value: Json | undefined, say: Say, language: Language): string {
  if (value === null || value === undefined || value === "") return say("web-no-answer");
  if (field.options.length > 0) return field.options.find((option) => option.value === value)?.label ?? String(value);
  if (typeof value === "boolean") return say(value ? "web-yes" : "web-no");
  if (field.widget === "date" && typeof value === "string") return longDate(value, language);
  return String(value);
}

/** The rows of a table answer; a risk table has its matrix above it and the weight in words. */
export function TableView({ field, rows }: { field: Field; rows: readonly Answers[] }) {
  const say = useSay();
  const { language } = useLanguage();
  const risky = field.widget === "risk-table";
  if (rows.length === 0) return <p className="soft">{say("web-no-answer")}</p>;
  return (
    <>
      {risky && <RiskMatrix risks={risksOf(rows, field.columns)} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the arrow keys */}
      <section className="scroll" aria-label={field.title} tabIndex={0}>
        <table className="stack">
          <caption className="hidden-visually">{field.title}</caption>
          <thead>
            <tr>
              <th scope="col">{say("web-row-number")}</th>
              {field.columns.map((column) => (
                <th key={column.name} scope="col">
                  {column.title}
                </th>
              ))}
              {risky && <th scope="col">{say("web-risk-weight")}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // Rows have no name of their own; their place is what people call them by.
              // biome-ignore lint/suspicious/noArrayIndexKey: as said above
              <tr key={index}>
                <th scope="row" data-label={say("web-row-number")}>
                  {index + 1}
                </th>
                {field.columns.map((column) => (
                  <td key={column.name} data-label={column.title} className="typed">
                    {answerText(column, row[column.name], say, language)}
                  </td>
                ))}
                {risky && (
                  <td data-label={say("web-risk-weight")}>
                    {risksOf([row], field.columns).map((risk) =>
                      say(`web-risk-${weight(risk.likelihood, risk.impact)}`),
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** Form answers to read. With `only`, just those fields; `changed` marks what is new in this version. */
export function AnswersView(props: {
  fields: readonly Field[];
  answers: Answers;
  only?: readonly string[] | undefined;
  changed?: readonly string[];
  level?: 3 | 4;
}) {
  const { fields, answers, only, changed = [], level = 3 } = props;
  const say = useSay();
  const { language } = useLanguage();
  const Title = `h${level}` as const;
  const shown = only?.length
    ? fields.filter((field) => only.some((path) => path.split(".")[0] === field.name))
    : fields;
  return (
    <div className="answers">
      {shown.map((field) => (
        <section key={field.name}>
          <Title>
            {field.title}
            {changed.some((path) => path.split(".")[0] === field.name) && (
              <span className="status stale">{say("web-changed")}</span>
            )}
          </Title>
          {field.columns.length > 0 ? (
            <TableView field={field} rows={asRows(answers[field.name])} />
          ) : (
            <p className="typed">{answerText(field, answers[field.name], say, language)}</p>
          )}
        </section>
      ))}
    </div>
  );
}
