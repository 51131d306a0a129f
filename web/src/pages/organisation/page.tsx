import { createLazyRoute } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useQuery } from "urql";
import { Heading } from "../../app/heading.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Failed, Waiting } from "../../parts/states.tsx";
import { useSay } from "../../texts/language.tsx";
import { Away } from "./away.tsx";
import { type OrganisationPage as Data, organisationQuery } from "./documents.ts";
import { EvidenceList } from "./evidence.tsx";
import { Bodies, Suppliers } from "./others.tsx";

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
  const [said, setSaid] = useState<string>();
  const part = { organisation: data.organisation, done: setSaid };
  // The part that an address names is there only now.
  useEffect(() => {
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <div className="reading">
      <Heading title={data.organisation.name} />
      <OneSentence data={data} />
      <div role="status">
        {said && (
          <Notice tone="good">
            <p>{said}</p>
          </Notice>
        )}
      </div>
      <Away {...part} page={data} />
      <EvidenceList {...part} />
      <Suppliers {...part} />
      <Bodies {...part} />
    </div>
  );
}

function OrganisationPage() {
  const [{ data, error }, refetch] = useQuery({ query: organisationQuery });
  if (data) return <OrganisationView data={data} />;
  return error ? <Failed again={() => refetch({ requestPolicy: "network-only" })} /> : <Waiting />;
}

export const route = createLazyRoute("/inside/organisatie")({ component: OrganisationPage });
