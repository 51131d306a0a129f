import type { TadaDocumentNode } from "gql.tada";
import { useState } from "react";
import { useAct } from "../api/act.ts";
import type { Names } from "../api/names.ts";
import { useSay } from "../texts/language.tsx";
import { Refusal } from "./refusal.tsx";
import { type Point, Summary } from "./summary.tsx";

/** A form that says what is missing before it sends anything, and why the server refused after that. */
export function useChecked<Data, Input extends object>(document: TadaDocumentNode<Data, { input: Input }>) {
  const { act, problem, turn, busy, clear } = useAct(document);
  const [points, setPoints] = useState<readonly Point[]>([]);
  const [tries, setTries] = useState(0);
  /** Notes what is missing; true when nothing is. */
  function complete(missing: readonly Point[]): boolean {
    setPoints(missing);
    setTries((count) => count + 1);
    if (missing.length > 0) clear();
    return missing.length === 0;
  }
  const wrong = (field: string) => points.find((point) => point.field === field)?.text;
  return { act, busy, complete, wrong, problem, points, trouble: { problem, points, turn: turn * 1000 + tries } };
}

/** What stands in the way of a form, at its top; it takes the focus. */
export function Trouble(props: {
  of: ReturnType<typeof useChecked>["trouble"];
  project?: string | undefined;
  known?: Names | undefined;
}) {
  const { of, project, known } = props;
  const say = useSay();
  if (of.points.length > 0) return <Summary title={say("web-problem")} points={of.points} turn={of.turn} />;
  if (!of.problem) return null;
  return <Refusal problem={of.problem} turn={of.turn} {...(project && { project })} {...(known && { known })} />;
}
