import type { TadaDocumentNode } from "gql.tada";
import { type FormEvent, lazy, type ReactNode, Suspense, useRef, useState } from "react";
import type { Names } from "../api/names.ts";
import { useKept } from "../app/kept.ts";
import { listed, longDate } from "../texts/dates.ts";
import { useLanguage, useSay } from "../texts/language.tsx";
import { asked, type Field, filesOf, lacking, many, type TypedFields } from "./asking.ts";
import { CheckStep } from "./check-step.tsx";
import { Trouble, useChecked } from "./checked.tsx";
import { Choices } from "./choice.tsx";
import { Area, Line, Pick } from "./field.tsx";
import { Waiting } from "./states.tsx";
import type { Point } from "./summary.tsx";
import { Tick } from "./tick.tsx";

// Sending files brings its own code along, which most forms do without.
const FilesQuestion = lazy(() => import("./files-question.tsx"));

function Question(props: {
  id: string;
  field: Field;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}) {
  const { field, value, error, onChange } = props;
  const say = useSay();
  const { hint, kind, label, max, min, options = [], rows } = field;
  const id = `${props.id}-${field.name}`;
  const common = { id, label, error, ...(hint && { hint }) };
  switch (kind) {
    case "choice":
      return <Choices {...common} value={value || undefined} options={options} onChange={onChange} />;
    case "files":
      return (
        <Suspense fallback={<Waiting />}>
          <FilesQuestion common={common} field={field} value={value} onChange={onChange} />
        </Suspense>
      );
    case "tick":
      return (
        <div className={error ? "field wrong" : "field"}>
          {error && <span className="error">{error}</span>}
          <Tick id={id} selected={value === "yes"} onChange={(yes) => onChange(yes ? "yes" : "")}>
            {label}
            {hint && <span className="hint">{hint}</span>}
          </Tick>
        </div>
      );
    case "many": {
      const picked = many(value);
      const put = (one: string, yes: boolean) =>
        onChange([...picked.filter((other) => other !== one), ...(yes ? [one] : [])].join(" "));
      return (
        <fieldset className={error ? "field wrong" : "field"} id={id}>
          <legend>{label}</legend>
          {hint && <span className="hint">{hint}</span>}
          {error && <span className="error">{error}</span>}
          <div className="choices">
            {options.map((option) => (
              <Tick
                key={option.value}
                id={`${id}-${option.value}`}
                selected={picked.includes(option.value)}
                onChange={(yes) => put(option.value, yes)}
              >
                {option.label}
              </Tick>
            ))}
          </div>
        </fieldset>
      );
    }
    case "pick":
      return (
        <Pick {...common} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{say("web-choose")}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Pick>
      );
    case "area":
      return (
        <Area {...common} {...(rows && { rows })} value={value} onChange={(event) => onChange(event.target.value)} />
      );
    default:
      return (
        <Line
          {...common}
          {...(kind === "date" && { type: "date", className: "narrow" })}
          {...(kind === "number" && { inputMode: "numeric" as const, className: "narrow" })}
          min={min}
          max={max}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

/** The questions of a form, each with what is wrong about it. */
export function Questions(props: {
  id: string;
  fields: readonly Field[];
  typed: TypedFields;
  wrong: (field: string) => string | undefined;
  keep: (part: TypedFields) => void;
}) {
  const { id, fields, typed, wrong, keep } = props;
  return asked(fields, typed).map((field) => (
    <div key={field.name}>
      <Question
        id={id}
        field={field}
        value={typed[field.name] ?? ""}
        error={wrong(`${id}-${field.name}`)}
        onChange={(value) => keep({ [field.name]: value })}
      />
      {field.after?.(typed)}
    </div>
  ));
}

/**
 * A form for one act: its questions, what is missing, and why the server refused. What is typed is kept on the device
 * until it is sent. With `check`, a formal act shows what will be recorded before it is.
 */
export function ActForm<Data, Input extends object>(props: {
  id: string;
  /** What is typed is kept under this name. */
  kept: string;
  document: TadaDocumentNode<Data, { input: Input }>;
  fields: readonly Field[];
  input: (typed: TypedFields) => Omit<Input, "key">;
  /** The button names the act. */
  button: string;
  check?: {
    title: string;
    lead?: string;
    top?: boolean;
    rows?: readonly (readonly [string, ReactNode])[];
    /** What was typed, in other words. */
    said?: (typed: TypedFields) => readonly (readonly [string, ReactNode])[];
  };
  /** What else is missing, besides empty fields. */
  also?: (typed: TypedFields) => Point[];
  project?: string;
  known?: Names;
  second?: boolean;
  onConflict?: () => void;
  onDone?: (data: Data) => void;
  children?: ReactNode;
}) {
  const { id, fields, check, button, project, known, children } = props;
  const say = useSay();
  const { language } = useLanguage();
  const start = Object.fromEntries(fields.map(({ name, start: value = "" }) => [name, value]));
  const [typed, keep, , restart] = useKept<TypedFields>(props.kept, start);
  const box = useRef<HTMLDivElement>(null);
  const form = useChecked(props.document);
  const [checking, setChecking] = useState(false);
  const shown = asked(fields, typed);

  async function send() {
    const options = props.onConflict ? { onConflict: props.onConflict } : {};
    const data = await form.act(props.input(typed), options);
    if (!data) return;
    // The same form may be wanted again: it stands empty, and folded where it was unfolded.
    restart(start);
    setChecking(false);
    const folded = box.current?.closest("details");
    if (folded?.classList.contains("unfold")) folded.open = false;
    props.onDone?.(data);
  }
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!form.complete([...lacking(id, fields, typed), ...(props.also?.(typed) ?? [])])) return;
    if (check) setChecking(true);
    else await send();
  }
  const said = (field: Field): ReactNode => {
    const value = typed[field.name] ?? "";
    if (field.kind === "tick") return say(value ? "web-yes" : "web-no");
    if (field.kind === "date") return value && longDate(value, language);
    if (field.kind === "files") {
      return listed(
        filesOf(value).map(({ name }) => name),
        language,
      );
    }
    if (field.kind === "many") {
      const names = field.options?.filter((option) => many(value).includes(option.value)) ?? [];
      return listed(
        names.map(({ label }) => String(label)),
        language,
      );
    }
    return field.options?.find((option) => option.value === value)?.label ?? value;
  };
  const trouble = <Trouble of={form.trouble} project={project} known={known} />;
  if (check && checking) {
    const told = shown.filter(({ unsaid }) => !unsaid);
    const typedRows = told.map((field): [string, ReactNode] => [field.label, said(field) || "–"]);
    return (
      <div ref={box}>
        <CheckStep
          {...check}
          rows={[...(check.rows ?? []), ...typedRows, ...(check.said?.(typed) ?? [])]}
          button={button}
          busy={form.busy}
          onSend={send}
          onBack={() => setChecking(false)}
        >
          {trouble}
        </CheckStep>
      </div>
    );
  }
  return (
    <div ref={box}>
      <form onSubmit={submit} noValidate>
        {trouble}
        {children}
        <Questions id={id} fields={fields} typed={typed} wrong={form.wrong} keep={keep} />
        <button type="submit" className={props.second ? "button second compact" : "button"} aria-busy={form.busy}>
          {form.busy ? say("web-busy") : check ? say("web-check") : button}
        </button>
      </form>
    </div>
  );
}
