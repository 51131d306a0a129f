import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { copyMinutes } from "../../api/files.ts";
import { type Names, names } from "../../api/names.ts";
import { Heading } from "../../app/heading.tsx";
import { Crumbs } from "../../parts/crumbs.tsx";
import { Notice } from "../../parts/notice.tsx";
import { told } from "../../parts/refusal.tsx";
import { PointLink } from "../../parts/summary.tsx";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { FrameSaid } from "./frame.tsx";
import { isChanged, isSettled, linesOf, type MeetingLine, type Outcome, presentOf, speakerOf, toSend } from "./plan.ts";
import { away, useRecording } from "./recording.ts";
import type { Shared } from "./typed.ts";
import { chosenText, namesOf, votesText } from "./words.ts";

/** The names that a refusal of this item may need. */
const knownOf = ({ listed }: MeetingLine): Names =>
  names(
    ...(listed?.project.readiness?.blockers ?? []).flatMap(({ artefact, criterion, party, phase }) => [
      artefact,
      criterion,
      party,
      phase,
    ]),
    listed?.project.readiness?.gate,
    listed?.project.readiness?.gate?.decidedBy,
  );

/** What became of an item: recorded, its votes recorded, or why not and what to do. */
function Became({ line, outcome, change }: { line: MeetingLine; outcome: Outcome; change: ReactNode }) {
  const say = useSay();
  const { language } = useLanguage();
  const { id, title } = line;
  if (outcome.kind === "not") {
    const { law, points, text, title: what, wayOut } = told(outcome.problem, id, knownOf(line), say, language);
    return (
      <Notice tone="bad">
        <p>
          <strong>{what}</strong>
        </p>
        <p>{text}</p>
        {points.length > 0 && (
          <ul>
            {points.map((point) => (
              <li key={point.text}>
                <PointLink point={point} />
              </li>
            ))}
          </ul>
        )}
        {wayOut && <p>{wayOut}</p>}
        {law && <p className="soft small">{law}</p>}
        <p>{change}</p>
      </Notice>
    );
  }
  const { reference } = outcome;
  return (
    <Notice tone={outcome.kind === "done" ? "good" : "info"}>
      <p>
        <strong>
          {outcome.kind === "voted"
            ? say("web-meeting-voted", { votes: outcome.votes, needed: outcome.needed })
            : say(outcome.before ? "web-meeting-done-before" : "web-meeting-done")}
        </strong>{" "}
        <Link to="/projecten/$project/besluit/$reference" params={{ project: id, reference: String(reference) }}>
          {say("web-meeting-see")}
          <span className="hidden-visually"> {title}</span>
        </Link>
      </p>
    </Notice>
  );
}

/** One item as it will be recorded, with the way back, and after that what became of it. */
function Line({ line, shared, number }: { line: MeetingLine; shared: Shared; number: number }) {
  const { body, meeting, members } = shared;
  const { id, item, title } = line;
  const say = useSay();
  const { language } = useLanguage();
  const present = presentOf(meeting, members).map(({ person }) => person.id);
  const { chosen, notTreated, outcome } = item ?? {};
  const rows: [string, ReactNode][] = [];
  if (notTreated || !chosen) {
    rows.push([say("web-decision"), say(item ? "web-meeting-not-treated" : "web-meeting-to-fill")]);
  } else {
    const { input, promises } = chosen;
    rows.push([say("web-decision-gate"), chosen.gate.name], [say("web-decision"), chosenText(chosen, say)]);
    if (input.reviewOn) rows.push([say("web-decision-review"), longDate(input.reviewOn, language)]);
    if (chosen.votesNeeded !== null && chosen.enters) {
      rows.push([say("web-meeting-votes"), votesText(item ?? { title }, present, say)]);
    }
    if (promises.length > 0) {
      rows.push([
        say("web-conditions"),
        <ul key="promises">
          {promises.map(({ due, name, who }) => (
            <li key={name + due}>
              {name}
              <span className="hint">{say("web-promise-by", { who, date: longDate(due, language) })}</span>
            </li>
          ))}
        </ul>,
      ]);
    }
    rows.push([say("web-decision-why"), input.motivation]);
    if (input.lessons) rows.push([say("web-decision-lessons"), input.lessons]);
  }
  const change = (
    <Link to="/vergadering" search={{ orgaan: body.key, stap: "vastleggen", punt: id }}>
      {say("web-change")}
      <span className="hidden-visually"> {title}</span>
    </Link>
  );
  return (
    <li className="card">
      <h2>
        {number}. {title}
      </h2>
      {outcome && <Became line={line} outcome={outcome} change={line.listed ? change : null} />}
      {!outcome && isChanged(line) && (
        <Notice tone="warn">
          <p>{say(line.listed ? "web-meeting-changed" : "web-meeting-gone-line")}</p>
        </Notice>
      )}
      <dl className="check-list">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="typed">{value}</dd>
          </div>
        ))}
      </dl>
      {!isSettled(item) && line.listed && outcome?.kind !== "not" && <p>{change}</p>}
    </li>
  );
}

/** The last look: everything of the meeting on one page, one button, and then what became of each item. */
export function CheckMeeting({ viewer, onPutAway, ...shared }: Shared & { viewer: string; onPutAway: () => void }) {
  const { body, change, meeting, members, on } = shared;
  const say = useSay();
  const { language } = useLanguage();
  const lines = linesOf(meeting, on);
  const waiting = toSend(lines);
  const present = presentOf(meeting, members);
  const date = meeting.date && longDate(meeting.date, language);
  const who = namesOf(present, say, language);
  const frame = {
    party: body.key,
    date: meeting.date,
    present: present.map(({ person }) => person.id),
    speaker: speakerOf(meeting, members),
    minutes: meeting.minutes,
    viewer,
    told: say("web-meeting-own-told", {
      body: body.name,
      date,
      who,
      minutes: meeting.file ? say("web-meeting-file-see", { name: meeting.file.name }) : meeting.minutes,
    }),
  };
  // The file came in for one project; each other one gets it before its decision, once.
  async function minutesIn(id: string) {
    if (!meeting.file) return null;
    const known = meeting.filesIn[id];
    if (known) return known;
    const answer = await copyMinutes(meeting.file.id, id);
    if ("status" in answer) {
      const code = ({ 401: "UNAUTHENTICATED", 403: "NOT_FOUND", 404: "NOT_FOUND" } as const)[answer.status];
      return code ? { ...away, code } : away;
    }
    change(({ filesIn }) => ({ filesIn: { ...filesIn, [id]: answer.id } }));
    return answer.id;
  }
  const became = (id: string, outcome: Outcome) =>
    change(({ items }) => {
      const item = items[id];
      return item ? { items: { ...items, [id]: { ...item, outcome } } } : {};
    });
  const { progress, send } = useRecording(frame, minutesIn, became);
  const [sent, setSent] = useState(false);
  const result = useRef<HTMLDivElement>(null);
  const done = lines.filter(({ item }) => isSettled(item)).length;
  const failed = lines.filter(({ item }) => item?.outcome?.kind === "not").length;

  async function record() {
    setSent(false);
    await send(waiting.map(({ chosen, id, item }) => ({ id, chosen, votes: item.votes })));
    setSent(true);
  }
  // Once everything was sent, the result is what is read first.
  useEffect(() => {
    if (!sent) return;
    result.current?.focus();
    result.current?.scrollIntoView({ block: "nearest" });
  }, [sent]);
  const search = { orgaan: body.key };
  const finished = waiting.length === 0 && done > 0;
  return (
    <div className="reading">
      <Crumbs>
        {[
          <Link key="meeting" to="/vergadering" search={search}>
            {say("web-meeting-of", { body: body.name })}
          </Link>,
          <Link key="record" to="/vergadering" search={{ ...search, stap: "vastleggen" }}>
            {say("web-meeting-record")}
          </Link>,
        ]}
      </Crumbs>
      <Heading title={say("web-meeting-check-title")} />
      {done + failed > 0 && !progress ? (
        <div tabIndex={-1} ref={result} className="result">
          <Notice tone={failed > 0 ? "warn" : "good"}>
            <p>
              <strong>{say("web-meeting-result", { done })}</strong>{" "}
              {failed > 0 && say("web-meeting-result-not", { count: failed })}
            </p>
          </Notice>
        </div>
      ) : (
        <p className="lead">{say("web-meeting-check-lead")}</p>
      )}
      <section className="card">
        <h2>{say("web-meeting-frame")}</h2>
        <FrameSaid shared={shared} />
        {done === 0 && (
          <p>
            <Link to="/vergadering" search={{ ...search, stap: "vastleggen" }}>
              {say("web-change")}
              <span className="hidden-visually"> {say("web-meeting-frame")}</span>
            </Link>
          </p>
        )}
      </section>
      <ol className="plain">
        {lines.map((line, at) => (
          <Line key={line.id} line={line} shared={shared} number={at + 1} />
        ))}
      </ol>
      <p role="status">{progress && say("web-meeting-progress", { at: progress.at, of: progress.of })}</p>
      <p className="buttons">
        {waiting.length > 0 && (
          <button type="button" className="button" aria-busy={progress !== undefined} onClick={record}>
            {progress
              ? say("web-busy")
              : say(done + failed > 0 ? "web-meeting-send-rest" : "web-meeting-send", { count: waiting.length })}
          </button>
        )}
        {finished && (
          <Link className="button" to="/vergadering" search={search} onClick={onPutAway}>
            {say("web-meeting-put-away")}
          </Link>
        )}
        {!finished && (
          <Link className="button second" to="/vergadering" search={{ ...search, stap: "vastleggen" }}>
            {say("web-back")}
          </Link>
        )}
      </p>
    </div>
  );
}
