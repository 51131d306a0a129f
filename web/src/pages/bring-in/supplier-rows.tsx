import type { SupplierRow } from "../../api/tables.ts";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { type GoodRowsProps, RowName, State } from "./preview.tsx";

/** The rows that can come in; somebody ticks those that do. */
export function SupplierRows(props: GoodRowsProps<SupplierRow>) {
  const { rows, chosen, outcomes } = props;
  const say = useSay();
  const { language } = useLanguage();
  if (rows.length === 0) return null;
  return (
    <section className="card" aria-labelledby="mee">
      <h2 id="mee">{say("web-table-rows", { count: rows.length })}</h2>
      <p className="soft">{say("web-table-suppliers-rows-lead")}</p>
      <table className="stack">
        <thead>
          <tr>
            <th scope="col">{say("web-table-supplier")}</th>
            <th scope="col">{say("web-table-evidence")}</th>
            <th scope="col">{say("web-table-until")}</th>
            <th scope="col">{say("web-table-state")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { judgedBy, kind, text, validUntil } = row.shown;
            return (
              <tr key={row.row}>
                <RowName {...props} row={row} />
                <td data-label={say("web-table-evidence")}>
                  {kind ? (
                    <span>
                      {kind}
                      {text && <span className="below soft small typed">{text}</span>}
                      <span className="below soft small">{say("web-evidence-judges", { party: judgedBy ?? "" })}</span>
                    </span>
                  ) : (
                    <span className="soft">{say("web-table-no-evidence")}</span>
                  )}
                </td>
                <td data-label={say("web-table-until")}>
                  {validUntil ? (
                    longDate(validUntil, language)
                  ) : (
                    <span className="soft">{say("web-table-until-none")}</span>
                  )}
                </td>
                <td data-label={say("web-table-state")}>
                  <div>
                    <State row={row} outcome={outcomes.get(row.row)} chosen={chosen.has(row.row)} />
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
