import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { Heading } from "../../app/heading.tsx";
import { Crumbs } from "../../parts/crumbs.tsx";
import { Area, Line, Pick } from "../../parts/field.tsx";
import { FileField } from "../../parts/file-field.tsx";
import { Notice } from "../../parts/notice.tsx";
import { type Point, Summary } from "../../parts/summary.tsx";
import { Tick } from "../../parts/tick.tsx";
import { daysAhead } from "../../texts/dates.ts";
import { useSay } from "../../texts/language.tsx";
import { entersFor, FrameSaid } from "./frame.tsx";
import { isSettled, linesOf, missingOfMeeting, presentOf, speakerOf } from "./plan.ts";
import type { Shared } from "./typed.ts";
import { itemText } from "./words.ts";

/** The meeting itself: the day, who was there, who spoke for the body, and the minutes. */
function Frame({ shared, wrong }: { shared: Shared; wrong: (field: string) => string | undefined }) {
  const { body, change, meeting, members } = shared;
  const say = useSay();
  const present = presentOf(meeting, members);
  const forOthers = entersFor(shared);
  // The file comes in for the first project of which the viewer records decisions; the others get it when they are sent.
  const place = shared.on.find(({ project }) => project.readiness?.viewerCanRecordDecision)?.project.id;
  const there = (id: string, yes: boolean) =>
    change({ absent: [...meeting.absent.filter((one) => one !== id), ...(yes ? [] : [id])] });
  return (
    <>
      <Line
        id="dag"
        type="date"
        className="narrow"
        label={say("web-meeting-day")}
        max={daysAhead(0)}
        value={meeting.date}
        error={wrong("dag")}
        onChange={(event) => change({ date: event.target.value })}
      />
      <fieldset className={wrong("aanwezig") ? "field wrong" : "field"} id="aanwezig">
        <legend>{say("web-meeting-present")}</legend>
        {wrong("aanwezig") && <span className="error">{wrong("aanwezig")}</span>}
        <div className="choices">
          {members.map(({ chair, person }) => (
            <Tick
              key={person.id}
              id={`aanwezig-${person.id}`}
              selected={!meeting.absent.includes(person.id)}
              onChange={(yes) => there(person.id, yes)}
            >
              {chair ? say("web-meeting-chair", { name: person.name }) : person.name}
            </Tick>
          ))}
        </div>
      </fieldset>
      {!forOthers && <Notice>{say("web-meeting-own", { body: body.name })}</Notice>}
      {forOthers && present.length > 1 && (
        <Pick
          id="sprak"
          label={say("web-meeting-speaker")}
          hint={say("web-meeting-speaker-hint", { body: body.name })}
          value={speakerOf(meeting, members)}
          onChange={(event) => change({ speaker: event.target.value })}
        >
          {present.map(({ person }) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </Pick>
      )}
      {!meeting.file && (
        <Area
          id="verslag"
          label={say("web-meeting-minutes")}
          hint={say("web-meeting-minutes-hint")}
          value={meeting.minutes}
          error={wrong("verslag")}
          onChange={(event) => change({ minutes: event.target.value })}
        />
      )}
      {place && (
        <FileField
          id="verslag-bestand"
          label={say("web-meeting-file")}
          hint={say("web-meeting-file-hint")}
          error={undefined}
          place={{ record: place }}
          multiple={false}
          files={meeting.file ? [meeting.file] : []}
          onChange={(next) =>
            change(({ file }) => {
              const [chosen] = next(file ? [file] : []);
              return { file: chosen ?? null, filesIn: chosen ? { [place]: chosen.id } : {} };
            })
          }
        />
      )}
    </>
  );
}

/** In or after the meeting: the frame, and each item with what was decided. */
export function RecordPage(shared: Shared) {
  const { body, meeting, members, on } = shared;
  const say = useSay();
  const navigate = useNavigate();
  const [points, setPoints] = useState<readonly Point[]>([]);
  const [tries, setTries] = useState(0);
  const search = { orgaan: body.key };
  const begun = Object.values(meeting.items).some(isSettled);
  const lines = linesOf(meeting, on);
  const wrong = (field: string) => points.find((point) => point.field === field)?.text;

  function submit(event: FormEvent) {
    event.preventDefault();
    const open = on.filter(({ project }) => {
      const item = meeting.items[project.id];
      return !item?.chosen && !item?.notTreated;
    });
    const missing = [
      ...missingOfMeeting(meeting, members, say),
      ...open.map(({ project }) => ({
        text: say("web-meeting-item-missing", { title: project.title }),
        field: `vul-${project.id}`,
      })),
    ];
    setPoints(missing);
    setTries(tries + 1);
    if (missing.length === 0) navigate({ to: "/vergadering", search: { ...search, stap: "controle" } });
  }
  return (
    <div className="reading">
      <Crumbs>
        {[
          <Link key="meeting" to="/vergadering" search={search}>
            {say("web-meeting-of", { body: body.name })}
          </Link>,
        ]}
      </Crumbs>
      <form onSubmit={submit} noValidate>
        {points.length > 0 && <Summary title={say("web-problem")} points={points} turn={tries} />}
        <Heading title={say("web-meeting-record")} />
        <p className="lead">{say("web-meeting-record-lead")}</p>
        <section className="card">
          <h2>{say("web-meeting-frame")}</h2>
          {begun ? (
            <>
              <Notice>{say("web-meeting-begun")}</Notice>
              <FrameSaid shared={shared} />
            </>
          ) : (
            <Frame shared={shared} wrong={wrong} />
          )}
        </section>
        <section className="card">
          <h2>{say("web-meeting-items", { count: lines.length })}</h2>
          <ol className="rows">
            {lines.map(({ id, item, listed, title }) => {
              const settled = isSettled(item);
              const filled = item?.chosen || item?.notTreated;
              return (
                <li className="row plain-row" key={id} id={`regel-${id}`} tabIndex={-1}>
                  <div className="body">
                    <p className="title">{title}</p>
                    <p className={filled ? "" : "soft"}>{itemText(item, say)}</p>
                    {settled && <p className="soft small">{say("web-meeting-settled")}</p>}
                    {!settled && !listed && <p className="soft small">{say("web-meeting-gone-line")}</p>}
                  </div>
                  {!settled && listed && (
                    <p className="end">
                      <Link
                        id={`vul-${id}`}
                        className="button second compact"
                        to="/vergadering"
                        search={{ ...search, stap: "vastleggen", punt: id }}
                      >
                        {say(filled ? "web-change" : "web-meeting-fill")}
                        <span className="hidden-visually"> {title}</span>
                      </Link>
                    </p>
                  )}
                </li>
              );
            })}
          </ol>
        </section>
        <p className="buttons">
          <button type="submit" className="button">
            {say("web-meeting-check")}
          </button>
        </p>
      </form>
    </div>
  );
}
