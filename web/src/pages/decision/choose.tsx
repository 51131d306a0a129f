import { type FormEvent, lazy, type ReactNode, Suspense, useState } from "react";
import { lacking } from "../../parts/asking.ts";
import { Choices, type Option } from "../../parts/choice.tsx";
import { Area, Line } from "../../parts/field.tsx";
import { behalfPoints, onBehalfFields, type Present } from "../../parts/on-behalf.ts";
import { blockerPoints } from "../../parts/points.ts";
import { type Point, Summary } from "../../parts/summary.tsx";
import { daysAhead } from "../../texts/dates.ts";
import { type Say, useSay } from "../../texts/language.tsx";
import { ConditionalFields } from "./conditional.tsx";
import type { DecisionProject, DecisionReadiness, Offer } from "./documents.ts";
import { offerText, offerValue } from "./offer.ts";
import { missingIn, planOf, type Typed } from "./promises.ts";

const BehalfFieldset = lazy(() => import("../../parts/behalf-fieldset.tsx"));

interface Wrong {
  title: string;
  text?: string;
  law?: number;
  points: Point[];
}

/** The furthest review date of a hold, as the engine allows. */
const HOLD_DAYS = 366;

/** What stands in the way of an outcome that the gate does not offer yet. */
function inTheWay({ outcome }: Offer, readiness: DecisionReadiness) {
  const { blockers } = readiness;
  return outcome === "CONDITIONAL_GO"
    ? { blockers: planOf(readiness).fixed, text: "rejection-not_deferrable" }
    : { blockers, text: "rejection-not_ready" };
}

/** Under an outcome that cannot be chosen yet: how many points are in its way. */
function offerHint(offer: Offer, readiness: DecisionReadiness, say: Say): string | undefined {
  if (offer.allowed) return undefined;
  const count = inTheWay(offer, readiness).blockers.length;
  return say(offer.outcome === "CONDITIONAL_GO" ? "web-promise-fixed" : "web-decision-open", { count });
}

/** The choice and its reason. Every outcome can be chosen; what the gate does not offer yet says what is in the way. */
export function ChoosePage(props: {
  project: DecisionProject;
  readiness: DecisionReadiness;
  typed: Typed;
  keep: (part: Partial<Typed>) => void;
  /** The people of the deciding party, where the viewer enters the decision for one of them. */
  people: readonly Present[] | undefined;
  /** A choice besides the outcomes of the gate; it asks nothing more. */
  other?: Option<string>;
  /** More questions, shown once an outcome was chosen, and what is missing in them. */
  more?: { fields: ReactNode; missing: () => Point[] };
  /** The button, where it is not to check this one decision. */
  button?: string;
  onNext: () => void;
}) {
  const { project, readiness, typed, keep, people, other, more, button, onNext } = props;
  const say = useSay();
  const [wrong, setWrong] = useState<Wrong>();
  const [tries, setTries] = useState(0);
  const { offers } = readiness;
  const offer = offers.find((candidate) => offerValue(candidate) === typed.choice);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTries(tries + 1);
    if (other && typed.choice === other.value) {
      setWrong(undefined);
      return onNext();
    }
    const why = typed.motivation.trim() ? [] : [{ text: say("web-decision-why-missing"), field: "waarom" }];
    if (offer && !offer.allowed) {
      const { blockers, text } = inTheWay(offer, readiness);
      return setWrong({
        title: say("web-refused"),
        text: say(text, { count: blockers.length }),
        law: offer.law,
        points: [...blockerPoints(blockers, project.id, say), ...why],
      });
    }
    const points: Point[] = offer
      ? missingIn(offer, typed, readiness, say)
      : [{ text: say("web-decision-choose"), field: "besluit" }, ...why];
    if (people)
      points.unshift(
        ...lacking("besluit", onBehalfFields(project.id, people, say), typed.behalf),
        ...behalfPoints("besluit", typed.behalf, say),
      );
    if (offer && more) points.unshift(...more.missing());
    if (points.length > 0) return setWrong({ title: say("web-problem"), points });
    setWrong(undefined);
    onNext();
  }
  const asksMore = !other || typed.choice !== other.value;
  const error = (field: string) => wrong?.points.find((point) => point.field === field)?.text;
  return (
    <form className="card main" onSubmit={submit} noValidate>
      {wrong && (
        <Summary title={wrong.title} points={wrong.points} turn={tries}>
          {wrong.text && <p>{wrong.text}</p>}
          {wrong.law !== undefined && <p className="soft small">{say("web-law", { law: wrong.law })}</p>}
        </Summary>
      )}
      {people && (
        <Suspense fallback={null}>
          <BehalfFieldset
            id="besluit"
            project={project.id}
            people={people}
            typed={typed.behalf}
            wrong={error}
            keep={(part) => keep({ behalf: { ...typed.behalf, ...part } })}
          />
        </Suspense>
      )}
      <Choices
        id="besluit"
        label={say("web-decision-question")}
        value={typed.choice || undefined}
        error={error("besluit")}
        options={[
          ...offers.map((one) => ({
            value: offerValue(one),
            label: offerText(one, project, say),
            hint: offerHint(one, readiness, say),
          })),
          ...(other ? [other] : []),
        ]}
        onChange={(choice) => keep({ choice })}
      />
      {offer?.outcome === "CONDITIONAL_GO" && (
        <ConditionalFields project={project} readiness={readiness} typed={typed} error={error} keep={keep} />
      )}
      {offer?.outcome === "HOLD" && (
        <Line
          id="terugkijken"
          type="date"
          className="narrow"
          label={say("web-decision-review")}
          hint={say("web-decision-review-hint")}
          min={daysAhead(1)}
          max={daysAhead(HOLD_DAYS)}
          value={typed.reviewOn}
          error={error("terugkijken")}
          onChange={(event) => keep({ reviewOn: event.target.value })}
        />
      )}
      {offer && more?.fields}
      {asksMore && (
        <Area
          id="waarom"
          label={say("web-decision-why")}
          hint={say("web-visible-to-all")}
          value={typed.motivation}
          error={error("waarom")}
          onChange={(event) => keep({ motivation: event.target.value })}
        />
      )}
      {offer?.outcome === "STOP" && (
        <Area
          id="lessen"
          label={say("web-decision-lessons")}
          hint={say("web-decision-lessons-hint")}
          value={typed.lessons}
          error={error("lessen")}
          onChange={(event) => keep({ lessons: event.target.value })}
        />
      )}
      <button type="submit" className="button">
        {button ?? say("web-decision-check")}
      </button>
    </form>
  );
}
