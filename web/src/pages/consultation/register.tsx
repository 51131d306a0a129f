import { useQuery } from "urql";
import { Waiting } from "../../parts/states.tsx";
import { dayOf, longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { type Registered, registerQuery } from "./documents.ts";

/** Advice that the provider answers with reasons (law 8). */
const asksAnswer = new Set<string>(["NEGATIVE", "POSITIVE_WITH_POINTS"]);

/** What came of it, in the order in which it happened. */
function Outcome({ one }: { one: Registered }) {
  const say = useSay();
  const { language } = useLanguage();
  const { advice, conferredOn, ended, respondedOn, response, right } = one;
  const day = (text: string) => longDate(text, language);
  return (
    <>
      {advice ? (
        <p>
          <strong>{say(`web-verdict-${advice.verdict.toLowerCase()}`)}</strong>
          {advice.on && <span className="soft"> · {day(advice.on)}</span>}
        </p>
      ) : (
        <p>{say(right === "INFORMATION" ? "web-register-informed" : "web-register-unanswered")}</p>
      )}
      {advice?.text && <p className="quote">{advice.text}</p>}
      {advice?.minority && (
        <p className="quote">
          {say("web-consult-minority")}: {advice.minority}
        </p>
      )}
      {ended && (
        <>
          <p className="soft small">{say("web-register-ended")}</p>
          <p className="quote">{ended}</p>
        </>
      )}
      {conferredOn && <p>{say("web-consult-now-conferred", { date: day(conferredOn) })}</p>}
      {response && (
        <>
          <p>
            <strong>{say(`web-following-${response.following.toLowerCase()}-done`)}</strong>
            {respondedOn && <span className="soft"> · {day(dayOf(respondedOn))}</span>}
          </p>
          {response.reason && <p className="quote">{response.reason}</p>}
        </>
      )}
      {advice && !response && asksAnswer.has(advice.verdict) && (
        <p className="soft">{say("web-register-no-response")}</p>
      )}
    </>
  );
}

/** *Wat gebeurde er met het advies?* Everything that bodies were asked and said, also of earlier gates (C10). */
export default function Register({ project: id }: { project: string }) {
  const say = useSay();
  const { language } = useLanguage();
  const [{ data, error }] = useQuery({ query: registerQuery, variables: { project: id } });
  if (!data) return error ? <p>{say("error-unavailable")}</p> : <Waiting />;
  const list = data.project?.consultationRegister ?? [];
  if (list.length === 0) return <p className="soft">{say("web-register-empty")}</p>;
  return (
    <ol className="rows">
      {list.map((one) => {
        const { beganAt, body, due, gate, number, question, right } = one;
        const details = [
          say("web-register-began", { date: longDate(dayOf(beganAt), language) }),
          due && say("web-register-due", { date: longDate(due, language) }),
          gate?.name,
        ].filter(Boolean);
        return (
          <li key={number} className="row plain-row">
            <div className="body">
              <p className="title">
                {say("web-register-named", { number })}
                {": "}
                {say(`web-consult-name-${question ? right.toLowerCase() : "own"}`, { body: body.name })}
              </p>
              <p className="soft small">{details.join(" · ")}</p>
              {question && <p>{question}</p>}
              <Outcome one={one} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}
