import { createLazyRoute, Link } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { useQuery } from "urql";
import { usePages } from "../../api/pages.ts";
import { useChanges } from "../../app/changes.ts";
import { Heading } from "../../app/heading.tsx";
import { Failed, Waiting } from "../../parts/states.tsx";
import { Tabs } from "../../parts/tabs.tsx";
import { useSay } from "../../texts/language.tsx";
import { AgendaPage } from "./agenda.tsx";
import { agendaQuery, type Body, meetsQuery } from "./documents.ts";
import { arranged, isOn } from "./plan.ts";
import { useMeeting } from "./typed.ts";

// Each step is fetched when it is reached: forms weigh more than a list.
const CheckMeeting = lazy(() => import("./check.tsx").then((step) => ({ default: step.CheckMeeting })));
const ItemPage = lazy(() => import("./item.tsx").then((step) => ({ default: step.ItemPage })));
const RecordPage = lazy(() => import("./minutes.tsx").then((step) => ({ default: step.RecordPage })));

/** What a meeting is for, for whoever holds none. */
function NoMeeting() {
  const say = useSay();
  return (
    <div className="reading">
      <Heading title={say("web-meeting")} />
      <p className="lead">{say("web-meeting-what")}</p>
      <p>{say("web-meeting-none")}</p>
      <p>
        <Link to="/projecten">{say("web-meeting-to-projects")}</Link>
      </p>
    </div>
  );
}

/** The meeting of one body: its agenda, what was decided, and the last look before it is recorded. */
function MeetingOf({ body, bodies, viewer }: { body: Body; bodies: readonly Body[]; viewer: string }) {
  const say = useSay();
  const { punt, stap } = route.useSearch();
  const pages = usePages(agendaQuery, { party: body.key, first: 20 }, (data) => data.agenda);
  const { data, error, nodes, next, refetch } = pages;
  const again = () => refetch({ requestPolicy: "network-only" });
  useChanges(again);
  const [meeting, change, putAway] = useMeeting(body.key);
  // An agenda is read to its end: what is on it is chosen from all of it.
  useEffect(() => {
    next?.();
  }, [next]);
  if (!data) return error ? <Failed again={again} /> : <Waiting />;
  if (!data.agenda) return <NoMeeting />;
  const items = arranged(nodes, meeting.order);
  const on = items.filter((item) => isOn(meeting, item));
  const shared = { body, members: data.agenda.members, items, on, meeting, change };
  const tabs = bodies.map(({ key, name }) => ({
    text: name,
    place: { to: "/vergadering" as const, search: { orgaan: key } },
    here: key === body.key,
  }));
  if (stap) {
    return (
      // Named by its step, so that the step before goes at once and the heading of this one gets the focus.
      <Suspense key={`${stap} ${punt ?? ""}`} fallback={<Waiting />}>
        {stap === "controle" && <CheckMeeting {...shared} viewer={viewer} onPutAway={putAway} />}
        {stap === "vastleggen" && punt && <ItemPage key={punt} id={punt} {...shared} />}
        {stap === "vastleggen" && !punt && <RecordPage {...shared} />}
      </Suspense>
    );
  }
  return (
    <>
      <Heading title={say("web-meeting-of", { body: body.name })} />
      {bodies.length > 1 && <Tabs name={say("web-meeting-bodies")} tabs={tabs} />}
      <AgendaPage {...shared} />
    </>
  );
}

function MeetingPage() {
  const { orgaan } = route.useSearch();
  const [{ data, error }, refetch] = useQuery({ query: meetsQuery });
  if (!data) return error ? <Failed again={() => refetch({ requestPolicy: "network-only" })} /> : <Waiting />;
  const { meets, person } = data.viewer;
  const body = meets.find(({ key }) => key === orgaan) ?? meets[0];
  if (!body) return <NoMeeting />;
  return <MeetingOf key={body.key} body={body} bodies={meets} viewer={person.id} />;
}

export const route = createLazyRoute("/inside/vergadering")({ component: MeetingPage });
