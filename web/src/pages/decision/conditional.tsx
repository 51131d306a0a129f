import { Area, Line, Pick } from "../../parts/field.tsx";
import { Notice } from "../../parts/notice.tsx";
import { blockerPoints } from "../../parts/points.ts";
import { PointLink } from "../../parts/summary.tsx";
import { daysAhead } from "../../texts/dates.ts";
import { useSay } from "../../texts/language.tsx";
import type { DecisionProject, DecisionReadiness } from "./documents.ts";
import { useOwners } from "./owners.ts";
import { type Promised, planOf, promisedOf, promiseField, type Typed } from "./promises.ts";

/** The furthest date of an agreement, as the engine allows. */
const LATEST_DAYS = 730;

type Owners = ReturnType<typeof useOwners>;

/** Who, by when, and in words. */
function PromiseFields(props: {
  list: "afspraak" | "extra";
  index: number;
  value: Promised;
  owners: Owners;
  project: DecisionProject;
  error: (field: string) => string | undefined;
  onChange: (part: Partial<Promised>) => void;
}) {
  const { list, index, value, owners, project, error, onChange } = props;
  const say = useSay();
  const field = (part: "datum" | "tekst" | "wie") => promiseField(list, index, part);
  const { people, more } = owners;
  const listed = people.some((person) => person.id === value.owner);
  return (
    <>
      <Pick
        id={field("wie")}
        label={say("web-promise-owner")}
        value={value.owner}
        onChange={(event) => onChange({ owner: event.target.value })}
      >
        {!listed && <option value={value.owner}>{value.owner === project.lead.id ? project.lead.name : "…"}</option>}
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}, {person.function}
          </option>
        ))}
      </Pick>
      {more && (
        <p>
          <button type="button" className="link-button" onClick={more}>
            {say("web-promise-more-people")}
          </button>
        </p>
      )}
      <Line
        id={field("datum")}
        type="date"
        className="narrow"
        label={say("web-promise-due")}
        min={daysAhead(1)}
        max={daysAhead(LATEST_DAYS)}
        value={value.due}
        error={error(field("datum"))}
        onChange={(event) => onChange({ due: event.target.value })}
      />
      <Area
        id={field("tekst")}
        rows={2}
        label={say(list === "extra" ? "web-promise-text" : "web-promise-text-optional")}
        value={value.text}
        error={error(field("tekst"))}
        onChange={(event) => onChange({ text: event.target.value })}
      />
    </>
  );
}

/** Ja, mits: each open point that may wait gets its agreement; what cannot wait is said first. */
export function ConditionalFields(props: {
  project: DecisionProject;
  readiness: DecisionReadiness;
  typed: Typed;
  error: (field: string) => string | undefined;
  keep: (part: Partial<Typed>) => void;
}) {
  const { project, readiness, typed, error, keep } = props;
  const say = useSay();
  const owners = useOwners();
  const { demands, fixed } = planOf(readiness);
  const lead = project.lead.id;
  if (fixed.length > 0) {
    return (
      <Notice tone="warn">
        <p>
          <strong>{say("web-promise-fixed", { count: fixed.length })}</strong>
        </p>
        <ul>
          {blockerPoints(fixed, project.id, say).map((point) => (
            <li key={point.text}>
              <PointLink point={point} />
            </li>
          ))}
        </ul>
        {demands.length > 0 && <p>{say("web-promise-deferrable", { count: demands.length })}</p>}
      </Notice>
    );
  }
  const extra = (index: number, part: Partial<Promised>) =>
    keep({ extras: typed.extras.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  return (
    <>
      <h2>{say("web-conditions")}</h2>
      <p className="soft">{say("web-promise-lead")}</p>
      {demands.map(({ blockers, key, name, party }, index) => {
        const value = promisedOf(typed, key, lead);
        return (
          <fieldset className="block" key={key}>
            <legend>{party ? `${name} (${party.name})` : name}</legend>
            <ul className="soft small">
              {blockerPoints(blockers, project.id, say).map((point) => (
                <li key={point.text}>{point.text}</li>
              ))}
            </ul>
            <PromiseFields
              list="afspraak"
              index={index}
              value={value}
              owners={owners}
              project={project}
              error={error}
              onChange={(part) => keep({ promises: { ...typed.promises, [key]: { ...value, ...part } } })}
            />
          </fieldset>
        );
      })}
      {typed.extras.map((value, index) => (
        // Agreements have no name of their own; they keep their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: as said above
        <fieldset className="block" key={index}>
          <legend>{say("web-promise-extra", { number: index + 1 })}</legend>
          <PromiseFields
            list="extra"
            index={index}
            value={{ ...value, owner: value.owner || lead }}
            owners={owners}
            project={project}
            error={error}
            onChange={(part) => extra(index, part)}
          />
          <button
            type="button"
            className="link-button"
            onClick={() => keep({ extras: typed.extras.filter((_, at) => at !== index) })}
          >
            {say("web-promise-remove")}
            <span className="hidden-visually"> {index + 1}</span>
          </button>
        </fieldset>
      ))}
      <div className={error("afspraak-erbij") ? "field wrong" : "field"}>
        {error("afspraak-erbij") && <span className="error">{error("afspraak-erbij")}</span>}
        <button
          type="button"
          id="afspraak-erbij"
          className="button second compact"
          onClick={() => keep({ extras: [...typed.extras, { owner: "", due: "", text: "" }] })}
        >
          {say("web-promise-add")}
        </button>
      </div>
    </>
  );
}
