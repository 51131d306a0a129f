import { createLazyRoute, Link, useNavigate } from "@tanstack/react-router";
import { useQuery } from "urql";
import { openGate } from "../../api/gate.ts";
import { useChanges, useSeen } from "../../app/changes.ts";
import { Heading } from "../../app/heading.tsx";
import { useKept } from "../../app/kept.ts";
import { Notice } from "../../parts/notice.tsx";
import { ProjectCrumbs } from "../../parts/project-crumbs.tsx";
import { Failed, NotFound, Waiting } from "../../parts/states.tsx";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { CheckPage } from "./check.tsx";
import { ChoosePage } from "./choose.tsx";
import { type DecisionProject, type DecisionReadiness, decisionQuery, type Viewer } from "./documents.ts";
import { DecisionEvidence } from "./evidence.tsx";
import { offerValue } from "./offer.ts";
import { missingIn, nothingTyped, type Typed } from "./promises.ts";
import { whoDecides } from "./who.ts";

function Decision(props: { project: DecisionProject; readiness: DecisionReadiness; viewer: Viewer }) {
  const { project, readiness, viewer } = props;
  const say = useSay();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { stap } = route.useSearch();
  const { gate } = readiness;
  const [typed, keep, forget] = useKept<Typed>(`decision-${project.id}-${gate.key}-${readiness.round}`, nothingTyped);
  const [digest, seenAnew] = useSeen(readiness.digest);
  const offer = readiness.offers.find((candidate) => offerValue(candidate) === typed.choice);
  // What is open may change meanwhile: then there is more to agree on, and the form says what.
  const checking = stap === "controle" && offer?.allowed && missingIn(offer, typed, readiness, say).length === 0;
  const params = { project: project.id };
  // Who may not decide may still write down what the party decided elsewhere.
  const members = project.involvement.find(({ party }) => party.key === gate.decidedBy.key)?.people ?? [];
  const people = !readiness.viewerCanDecide && readiness.viewerCanRecordDecision ? members : undefined;
  return (
    <div className={checking ? "reading" : ""}>
      <ProjectCrumbs project={project} />
      {checking ? (
        <CheckPage
          key="check"
          project={project}
          readiness={readiness}
          typed={typed}
          offer={offer}
          digest={digest}
          people={people}
          onConflict={seenAnew}
          onDone={(reference) => {
            forget();
            navigate({
              to: "/projecten/$project/besluit/$reference",
              params: { ...params, reference: String(reference) },
            });
          }}
        />
      ) : (
        <>
          <Heading title={gate.question} />
          <p className="lead">
            {say("web-decision-by", { party: gate.decidedBy.name, date: longDate(readiness.due, language) })}
          </p>
          <div className="split">
            <DecisionEvidence project={project} readiness={readiness} />
            {readiness.viewerCanDecide || people ? (
              <ChoosePage
                project={project}
                readiness={readiness}
                typed={typed}
                keep={keep}
                people={people}
                onNext={() => navigate({ to: "/projecten/$project/besluit", params, search: { stap: "controle" } })}
              />
            ) : (
              <div className="main">
                <Notice>{whoDecides(project, readiness, viewer, say)}</Notice>
              </div>
            )}
          </div>
        </>
      )}
    </div>
  );
}

function DecisionPage() {
  const say = useSay();
  const { project: id } = route.useParams();
  const [{ data, error }, refetch] = useQuery({ query: decisionQuery, variables: { project: id } });
  const again = () => refetch({ requestPolicy: "network-only" });
  useChanges(again, id);
  if (!data) return error ? <Failed again={again} /> : <Waiting />;
  const { project } = data;
  if (!project) return <NotFound />;
  const readiness = openGate(project.readiness);
  if (readiness) {
    const key = readiness.round + project.phase.key;
    return <Decision key={key} project={project} readiness={readiness} viewer={data.viewer} />;
  }
  return (
    <>
      <Heading title={say("web-decision")} />
      <p>{say("web-now-no-gate", { phase: project.phase.name })}</p>
      <p>
        <Link to="/projecten/$project" params={{ project: id }}>
          {project.title}
        </Link>
      </p>
    </>
  );
}

export const route = createLazyRoute("/inside/projecten/$project/besluit")({ component: DecisionPage });
