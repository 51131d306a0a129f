import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useAct } from "../../api/act.ts";
import { names } from "../../api/names.ts";
import { Heading } from "../../app/heading.tsx";
import { behalfInput, behalfSaid, type Present } from "../../parts/on-behalf.ts";
import { Refusal } from "../../parts/refusal.tsx";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { type DecisionProject, type DecisionReadiness, decideGate, type Offer } from "./documents.ts";
import { offerText } from "./offer.ts";
import { useOwners } from "./owners.ts";
import { decisionInput, type Promised, planOf, promisedOf, type Typed } from "./promises.ts";

/** What it is, what was chosen, and the way back to change it. */
type Row = [string, ReactNode, ReactNode];

/** The agreements of a conditional go, each with who sees to it and by when. */
function Promises(props: { project: DecisionProject; readiness: DecisionReadiness; typed: Typed }) {
  const { project, readiness, typed } = props;
  const say = useSay();
  const { language } = useLanguage();
  const { people } = useOwners();
  const lead = project.lead;
  const deferred = planOf(readiness).demands.map(({ key, name }) => ({
    key,
    name,
    ...promisedOf(typed, key, lead.id),
  }));
  const extras = typed.extras.map((one, index) => ({ key: `extra-${index}`, name: "", ...one }));
  const who = ({ owner }: Promised) =>
    people.find((person) => person.id === (owner || lead.id))?.name ?? (owner && owner !== lead.id ? "…" : lead.name);
  return (
    <ul>
      {[...deferred, ...extras].map((one) => (
        <li key={one.key}>
          {[one.name, one.text.trim()].filter(Boolean).join(": ")}
          <span className="hint">{say("web-promise-by", { who: who(one), date: longDate(one.due, language) })}</span>
        </li>
      ))}
    </ul>
  );
}

/** The last look before a formal act: every part with its way back, and a button that names the act. */
export function CheckPage(props: {
  project: DecisionProject;
  readiness: DecisionReadiness;
  typed: Typed;
  offer: Offer;
  digest: string;
  people: readonly Present[] | undefined;
  onConflict: () => void;
  onDone: (reference: number) => void;
}) {
  const { project, readiness, typed, offer, digest, people, onConflict, onDone } = props;
  const say = useSay();
  const { language } = useLanguage();
  const { act, problem, turn, busy } = useAct(decideGate);
  const params = { project: project.id };
  const { checks, gate } = readiness;

  async function decide() {
    const input = {
      ...decisionInput(project, readiness, offer, typed),
      onBehalf: people ? behalfInput(typed.behalf) : null,
    };
    const answer = await act({ ...input, seenReadiness: digest }, { onConflict });
    if (answer) onDone(answer.decideGate.receipt.firstSequence);
  }
  const known = names(
    ...checks.flatMap((check) => [check.artefact?.kind, check.criterion, check.party]),
    gate,
    ...project.phases.map(({ phase }) => phase),
    gate.decidedBy,
  );
  const change = (part: string) => (
    <Link to="/projecten/$project/besluit" params={params}>
      {say("web-change")}
      <span className="hidden-visually"> {part}</span>
    </Link>
  );
  const part = (name: string, value: ReactNode): Row => [say(name), value, change(say(name))];
  const behalfRows = people ? behalfSaid(people, typed.behalf, say, (day) => longDate(day, language)) : [];
  const rows: Row[] = [
    [say("web-project"), project.title, null],
    [say("web-decision-gate"), gate.question, null],
    ...(people ? behalfRows.map(([name, value]): Row => [name, value, change(name)]) : []),
    part("web-decision", offerText(offer, project, say)),
    ...(offer.outcome === "HOLD" ? [part("web-decision-review", longDate(typed.reviewOn, language))] : []),
    ...(offer.outcome === "CONDITIONAL_GO"
      ? [part("web-conditions", <Promises project={project} readiness={readiness} typed={typed} />)]
      : []),
    part("web-decision-why", typed.motivation),
    ...(offer.outcome === "STOP" ? [part("web-decision-lessons", typed.lessons)] : []),
    [say("web-decision-for"), gate.decidedBy.name, null],
    [
      say("web-decision-evidence"),
      say("web-done-of", { done: readiness.doneCount, total: readiness.totalCount }),
      null,
    ],
  ];
  return (
    <>
      {problem && <Refusal problem={problem} turn={turn} project={project.id} known={known} />}
      <Heading title={say("web-decision-check-title")} />
      <p className="lead">{say("web-decision-check-lead")}</p>
      <dl className="check-list card">
        {rows.map(([name, value, link]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="typed">{value}</dd>
            {link && <dd>{link}</dd>}
          </div>
        ))}
      </dl>
      <p className="buttons">
        <button type="button" className="button" aria-busy={busy} onClick={decide}>
          {say(busy ? "web-busy" : "web-decision-record")}
        </button>
        <Link className="button second" to="/projecten/$project/besluit" params={params}>
          {say("web-back")}
        </Link>
      </p>
    </>
  );
}
