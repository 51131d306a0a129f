import { createLazyRoute } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { useQuery } from "urql";
import { useChanges } from "../../app/changes.ts";
import { Heading } from "../../app/heading.tsx";
import { ProjectCrumbs } from "../../parts/project-crumbs.tsx";
import { Said, useSaid } from "../../parts/said.tsx";
import { Failed, NotFound, Waiting } from "../../parts/states.tsx";
import { useSay } from "../../texts/language.tsx";
import { Changes } from "./changes.tsx";
import { type UseProject, useQueryDocument } from "./documents.ts";
import { Duties } from "./duties.tsx";
import { EarlyFlags } from "./early.tsx";
import { Holding } from "./holding.tsx";
import { Rollouts } from "./rollouts.tsx";
import { Signals } from "./signals.tsx";

// Few projects are ever used before their gate decided.
const Emergency = lazy(() => import("./emergency.tsx"));

function Use({ project }: { project: UseProject }) {
  const say = useSay();
  const [said, tell] = useSaid();
  const part = { project, done: tell };
  const { live, suspensions } = project.inUse;
  const state = suspensions.length > 0 ? "held" : live ? "live" : "not";
  // The part that an address names is there only now.
  useEffect(() => {
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <div className="reading">
      <ProjectCrumbs project={project} />
      <Heading title={say("web-use")} />
      <p className="lead">{say(`web-use-${state}`, { phase: project.phase.name })}</p>
      <Said said={said} />
      <EarlyFlags project={project} />
      <Holding {...part} />
      <Suspense fallback={null}>
        <Emergency {...part} />
      </Suspense>
      <Signals {...part} />
      <Changes {...part} />
      <Rollouts {...part} />
      <Duties {...part} />
    </div>
  );
}

function UsePage() {
  const { project: id } = route.useParams();
  const [{ data, error }, refetch] = useQuery({ query: useQueryDocument, variables: { project: id } });
  const again = () => refetch({ requestPolicy: "network-only" });
  useChanges(again, id);
  if (!data) return error ? <Failed again={again} /> : <Waiting />;
  return data.project ? <Use project={data.project} /> : <NotFound />;
}

export const route = createLazyRoute("/inside/projecten/$project/gebruik")({ component: UsePage });
