import { createLazyRoute, Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { openGate } from "../../api/gate.ts";
import { Heading } from "../../app/heading.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Failed, NotFound, Waiting } from "../../parts/states.tsx";
import { longDate, timeOfDay } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { receiptQuery } from "./documents.ts";

/** After the act: its reference, what happens next, and when. */
function Receipt() {
  const say = useSay();
  const { language } = useLanguage();
  const { project: id, reference } = route.useParams();
  const [{ data, error }, refetch] = useQuery({ query: receiptQuery, variables: { project: id } });
  if (!data) return error ? <Failed again={() => refetch({ requestPolicy: "network-only" })} /> : <Waiting />;
  const { project } = data;
  const events = project?.timeline.edges.map((edge) => edge.node) ?? [];
  const decided = events.find((event) => event.kind === "GATE_DECIDED" && event.sequence === Number(reference));
  if (!project || !decided) return <NotFound />;
  const readiness = openGate(project.readiness);
  const outcome = decided.outcome?.toLowerCase() ?? "";
  return (
    <div className="reading">
      <Heading title={say("web-receipt")} />
      <Notice tone="good">
        <p>
          <strong>{say(`web-receipt-${outcome}`, { project: project.title, phase: project.phase.name })}</strong>
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
      <h2>{say("web-receipt-next")}</h2>
      <ul>
        <li>{say("web-receipt-mail")}</li>
        {readiness && (
          <li>
            {say("web-receipt-gate", {
              gate: readiness.gate.name,
              party: readiness.gate.decidedBy.name,
              date: longDate(readiness.due, language),
            })}
          </li>
        )}
        {!readiness && (
          <li>
            {say(project.lifecycle === "STOPPED" ? "web-receipt-closed" : "web-receipt-no-gate", {
              phase: project.phase.name,
            })}
          </li>
        )}
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
