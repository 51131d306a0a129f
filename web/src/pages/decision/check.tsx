import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useAct } from "../../api/act.ts";
import { names } from "../../api/names.ts";
import { Heading } from "../../app/heading.tsx";
import { Refusal } from "../../parts/refusal.tsx";
import { useSay } from "../../texts/language.tsx";
import { type DecisionProject, type DecisionReadiness, decideGate, type Offer } from "./documents.ts";
import { offerText } from "./offer.ts";
import type { Typed } from "./page.tsx";

/** The last look before a formal act: every part with its way back, and a button that names the act. */
export function CheckPage(props: {
  project: DecisionProject;
  readiness: DecisionReadiness;
  typed: Typed;
  offer: Offer;
  digest: string;
  onConflict: () => void;
  onDone: (reference: number) => void;
}) {
  const { project, readiness, typed, offer, digest, onConflict, onDone } = props;
  const say = useSay();
  const { act, problem, turn, busy } = useAct(decideGate);
  const params = { project: project.id };
  const { checks, gate } = readiness;

  async function decide() {
    const reworkTo = offer.outcome === "REWORK" ? (offer.leadsTo?.key ?? project.phase.key) : null;
    const input = { projectId: project.id, gate: gate.key, outcome: offer.outcome, reworkTo };
    const answer = await act({ ...input, motivation: typed.motivation, seenReadiness: digest }, { onConflict });
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
  const rows: [string, string, ReactNode][] = [
    [say("web-project"), project.title, null],
    [say("web-decision-gate"), gate.question, null],
    [say("web-decision"), offerText(offer, project, say), change(say("web-decision"))],
    [say("web-decision-why"), typed.motivation, change(say("web-decision-why"))],
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
