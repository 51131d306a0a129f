import type { Json } from "../api/graphql.ts";
import type { Language } from "../texts/files.ts";

/** One field of a form, read from its JSON Schema. */
export interface Field {
  name: string;
  title: string;
  help: string;
  widget: Widget;
  required: boolean;
  /** The answers of a choice. */
  options: { value: string | number | boolean; label: string }[];
  /** The columns of a table. */
  columns: Field[];
  type: string;
  maxLength?: number;
  /** A short scale of whole numbers, such as 1 to 5. */
  scale: number[];
}

export type Widget = "text" | "textarea" | "choice" | "date" | "checkbox" | "number" | "table" | "risk-table";

/** Answers of a form, by field name. */
export type Answers = { [name: string]: Json };

type Schema = { [keyword: string]: Json };

const isSchema = (value: Json | undefined): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Follows a reference inside the form. */
function resolve(schema: Json | undefined, root: Schema): Schema {
  if (!isSchema(schema)) return {};
  const reference = schema.$ref;
  if (typeof reference !== "string" || !reference.startsWith("#/")) return schema;
  let target: Json | undefined = root;
  for (const step of reference.slice(2).split("/")) target = isSchema(target) ? target[step] : undefined;
  const { $ref: _, ...own } = schema;
  return { ...(isSchema(target) ? target : {}), ...own };
}

function wording(schema: Schema, keyword: "title" | "description", language: Language): string {
  const english = schema["x-en"];
  const text = language === "en" && isSchema(english) ? (english[keyword] ?? schema[keyword]) : schema[keyword];
  return typeof text === "string" ? text : "";
}

const widgets: Record<string, Widget> = { boolean: "checkbox", array: "table", integer: "number", number: "number" };

function fieldOf(name: string, part: Json | undefined, owner: Schema, root: Schema, language: Language): Field {
  const schema = resolve(part, root);
  const type = typeof schema.type === "string" ? schema.type : "string";
  const items = resolve(schema.items, root);
  const given = schema["x-widget"];
  const choices = Array.isArray(schema.oneOf) ? schema.oneOf.filter(isSchema) : [];
  const widget =
    typeof given === "string"
      ? (given as Widget)
      : choices.length > 0
        ? "choice"
        : schema.format === "date"
          ? "date"
          : (widgets[type] ?? "text");
  const field: Field = {
    name,
    title: wording(schema, "title", language) || name,
    help: wording(schema, "description", language),
    widget,
    required: Array.isArray(owner.required) && owner.required.includes(name),
    options: choices.map((choice) => ({
      value: choice.const as string | number | boolean,
      label: wording(choice, "title", language) || String(choice.const),
    })),
    columns: type === "array" ? fieldsOf(items, language, root) : [],
    type,
    scale: type === "integer" ? scaleOf(schema.minimum, schema.maximum) : [],
  };
  if (typeof schema.maxLength === "number") field.maxLength = schema.maxLength;
  return field;
}

const LONGEST_SCALE = 11;

function scaleOf(from: Json | undefined, to: Json | undefined): number[] {
  if (typeof from !== "number" || typeof to !== "number" || to < from || to - from >= LONGEST_SCALE) return [];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The fields of a form, in the order of `x-order`. */
export function fieldsOf(form: Json | undefined | null, language: Language, root?: Schema): Field[] {
  if (!isSchema(form ?? undefined)) return [];
  const schema = form as Schema;
  const properties = isSchema(schema.properties) ? schema.properties : {};
  const ordered = Array.isArray(schema["x-order"]) ? schema["x-order"].map(String) : [];
  const order = [...ordered, ...Object.keys(properties).filter((name) => !ordered.includes(name))];
  return order
    .filter((name) => name in properties)
    .map((name) => fieldOf(name, properties[name], schema, root ?? schema, language));
}

/** The title of a field path as criteria name it: `risks.measure` is a column of a table. */
export function titleOfPath(fields: readonly Field[], path: string): string {
  const [first = "", ...rest] = path.split(".");
  const field = fields.find((candidate) => candidate.name === first);
  if (!field) return path;
  return rest.length > 0 ? `${field.title}: ${titleOfPath(field.columns, rest.join("."))}` : field.title;
}

/** The id of the input of a field, from its place in the answers (a JSON pointer). */
export const inputId = (pointer: string) => `veld${pointer.replaceAll("/", "-")}`;
