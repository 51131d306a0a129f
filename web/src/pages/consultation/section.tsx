import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useQuery } from "urql";
import { useChanges } from "../../app/changes.ts";
import { Mark, StatusWord } from "../../parts/status.tsx";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { consultationsQuery, type Listed } from "./documents.ts";
import { consultationName, markOf, standingText, wordOf } from "./standing.ts";

const Register = lazy(() => import("./register.tsx"));

/** The register is read when somebody opens it: most people come for what is open now. */
function Earlier({ project }: { project: string }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <details className="unfold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say("web-register")}</summary>
      {open && (
        <Suspense fallback={null}>
          <Register project={project} />
        </Suspense>
      )}
    </details>
  );
}

function ToAsk({ project, asked }: { project: Listed; asked: Listed["consultationsToOpen"][number] }) {
  const say = useSay();
  const { language } = useLanguage();
  const { body, due, hasMembers, key, missing, question, replaces, right, termDays, viewerCanOpen } = asked;
  const blocked = !hasMembers || missing.length > 0;
  const details = [
    replaces !== null && say("web-consult-again", { number: replaces }),
    missing.length > 0 && say("web-consult-first", { documents: missing.map(({ name }) => name).join(", ") }),
    !hasMembers && say("web-consult-no-members", { body: body.name }),
    !blocked &&
      due &&
      right !== "INFORMATION" &&
      say("web-consult-term", { days: termDays, date: longDate(due, language) }),
  ].filter(Boolean);
  const state = blocked ? "not_yet" : "to_do";
  return (
    <li className="row">
      <Mark state={state} />
      <div className="body">
        <p className="title">{consultationName(asked, say)}</p>
        <p>{question}</p>
        {details.length > 0 && <p className="soft small">{details.join(" · ")}</p>}
        {viewerCanOpen && (
          <p>
            <Link to="/projecten/$project/advies/vragen" params={{ project: project.id }} search={{ soort: key }}>
              {say(`web-consult-prepare-${right.toLowerCase()}`)}
              <span className="hidden-visually"> {body.name}</span>
            </Link>
          </p>
        )}
      </div>
      <div className="end">
        <StatusWord state={state} />
      </div>
    </li>
  );
}

function There({ project, one }: { project: Listed; one: Listed["consultations"][number] }) {
  const say = useSay();
  const { language } = useLanguage();
  const mark = markOf(one);
  const can = one.viewerCan.length + one.viewerCanRecord.length > 0 && one.step !== "SETTLED";
  return (
    <li className="row">
      <Mark state={mark} />
      <div className="body">
        <p className="title">
          <Link
            className="whole"
            to="/projecten/$project/advies/$number"
            params={{ project: project.id, number: String(one.number) }}
          >
            {consultationName(one, say)}
          </Link>
        </p>
        {one.question && <p className="clip">{one.question}</p>}
        <p className="soft small">
          {standingText(one, say, language)}
          {can && <> {say("web-consult-you-can")}</>}
        </p>
      </div>
      <div className="end">
        <StatusWord state={mark} word={wordOf(one, say)} />
      </div>
    </li>
  );
}

/** Advies en instemming: what bodies are asked, what they said, and what is still to be asked (law 8). */
export default function Consultations({ project: id }: { project: string }) {
  const say = useSay();
  const [{ data, error }, refetch] = useQuery({ query: consultationsQuery, variables: { project: id } });
  useChanges(() => refetch({ requestPolicy: "network-only" }), id);
  const project = data?.project;
  if (error && !data) return <p className="card main">{say("error-unavailable")}</p>;
  if (!project) return null;
  const { consultations, consultationsToOpen, viewerCanVolunteerFor } = project;
  // What the earlier question is asked anew with stands with that question.
  const nothing = consultations.length + consultationsToOpen.length === 0;
  return (
    <section className="card main" aria-labelledby="advies">
      <h2 id="advies">{say("web-consult")}</h2>
      <p className="soft">{say(nothing ? "web-consult-nothing" : "web-consult-lead")}</p>
      <ul className="rows">
        {consultationsToOpen.map((asked) => (
          <ToAsk key={asked.key} project={project} asked={asked} />
        ))}
        {consultations.map((one) => (
          <There key={one.number} project={project} one={one} />
        ))}
      </ul>
      {viewerCanVolunteerFor.map(({ key, name }) => (
        <p key={key} className="after-rows">
          <Link to="/projecten/$project/advies/zelf" params={{ project: project.id }} search={{ raad: key }}>
            {say("web-consult-volunteer", { body: name })}
          </Link>
        </p>
      ))}
      <Earlier project={project.id} />
    </section>
  );
}
