import { ActForm } from "../../parts/act-form.tsx";
import type { Field } from "../../parts/asking.ts";
import { daysAhead, longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { delegateAnswers, endDelegation, type OrganisationPage } from "./documents.ts";
import { type Part, Unfold } from "./shared.tsx";

/** *Ik ben afwezig*: somebody else answers for a member for a period, on record and one hop (law 7). */
export function Away({ organisation, page, done }: Part & { page: OrganisationPage }) {
  const say = useSay();
  const { language } = useLanguage();
  const { viewer } = page;
  const people = page.people.edges.map(({ node }) => node).filter(({ id }) => id !== viewer.person.id);
  const { delegations } = organisation;
  const fields: Field[] = [
    {
      name: "partij",
      kind: "choice",
      label: say("web-away-party"),
      missing: say("web-away-party-missing"),
      start: viewer.parties.length === 1 ? (viewer.parties[0]?.party.key ?? "") : "",
      options: viewer.parties.map(({ party }) => ({ value: party.key, label: party.name })),
    },
    {
      name: "wie",
      kind: "pick",
      label: say("web-away-who"),
      missing: say("web-away-who-missing"),
      options: people.map((person) => ({ value: person.id, label: `${person.name}, ${person.function}` })),
    },
    {
      name: "eerste",
      kind: "date",
      label: say("web-away-first"),
      missing: say("web-consult-until-missing"),
      start: daysAhead(0),
      min: daysAhead(0),
    },
    {
      name: "laatste",
      kind: "date",
      label: say("web-away-last"),
      missing: say("web-consult-until-missing"),
      min: daysAhead(0),
    },
  ];
  return (
    <section className="card" aria-labelledby="afwezig">
      <h2 id="afwezig">{say("web-away")}</h2>
      <p className="soft">{say("web-away-lead")}</p>
      {delegations.length === 0 && <p>{say("web-away-none")}</p>}
      <ul className="rows">
        {delegations.map(({ first, from, last, number, party, to, viewerCanEnd }) => (
          <li key={number} className="row plain-row">
            <div className="body">
              <p className="title">{say("web-away-named", { from: from.name, to: to.name, party: party.name })}</p>
              <p className="soft small">
                {say("web-away-period", { first: longDate(first, language), last: longDate(last, language) })}
              </p>
              {viewerCanEnd && (
                <ActForm
                  id={`terug-${number}`}
                  kept={`end-delegation-${number}`}
                  document={endDelegation}
                  fields={[]}
                  input={() => ({ delegation: number })}
                  button={say("web-away-end")}
                  second
                  onDone={() => done(say("web-away-ended"))}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
      {viewer.parties.length > 0 && (
        <Unfold name={say("web-away-do")}>
          <ActForm
            id="afwezig-vanaf"
            kept="delegate"
            document={delegateAnswers}
            fields={fields}
            input={({ partij = "", wie = "", eerste = "", laatste = "" }) => ({
              party: partij,
              fromId: viewer.person.id,
              toId: wie,
              first: eerste,
              last: laatste,
            })}
            button={say("web-away-send")}
            onDone={() => done(say("web-away-done"))}
          />
        </Unfold>
      )}
    </section>
  );
}
