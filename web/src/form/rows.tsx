import { Plus, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { focusField } from "../parts/summary.tsx";
import { useSay } from "../texts/language.tsx";
import { type ErrorAt, FieldInput } from "./editor.tsx";
import { RiskMatrix } from "./matrix.tsx";
import { risksOf } from "./risk.ts";
import { type Answers, type Field, inputId } from "./schema.ts";

/** A table to fill in: one block per row, so that it works on a phone and with long texts. */
export function Rows(props: {
  field: Field;
  pointer: string;
  rows: readonly Answers[];
  error: string | undefined;
  errorAt: ErrorAt;
  onChange: (rows: Answers[]) => void;
}) {
  const { field, pointer, rows, error, errorAt, onChange } = props;
  const say = useSay();
  const [said, setSaid] = useState("");
  const add = useRef<HTMLButtonElement>(null);
  const id = inputId(pointer);
  const first = field.columns[0]?.name ?? "";
  const risks = field.widget === "risk-table" ? risksOf(rows, field.columns) : [];

  function addRow() {
    onChange([...rows, {}]);
    // The new block is there after the next paint.
    requestAnimationFrame(() => focusField(inputId(`${pointer}/${rows.length}/${first}`)));
  }
  function removeRow(index: number) {
    onChange(rows.filter((_, at) => at !== index));
    setSaid(say("web-row-removed", { number: index + 1 }));
    add.current?.focus();
  }
  return (
    <fieldset className={error ? "field wrong" : "field"} id={id}>
      <legend>{field.title}</legend>
      {field.help && <span className="hint">{field.help}</span>}
      {error && <span className="error">{error}</span>}
      {rows.map((row, index) => (
        // Rows have no name of their own; their place is what people call them by.
        // biome-ignore lint/suspicious/noArrayIndexKey: as said above
        <fieldset key={index} className="block">
          <legend>{say("web-row", { number: index + 1 })}</legend>
          <div className="block-fields">
            {field.columns.map((column) => (
              <FieldInput
                key={column.name}
                compact
                field={column}
                pointer={`${pointer}/${index}/${column.name}`}
                value={row[column.name]}
                errorAt={errorAt}
                onChange={(value) =>
                  onChange(rows.map((other, at) => (at === index ? { ...other, [column.name]: value } : other)))
                }
              />
            ))}
          </div>
          <button type="button" className="link-button" onClick={() => removeRow(index)}>
            <Trash2 className="icon" aria-hidden /> {say("web-row-remove", { number: index + 1 })}
          </button>
        </fieldset>
      ))}
      {risks.length > 0 && <RiskMatrix risks={risks} />}
      <button type="button" ref={add} className="button second compact" onClick={addRow}>
        <Plus className="icon" aria-hidden /> {say("web-row-add")}
      </button>
      <span role="status" className="hidden-visually">
        {said}
      </span>
    </fieldset>
  );
}
