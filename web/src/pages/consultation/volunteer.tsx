import { createLazyRoute, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { Heading } from "../../app/heading.tsx";
import { ActForm } from "../../parts/act-form.tsx";
import type { Field } from "../../parts/asking.ts";
import { Choices } from "../../parts/choice.tsx";
import { Notice } from "../../parts/notice.tsx";
import { ProjectCrumbs } from "../../parts/project-crumbs.tsx";
import { Failed, NotFound, Waiting } from "../../parts/states.tsx";
import { useSay } from "../../texts/language.tsx";
import { adviceFields } from "./acts.ts";
import { requestConsultation, type VolunteerProject, volunteerAdvice, volunteerQuery } from "./documents.ts";

type Way = "ask" | "advise";
type Verdict = "POSITIVE" | "POSITIVE_WITH_POINTS" | "NEGATIVE";
const verdicts: readonly Verdict[] = ["POSITIVE", "POSITIVE_WITH_POINTS", "NEGATIVE"];

/** A body begins by itself: it asks to be asked, or advises at once (ongevraagd advies). */
function Own({ project, body }: { project: VolunteerProject; body: { key: string; name: string } }) {
  const say = useSay();
  const navigate = useNavigate();
  const [way, setWay] = useState<Way>();
  const on = { projectId: project.id, body: body.key };
  const go = (numbers: readonly { number: number }[]) =>
    navigate({
      to: "/projecten/$project/advies/$number",
      params: { project: project.id, number: String(Math.max(0, ...numbers.map(({ number }) => number))) },
    });
  const question: Field = {
    name: "vraag",
    kind: "area",
    label: say("web-own-question"),
    hint: say("web-visible-to-all"),
    missing: say("web-ask-question-missing"),
  };
  const advice = adviceFields(verdicts, say, false);
  return (
    <div className="reading">
      <ProjectCrumbs project={project} />
      <Heading title={say("web-own-title", { body: body.name })} />
      <section className="card">
        <Choices
          id="wat"
          label={say("web-own-way")}
          value={way}
          options={[
            { value: "ask", label: say("web-own-way-ask"), hint: say("web-own-way-ask-hint") },
            { value: "advise", label: say("web-own-way-advise"), hint: say("web-own-way-advise-hint") },
          ]}
          onChange={setWay}
        />
        {way === "ask" && (
          <ActForm
            id="verzoek"
            kept={`request-${project.id}-${body.key}`}
            document={requestConsultation}
            fields={[question]}
            input={({ vraag = "" }) => ({ ...on, question: vraag })}
            button={say("web-own-send-ask")}
            project={project.id}
            onDone={({ requestConsultation: { project: after } }) => go(after.consultations)}
          />
        )}
        {way === "advise" && (
          <ActForm
            id="ongevraagd"
            kept={`volunteer-${project.id}-${body.key}`}
            document={volunteerAdvice}
            fields={advice}
            input={({ oordeel, tekst = "", minderheid = "" }) => ({
              ...on,
              advice: { verdict: oordeel as Verdict, text: tekst, minority: minderheid.trim() || null },
            })}
            check={{
              title: say("web-consult-review"),
              lead: say("web-consult-review-lead"),
              rows: [
                [say("web-project"), project.title],
                [say("web-decision-for"), body.name],
              ],
            }}
            button={say("web-own-send-advise")}
            project={project.id}
            onDone={({ volunteerAdvice: { project: after } }) => go(after.consultations)}
          />
        )}
      </section>
    </div>
  );
}

function VolunteerPage() {
  const say = useSay();
  const { project: id } = route.useParams();
  const { raad } = route.useSearch();
  const [{ data, error }, refetch] = useQuery({ query: volunteerQuery, variables: { project: id } });
  if (!data) return error ? <Failed again={() => refetch({ requestPolicy: "network-only" })} /> : <Waiting />;
  const { project } = data;
  if (!project) return <NotFound />;
  const body = project.viewerCanVolunteerFor.find(({ key }) => key === raad) ?? project.viewerCanVolunteerFor[0];
  if (body) return <Own key={body.key} project={project} body={body} />;
  return (
    <div className="reading">
      <ProjectCrumbs project={project} />
      <Heading title={say("web-consult")} />
      <Notice>{say("web-own-nobody")}</Notice>
    </div>
  );
}

export const route = createLazyRoute("/inside/projecten/$project/advies/zelf")({ component: VolunteerPage });
