import type { Answers, Field } from "./schema.ts";

/** Chance times effect, each 1 to 5. */
export interface Risk {
  number: number;
  title: string;
  likelihood: number;
  impact: number;
}

const inScale = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 5;

/** How heavy a risk is; the borders of the matrix. */
export function weight(likelihood: number, impact: number): "low" | "middle" | "high" {
  const product = likelihood * impact;
  if (product >= 15) return "high";
  return product >= 6 ? "middle" : "low";
}

/** The risks of a table that can be placed in the matrix; the first text column names them. */
export function risksOf(rows: readonly Answers[], columns: readonly Field[]): Risk[] {
  const naming = columns.find((column) => column.widget === "text" || column.widget === "textarea")?.name ?? "";
  return rows.flatMap((row, index) => {
    const { likelihood, impact } = row;
    if (!inScale(likelihood) || !inScale(impact)) return [];
    return [{ number: index + 1, title: String(row[naming] ?? ""), likelihood, impact }];
  });
}
