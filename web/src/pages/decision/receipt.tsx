import { createLazyRoute, Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { openGate } from "../../api/gate.ts";
import { Heading } from "../../app/heading.tsx";
import { Notice } from "../../parts/notice.tsx";
import { conditionName } from "../../parts/points.ts";
import { Failed, NotFound, Waiting } from "../../parts/states.tsx";
import { longDate, timeOfDay } from "../../texts/dates.ts";
import { type Say, useLanguage, useSay } from "../../texts/language.tsx";
import { type Happened, type ReceiptProject, receiptQuery } from "./documents.ts";

/** The decision with this number. A vote that completed the number is followed by the decision that it made. */
export function decidedAt(events: readonly Happened[], reference: number): Happened | undefined {
  const at = (sequence: number) => events.find((event) => event.sequence === sequence);
  const first = at(reference);
  if (first?.kind === "GATE_DECIDED") return first;
  if (first?.kind !== "VOTE_CAST") return undefined;
  const next = at(reference + 1);
  return next?.kind === "GATE_DECIDED" ? next : first;
}

/** What was decided, in one sentence: where the project goes from here, if it goes anywhere. */
function decidedText({ gate, outcome, phase }: Happened, project: ReceiptProject, say: Say): string {
  const on = outcome === "STOP" ? gate?.stopTo : outcome === "REWORK" ? (phase ?? project.phase) : gate?.goTo;
  const words = { project: project.title, phase: on?.name ?? "" };
  if (outcome === "STOP" && on) return say("web-receipt-stop_to", words);
  // Taking a product out of use leads to no phase.
  if ((outcome === "GO" || outcome === "CONDITIONAL_GO") && !on) return say("web-receipt-retire", words);
  return say(`web-receipt-${(outcome ?? "go").toLowerCase()}`, words);
}

/** What the decision demands, as far as it is still open: who sees to it, and by when. */
function Demanded({ project, numbers }: { project: ReceiptProject; numbers: ReadonlySet<number> }) {
  const say = useSay();
  const { language } = useLanguage();
  const demanded = project.conditions.filter((condition) => numbers.has(condition.number));
  if (demanded.length === 0) return null;
  return (
    <>
      <h2>{say("web-conditions")}</h2>
      <ul>
        {demanded.map((condition) => {
          const { due, number, owner, text } = condition;
          const name = conditionName(condition, say);
          const who = owner.person?.name ?? owner.party?.name ?? "";
          return (
            <li key={number}>
              {text && text !== name ? `${name}: ${text}` : name}
              <span className="hint">{say("web-promise-by", { who, date: longDate(due, language) })}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** What comes after the decision, in one line. */
function Next({ project }: { project: ReceiptProject }) {
  const say = useSay();
  const { language } = useLanguage();
  const { lifecycle, nextRoundOn, phase, reviewOn } = project;
  const readiness = openGate(project.readiness);
  if (reviewOn) return <li>{say("web-receipt-review", { date: longDate(reviewOn, language) })}</li>;
  if (readiness) {
    const { gate, due } = readiness;
    const words = { gate: gate.name, party: gate.decidedBy.name, date: longDate(due, language) };
    return <li>{say("web-receipt-gate", words)}</li>;
  }
  if (nextRoundOn) return <li>{say("web-now-next-round", { date: longDate(nextRoundOn, language) })}</li>;
  if (lifecycle === "ACTIVE") return <li>{say("web-receipt-no-gate", { phase: phase.name })}</li>;
  return <li>{say(project.conditions.length > 0 ? "web-receipt-closing" : "web-receipt-closed")}</li>;
}

/** After the act: its reference, what happens next, and when. */
function Receipt() {
  const say = useSay();
  const { language } = useLanguage();
  const { project: id, reference } = route.useParams();
  const [{ data, error }, refetch] = useQuery({ query: receiptQuery, variables: { project: id } });
  if (!data) return error ? <Failed again={() => refetch({ requestPolicy: "network-only" })} /> : <Waiting />;
  const { project } = data;
  const events = project?.timeline.edges.map((edge) => edge.node) ?? [];
  const decided = decidedAt(events, Number(reference));
  if (!project || !decided) return <NotFound />;
  const voted = decided.kind === "VOTE_CAST";
  const opened = events.filter((event) => event.kind === "CONDITION_OPENED" && event.at === decided.at);
  const numbers = new Set(opened.flatMap(({ condition }) => (condition === null ? [] : [condition])));
  return (
    <div className="reading">
      <Heading title={say(voted ? "web-receipt-vote" : "web-receipt")} />
      <Notice tone="good">
        <p>
          <strong>{voted ? say("web-receipt-voted") : decidedText(decided, project, say)}</strong>
        </p>
        <p>
          {say("web-receipt-reference")} <strong>{`${id.slice(0, 8)}-${decided.sequence}`}</strong>
        </p>
        <p>
          {longDate(decided.at, language)}, {timeOfDay(decided.at, language)}
          {decided.person && ` · ${decided.person.name}`}
        </p>
      </Notice>
      <h2>{say("web-receipt-why")}</h2>
      <p className="quote">{decided.text}</p>
      {decided.lessons && (
        <>
          <h2>{say("web-decision-lessons")}</h2>
          <p className="quote">{decided.lessons}</p>
        </>
      )}
      {decided.reviewOn && <p>{say("web-receipt-review", { date: longDate(decided.reviewOn, language) })}</p>}
      {decided.onBehalf && (
        <p>
          {say("web-entry-behalf", {
            who: decided.onBehalf.person.name || say("who-erased"),
            date: longDate(decided.onBehalf.heldOn, language),
          })}
        </p>
      )}
      <Demanded project={project} numbers={numbers} />
      <h2>{say("web-receipt-next")}</h2>
      <ul>
        {!voted && <li>{say("web-receipt-mail")}</li>}
        <Next project={project} />
      </ul>
      <details>
        <summary className="small">{say("web-mark")}</summary>
        <p className="soft small">
          <code>{decided.hash}</code>
        </p>
      </details>
      <p className="buttons">
        <Link className="button" to="/projecten/$project" params={{ project: id }}>
          {say("web-to-project")}
        </Link>
        <Link className="button second" to="/taken">
          {say("web-to-tasks")}
        </Link>
      </p>
    </div>
  );
}

export const route = createLazyRoute("/inside/projecten/$project/besluit/$reference")({ component: Receipt });
