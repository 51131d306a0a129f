import { Link } from "@tanstack/react-router";
import { StatusWord } from "../../parts/status.tsx";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { consultationName, markOf, standingText, wordOf } from "../consultation/standing.ts";
import type { DecisionProject } from "./documents.ts";

/** What bodies say stands beside the choice, with what was answered to it (law 8). */
export function DecisionAdvice({ project }: { project: DecisionProject }) {
  const say = useSay();
  const { language } = useLanguage();
  const { consultations, id } = project;
  if (consultations.length === 0) return null;
  return (
    <>
      <h2 className="after-rows">{say("web-consult")}</h2>
      <ul className="rows">
        {consultations.map((one) => (
          <li className="row plain-row" key={one.number}>
            <div className="body">
              <p>
                <Link to="/projecten/$project/advies/$number" params={{ project: id, number: String(one.number) }}>
                  {consultationName(one, say)}
                </Link>
              </p>
              <p className="standing small">
                <StatusWord state={markOf(one)} word={wordOf(one, say)} />
              </p>
              {one.advice?.text && <p className="quote small">{one.advice.text}</p>}
              <p className="soft small">{standingText(one, say, language)}</p>
              {one.response?.reason && <p className="quote small">{one.response.reason}</p>}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
