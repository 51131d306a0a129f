import { Link } from "@tanstack/react-router";
import { Bar } from "../../parts/bar.tsx";
import { Mark, StatusWord } from "../../parts/status.tsx";
import { shortDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import type { Check, Project, Readiness } from "./documents.ts";

function CheckLink({ check, project }: { check: Check; project: string }) {
  const { artefact, criterion, party, state } = check;
  if (criterion) {
    // What cannot be done yet is no link; the row says what it waits for.
    if (state === "NOT_YET") return criterion.question;
    return (
      <Link
        className="whole"
        to="/projecten/$project/voorwaarden/$criterion"
        params={{ project, criterion: criterion.key }}
        search={party ? { partij: party.key } : {}}
      >
        {criterion.question}
      </Link>
    );
  }
  return (
    <Link
      className="whole"
      to="/projecten/$project/documenten/$artefact"
      params={{ project, artefact: artefact?.kind.key ?? "" }}
    >
      {artefact?.kind.name}
    </Link>
  );
}

function CheckLine({ check, project }: { check: Check; project: string }) {
  const say = useSay();
  const { language } = useLanguage();
  const waits = check.waitsFor.map((waiter) => waiter.party?.name ?? waiter.person?.name).filter(Boolean);
  const open = check.state !== "DONE" && check.state !== "NOT_YET";
  const details = [
    check.criterion && !open && check.party?.name,
    check.artefact?.current && say("web-version", { number: check.artefact.current.number }),
    open && waits.length > 0 && say("web-waits-for", { who: waits.join(", ") }),
    open && check.since && say("web-since", { date: shortDate(check.since, language) }),
    open && check.due && say("web-until", { date: shortDate(check.due, language) }),
    check.state === "NOT_YET" && say("web-check-not-yet"),
    check.criterion?.legal && say("web-legal"),
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
      </div>
      <div className="end">
        <StatusWord state={check.state} criterion={Boolean(check.criterion)} />
      </div>
    </li>
  );
}

/** Everything that *go* needs, like the checks of a pull request. */
export function Checks({ project, readiness }: { project: Project; readiness: Readiness }) {
  const say = useSay();
  const { doneCount: done, totalCount: total, gate } = readiness;
  return (
    <section className="card main" aria-labelledby="punten">
      <h2 id="punten">{say("web-checks", { gate: gate.name, done, total })}</h2>
      <Bar done={done} total={total} />
      <ul className="rows">
        {readiness.checks.map((check) => (
          <CheckLine
            key={`${check.artefact?.id ?? ""}${check.criterion?.key ?? ""}${check.party?.key ?? ""}`}
            check={check}
            project={project.id}
          />
        ))}
      </ul>
    </section>
  );
}
