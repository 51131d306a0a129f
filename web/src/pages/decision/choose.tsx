import { type FormEvent, useState } from "react";
import { names } from "../../api/names.ts";
import { Choices } from "../../parts/choice.tsx";
import { Area } from "../../parts/field.tsx";
import { blockerPoint } from "../../parts/refusal.tsx";
import { type Point, Summary } from "../../parts/summary.tsx";
import { useSay } from "../../texts/language.tsx";
import type { DecisionProject, DecisionReadiness } from "./documents.ts";
import { offerText, offerValue } from "./offer.ts";
import type { Typed } from "./page.tsx";

type Wrong = { title: string; text?: string; law?: number; points: Point[]; fields: boolean };

/** The choice and its reason. Every outcome can be chosen; what the gate does not offer yet says what is in the way. */
export function ChoosePage(props: {
  project: DecisionProject;
  readiness: DecisionReadiness;
  typed: Typed;
  keep: (part: Partial<Typed>) => void;
  onNext: () => void;
}) {
  const { project, readiness, typed, keep, onNext } = props;
  const say = useSay();
  const [wrong, setWrong] = useState<Wrong>();
  const [tries, setTries] = useState(0);
  const { blockers, offers } = readiness;

  function openPoints(): Point[] {
    const known = names(...blockers.flatMap((blocker) => [blocker.artefact, blocker.criterion, blocker.party]));
    return blockers.map(({ kind, artefact, criterion, party }) =>
      blockerPoint(
        {
          kind: kind.toLowerCase(),
          ...(artefact && { artefact: artefact.key }),
          ...(criterion && { criterion: criterion.key }),
          ...(party && { party: party.key }),
        },
        project.id,
        known,
        say,
      ),
    );
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    setTries(tries + 1);
    const points: Point[] = [];
    const offer = offers.find((candidate) => offerValue(candidate) === typed.choice);
    if (!offer) points.push({ text: say("web-decision-choose"), field: "besluit" });
    if (!typed.motivation.trim()) points.push({ text: say("web-decision-why-missing"), field: "waarom" });
    if (offer && !offer.allowed) {
      const text = say("rejection-not_ready", { count: blockers.length });
      return setWrong({
        title: say("web-refused"),
        text,
        law: offer.law,
        points: [...openPoints(), ...points],
        fields: points.length > 0,
      });
    }
    if (points.length > 0) return setWrong({ title: say("web-problem"), points, fields: true });
    setWrong(undefined);
    onNext();
  }
  const error = (field: string) => wrong?.points.find((point) => point.field === field)?.text;
  return (
    <form className="card main" onSubmit={submit} noValidate>
      {wrong && (
        <Summary title={wrong.title} points={wrong.points} turn={tries}>
          {wrong.text && <p>{wrong.text}</p>}
          {wrong.law !== undefined && <p className="soft small">{say("web-law", { law: wrong.law })}</p>}
        </Summary>
      )}
      <Choices
        id="besluit"
        label={say("web-decision-question")}
        value={typed.choice || undefined}
        error={error("besluit")}
        options={offers.map((offer) => ({
          value: offerValue(offer),
          label: offerText(offer, project, say),
          hint: offer.allowed ? undefined : say("web-decision-open", { count: blockers.length }),
        }))}
        onChange={(choice) => keep({ choice })}
      />
      <Area
        id="waarom"
        label={say("web-decision-why")}
        hint={say("web-visible-to-all")}
        value={typed.motivation}
        error={error("waarom")}
        onChange={(event) => keep({ motivation: event.target.value })}
      />
      <button type="submit" className="button">
        {say("web-decision-check")}
      </button>
    </form>
  );
}
