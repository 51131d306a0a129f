import { createLazyRoute } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { useQuery } from "urql";
import { Heading } from "../../app/heading.tsx";
import { Said, useSaid } from "../../parts/said.tsx";
import { Failed, Waiting } from "../../parts/states.tsx";
import { useSay } from "../../texts/language.tsx";
import { OwnConsultations, OwnTasks } from "./advice.tsx";
import { type OrganisationPage as Data, organisationQuery } from "./documents.ts";
import { EvidenceList } from "./evidence.tsx";

const EvidenceKinds = lazy(() => import("./settings.tsx").then((file) => ({ default: file.EvidenceKinds })));
const Board = lazy(() => import("./settings.tsx").then((file) => ({ default: file.Board })));
const Away = lazy(() => import("./away.tsx").then((file) => ({ default: file.Away })));
const Bodies = lazy(() => import("./others.tsx").then((file) => ({ default: file.Bodies })));
const Suppliers = lazy(() => import("./others.tsx").then((file) => ({ default: file.Suppliers })));
const Timeline = lazy(() => import("./timeline.tsx"));

/** How the evidence stands, in one sentence. */
function OneSentence({ data }: { data: Data }) {
  const say = useSay();
  const { evidence } = data.organisation;
  const fit = evidence.filter(({ standing }) => standing === "VALID").length;
  return (
    <p className="lead">
      {say("web-organisation-sentence", { fit, count: evidence.length })}{" "}
      {evidence.length > fit && <strong>{say("web-organisation-gap", { count: evidence.length - fit })}</strong>}
    </p>
  );
}

function OrganisationView({ data }: { data: Data }) {
  const [said, tell] = useSaid();
  const part = { organisation: data.organisation, done: tell };
  const configures = data.organisation.viewerCanConfigure;
  // The part that an address names is there only now.
  useEffect(() => {
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <div className="reading">
      <Heading title={data.organisation.name} />
      <OneSentence data={data} />
      <Said said={said} />
      <OwnTasks organisation={data.organisation} />
      <EvidenceList {...part} />
      <Suspense fallback={<Waiting />}>
        {configures && <EvidenceKinds {...part} />}
        <Suppliers {...part} />
        <Bodies {...part} />
        <OwnConsultations {...part} />
        {configures && <Board {...part} />}
        <Away {...part} page={data} />
        <Timeline key={data.organisation.version} />
      </Suspense>
    </div>
  );
}

function OrganisationPage() {
  const [{ data, error }, refetch] = useQuery({ query: organisationQuery });
  if (data) return <OrganisationView data={data} />;
  return error ? <Failed again={() => refetch({ requestPolicy: "network-only" })} /> : <Waiting />;
}

export const route = createLazyRoute("/inside/organisatie")({ component: OrganisationPage });
