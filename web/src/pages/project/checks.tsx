import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Bar } from "../../parts/bar.tsx";
import { blockerPoints, checkKey, checkName } from "../../parts/points.ts";
import { Said, useSaid } from "../../parts/said.tsx";
import { Mark, StatusWord } from "../../parts/status.tsx";
import { shortDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import type { Check, Project, Readiness } from "./documents.ts";
import { WaiveForm } from "./waive.tsx";

function CheckLink({ check, project }: { check: Check; project: string }) {
  const say = useSay();
  const { artefact, condition, consultation, consultationKind, criterion, kind, party, state } = check;
  const name = checkName(check, project, say);
  // What cannot be done yet is no link; the row says what it waits for.
  if (criterion && state !== "NOT_YET")
    return (
      <Link
        className="whole"
        to="/projecten/$project/voorwaarden/$criterion"
        params={{ project, criterion: criterion.key }}
        search={party ? { partij: party.key } : {}}
      >
        {name}
      </Link>
    );
  if (artefact)
    return (
      <Link
        className="whole"
        to="/projecten/$project/documenten/$artefact"
        params={{ project, artefact: artefact.kind.key }}
      >
        {name}
      </Link>
    );
  if (kind === "CONSULTATION" && consultation)
    return (
      <Link
        className="whole"
        to="/projecten/$project/advies/$number"
        params={{ project, number: String(consultation.number) }}
      >
        {name}
      </Link>
    );
  if (kind === "CONSULTATION")
    return (
      <Link
        className="whole"
        to="/projecten/$project/advies/vragen"
        params={{ project }}
        search={consultationKind ? { soort: consultationKind } : {}}
      >
        {name}
      </Link>
    );
  if (kind === "CHANGE" || kind === "SIGNAL" || kind === "SUSPENSION")
    return (
      <Link className="whole" to="/projecten/$project/gebruik" params={{ project }}>
        {name}
      </Link>
    );
  if (condition)
    return (
      <Link className="whole" to="/projecten/$project" params={{ project }} hash={`afspraak-${condition.number}`}>
        {name}
      </Link>
    );
  return name;
}

/** Nothing is left to set aside. */
const answered = new Set<Check["state"]>(["DONE", "WAIVED"]);
const settled = new Set<Check["state"]>(["DONE", "NOT_YET", "WAIVED"]);

function CheckLine(props: { check: Check; project: string; round: number; tell: (said: string) => void }) {
  const { check, project, round, tell } = props;
  const say = useSay();
  const { language } = useLanguage();
  const [waiving, setWaiving] = useState(false);
  const { criterion, viewerCanWaive } = check;
  const waits = check.waitsFor.map((waiter) => waiter.party?.name ?? waiter.person?.name).filter(Boolean);
  const waived = (given: boolean) => {
    setWaiving(false);
    if (given) tell(say("web-waive-done"));
  };
  const open = !settled.has(check.state);
  const consulted = check.kind === "CONSULTATION";
  const details = [
    criterion && !open && check.party?.name,
    check.artefact?.current && say("web-version", { number: check.artefact.current.number }),
    consulted && open && blockerPoints(check.blockers, project, say)[0]?.text,
    open && waits.length > 0 && say("web-waits-for", { who: waits.join(", ") }),
    open && check.since && say("web-since", { date: shortDate(check.since, language) }),
    open && check.due && say("web-until", { date: shortDate(check.due, language) }),
    check.state === "NOT_YET" && say("web-check-not-yet"),
    criterion?.legal && say("web-legal"),
    !check.blocking && say("web-informs"),
  ].filter(Boolean);
  return (
    <li className="row">
      <Mark state={check.state} />
      <div className="body">
        <p className="title">
          <CheckLink check={check} project={project} />
        </p>
        {details.length > 0 && <p className="soft small">{details.join(" · ")}</p>}
        {criterion && waiving && (
          <div className="above">
            <WaiveForm project={project} criterion={criterion} round={round} done={waived} />
          </div>
        )}
      </div>
      <div className="end">
        <StatusWord
          state={check.state}
          criterion={Boolean(criterion)}
          {...(consulted && { word: say(`web-consult-check-${check.state.toLowerCase()}`) })}
        />
        {viewerCanWaive && !waiving && !answered.has(check.state) && (
          <p className="above">
            <button type="button" className="link-button" onClick={() => setWaiving(true)}>
              {say("web-waive")}
              <span className="hidden-visually"> {criterion?.question}</span>
            </button>
          </p>
        )}
      </div>
    </li>
  );
}

/** Everything that *go* needs, like the checks of a pull request. */
export function Checks({ project, readiness }: { project: Project; readiness: Readiness }) {
  const say = useSay();
  const [said, tell] = useSaid();
  const { doneCount: done, totalCount: total, gate } = readiness;
  return (
    <section className="card main" aria-labelledby="punten">
      <h2 id="punten">{say("web-checks", { gate: gate.name, done, total })}</h2>
      <Said said={said} />
      <Bar done={done} total={total} />
      <ul className="rows">
        {readiness.checks.map((check, index) => (
          <CheckLine
            key={checkKey(check, index)}
            check={check}
            project={project.id}
            round={readiness.round}
            tell={tell}
          />
        ))}
      </ul>
    </section>
  );
}
