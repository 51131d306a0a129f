import { Link } from "@tanstack/react-router";
import { ActForm } from "../../parts/act-form.tsx";
import type { Field } from "../../parts/asking.ts";
import { Mark, StatusWord } from "../../parts/status.tsx";
import { daysAhead, longDate, shortDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { doDuty } from "./documents.ts";
import { type Part, Unfold } from "./shared.tsx";

/** How near a duty comes before it is to be done. */
const NEAR_DAYS = 30;

/** What has to be done again and again in this phase (law 12). */
export function Duties({ project, done }: Part) {
  const say = useSay();
  const { language } = useLanguage();
  const { duties } = project.inUse;
  if (duties.length === 0) return null;
  const fields: Field[] = [
    {
      name: "dag",
      kind: "date",
      label: say("web-duty-day"),
      missing: say("web-consult-day-missing"),
      max: daysAhead(0),
    },
    {
      name: "uitkomst",
      kind: "area",
      label: say("web-duty-note"),
      hint: say("web-visible-to-all"),
      missing: say("web-duty-note-missing"),
    },
  ];
  return (
    <section className="card" aria-labelledby="taken">
      <h2 id="taken">{say("web-duties")}</h2>
      <p className="soft">{say("web-duties-lead")}</p>
      <ul className="rows">
        {duties.map((duty) => {
          const near = duty.due !== null && duty.due <= daysAhead(NEAR_DAYS);
          const state = duty.late ? "late" : near ? "to_do" : "done";
          const details = [
            duty.party && say("web-condition-owner", { who: duty.party.name }),
            say("web-duty-every", { count: duty.everyDays }),
            duty.last && say("web-duty-last", { date: longDate(duty.last, language) }),
          ].filter(Boolean);
          return (
            <li key={duty.key} className="row">
              <Mark state={state} />
              <div className="body">
                <p className="title">{duty.name}</p>
                {duty.help && <p className="soft">{duty.help}</p>}
                <p className="soft small">{details.join(" · ")}</p>
                {duty.artefact && (
                  <p className="small">
                    {say("web-duty-document")}{" "}
                    <Link
                      to="/projecten/$project/documenten/$artefact"
                      params={{ project: project.id, artefact: duty.artefact.key }}
                    >
                      {duty.artefact.name}
                    </Link>
                  </p>
                )}
                {duty.viewerCanDo && (
                  <Unfold name={say("web-duty-do")} about={duty.name}>
                    <ActForm
                      id={`taak-${duty.key}`}
                      kept={`duty-${project.id}-${duty.key}`}
                      document={doDuty}
                      fields={fields}
                      input={({ dag = "", uitkomst = "" }) => ({
                        projectId: project.id,
                        duty: duty.key,
                        heldOn: dag,
                        note: uitkomst,
                      })}
                      button={say("web-duty-send")}
                      second
                      project={project.id}
                      onDone={() => done(say("web-duty-done"))}
                    />
                  </Unfold>
                )}
              </div>
              <div className="end">
                {duty.due && (
                  <StatusWord
                    state={state}
                    word={say(duty.late ? "web-was-due" : near ? "web-due" : "web-duty-next", {
                      date: shortDate(duty.due, language),
                    })}
                  />
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
