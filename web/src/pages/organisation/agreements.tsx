import { useQuery } from "urql";
import { ActForm } from "../../parts/act-form.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Waiting } from "../../parts/states.tsx";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import {
  agreementConditions,
  agreementFields,
  agreementPoints,
  type Condition,
  conditionText,
  questionsOf,
} from "./agreement.ts";
import { agreeToBeInformed, type FactQuestion, factQuestionsQuery, revokeAgreement } from "./documents.ts";
import { type Part, Unfold } from "./shared.tsx";

/** About which projects an agreement is; what no such list can say stands in its text. */
function Which({ conditions, facts }: { conditions: readonly Condition[] | null; facts: readonly FactQuestion[] }) {
  const say = useSay();
  if (!conditions) return <p>{say("web-agreement-in-text")}</p>;
  if (conditions.length === 0) return <p>{say("web-agreement-all")}</p>;
  return (
    <>
      <p>{say("web-agreement-some")}</p>
      <ul>
        {conditions.map((condition) => (
          <li key={condition.fact}>{conditionText(condition, facts, say)}</li>
        ))}
      </ul>
    </>
  );
}

/** What councils and advisers agreed to be only informed of (law 8). */
export default function Agreements({ organisation, done }: Part) {
  const say = useSay();
  const { language } = useLanguage();
  const { agreements, viewerCanAgreeFor } = organisation;
  const [{ data, error }, refetch] = useQuery({ query: factQuestionsQuery });
  const facts = questionsOf(data?.funnels ?? []);
  return (
    <>
      <h3 className="after-rows">{say("web-agreements")}</h3>
      {agreements.length === 0 && <p className="soft">{say("web-agreements-none")}</p>}
      {error && !data && (
        <Notice tone="warn">
          <p>{say("web-agreement-unread")}</p>
          <button type="button" className="button second" onClick={() => refetch({ requestPolicy: "network-only" })}>
            {say("web-again")}
          </button>
        </Notice>
      )}
      <ul className="rows">
        {agreements.map(({ body, conditions, number, since, text, viewerCanRevoke }) => (
          <li key={number} className="row plain-row">
            <div className="body">
              <p className="title">{say("web-agreement-named", { number, body: body.name })}</p>
              {text && <p className="quote">{text}</p>}
              {data && <Which conditions={conditions} facts={facts} />}
              <p className="soft small">{say("web-since", { date: longDate(since, language) })}</p>
              {viewerCanRevoke && (
                <Unfold name={say("web-agreement-revoke")} about={body.name}>
                  <ActForm
                    id={`intrekken-${number}`}
                    kept={`revoke-${number}`}
                    document={revokeAgreement}
                    fields={[
                      {
                        name: "waarom",
                        kind: "area",
                        label: say("web-agreement-revoke-why"),
                        missing: say("web-consult-reason-missing"),
                      },
                    ]}
                    input={({ waarom = "" }) => ({ agreement: number, reason: waarom })}
                    button={say("web-agreement-revoke")}
                    second
                    onDone={() => done(say("web-agreement-revoked"))}
                  />
                </Unfold>
              )}
            </div>
          </li>
        ))}
      </ul>
      {viewerCanAgreeFor.map((body) => (
        <Unfold key={body.key} name={say("web-agreement-do", { body: body.name })}>
          {/* The questions are part of the form: it stands there when they are known. */}
          {!data && !error && <Waiting />}
          {data && (
            <ActForm
              id={`afspreken-${body.key}`}
              kept={`agree-${body.key}`}
              document={agreeToBeInformed}
              fields={agreementFields(facts, say)}
              also={(typed) => agreementPoints(`afspreken-${body.key}`, facts, typed, say)}
              input={({ tekst = "", ...typed }) => ({
                body: body.key,
                text: tekst,
                conditions: agreementConditions(facts, typed),
              })}
              check={{
                title: say("web-consult-review"),
                lead: say("web-agreement-lead"),
                said: (typed) => [
                  [
                    say("web-agreement-which"),
                    <Which key="which" conditions={agreementConditions(facts, typed)} facts={facts} />,
                  ],
                ],
              }}
              button={say("web-agreement-send")}
              onDone={() => done(say("web-agreement-done"))}
            />
          )}
        </Unfold>
      ))}
    </>
  );
}
