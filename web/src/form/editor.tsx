import type { Json } from "../api/graphql.ts";
import { Choices } from "../parts/choice.tsx";
import { Area, Line, Pick } from "../parts/field.tsx";
import { Tick } from "../parts/tick.tsx";
import { useSay } from "../texts/language.tsx";
import { asRows } from "./answers.ts";
import { Rows } from "./rows.tsx";
import { type Answers, type Field, inputId } from "./schema.ts";

/** What is wrong at a place in the answers (a JSON pointer), if anything is. */
export type ErrorAt = (pointer: string) => string | undefined;

interface InputProps {
  field: Field;
  pointer: string;
  value: Json | undefined;
  errorAt: ErrorAt;
  /** In a row of a table, choices are short lists instead of large ones. */
  compact?: boolean;
  onChange: (value: Json) => void;
}

/** The input of one field, by its widget. */
export function FieldInput({ field, pointer, value, errorAt, compact = false, onChange }: InputProps) {
  const say = useSay();
  const id = inputId(pointer);
  const error = errorAt(pointer);
  const label = field.required ? field.title : say("web-optional", { title: field.title });
  const common = { id, label, hint: field.help, error };
  const typed = typeof value === "string" || typeof value === "number" ? String(value) : "";

  if (field.columns.length > 0) {
    return (
      <Rows field={field} pointer={pointer} rows={asRows(value)} error={error} errorAt={errorAt} onChange={onChange} />
    );
  }
  if (field.options.length > 0 || field.scale.length > 0) {
    const scale = field.scale.map((step) => ({ value: step as Json, label: String(step) }));
    const options = field.options.length > 0 ? field.options : scale;
    const find = (text: string) => options.find((option) => String(option.value) === text)?.value ?? "";
    if (compact || field.scale.length > 0) {
      return (
        <Pick {...common} value={typed} onChange={(event) => onChange(find(event.target.value))}>
          <option value="">{say("web-choose")}</option>
          {options.map((option) => (
            <option key={String(option.value)} value={String(option.value)}>
              {option.label}
            </option>
          ))}
        </Pick>
      );
    }
    const known = options.map((option) => ({ value: String(option.value), label: option.label }));
    const chosen = value === undefined || value === null || value === "" ? undefined : String(value);
    return <Choices {...common} value={chosen} options={known} onChange={(text) => onChange(find(text))} />;
  }
  if (field.widget === "checkbox") {
    return (
      <div className={error ? "field wrong" : "field"}>
        {error && <span className="error">{error}</span>}
        <Tick id={id} selected={value === true} onChange={onChange}>
          {field.title}
          {field.help && <span className="hint">{field.help}</span>}
        </Tick>
      </div>
    );
  }
  if (field.widget === "textarea") {
    return <Area {...common} value={typed} onChange={(event) => onChange(event.target.value)} />;
  }
  if (field.widget === "number") {
    const read = (text: string): Json => (/^-?\d+$/.test(text.trim()) ? Number(text) : text);
    return (
      <Line
        {...common}
        className="narrow"
        inputMode="numeric"
        value={typed}
        onChange={(event) => onChange(read(event.target.value))}
      />
    );
  }
  const kind = field.widget === "date" ? { type: "date", className: "narrow" } : {};
  return <Line {...common} {...kind} value={typed} onChange={(event) => onChange(event.target.value)} />;
}

/** The form of a document, to fill in. */
export function FormEditor(props: {
  fields: readonly Field[];
  answers: Answers;
  errorAt: ErrorAt;
  onChange: (answers: Answers) => void;
}) {
  const { fields, answers, errorAt, onChange } = props;
  return fields.map((field) => (
    <FieldInput
      key={field.name}
      field={field}
      pointer={`/${field.name}`}
      value={answers[field.name]}
      errorAt={errorAt}
      onChange={(value) => onChange({ ...answers, [field.name]: value })}
    />
  ));
}
