import { useSay } from "../texts/language.tsx";
import { Questions } from "./act-form.tsx";
import type { TypedFields } from "./asking.ts";
import { onBehalfFields, type Present } from "./on-behalf.ts";

/** *Vastgelegd namens*: who gave the answer elsewhere, when, and what shows it (law 14). */
export default function BehalfFieldset(props: {
  id: string;
  project: string;
  people: readonly Present[];
  typed: TypedFields;
  wrong: (field: string) => string | undefined;
  keep: (part: TypedFields) => void;
}) {
  const { id, project, people, typed, wrong, keep } = props;
  const say = useSay();
  return (
    <fieldset className="block">
      <legend>{say("web-behalf-legend")}</legend>
      <p className="soft">{say("web-behalf-lead")}</p>
      <Questions id={id} fields={onBehalfFields(project, people, say)} typed={typed} wrong={wrong} keep={keep} />
    </fieldset>
  );
}
