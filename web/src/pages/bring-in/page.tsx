import { createLazyRoute, Link, useNavigate } from "@tanstack/react-router";
import { useQuery } from "urql";
import { Heading } from "../../app/heading.tsx";
import { ActForm } from "../../parts/act-form.tsx";
import type { Field } from "../../parts/asking.ts";
import { Crumbs } from "../../parts/crumbs.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Failed, Waiting } from "../../parts/states.tsx";
import { daysAhead } from "../../texts/dates.ts";
import { useSay } from "../../texts/language.tsx";
import { bringInProject, bringInQuery } from "./documents.ts";
import { BringInTabs } from "./parts.tsx";

/** The furthest date of what is missing, as the engine allows. */
const LATEST_DAYS = 730;

/** A project that exists already comes in once, in its real phase; what is missing becomes agreements (law 1). */
function BringIn() {
  const say = useSay();
  const navigate = useNavigate();
  const [{ data, error }, refetch] = useQuery({ query: bringInQuery });
  if (!data) return error ? <Failed again={() => refetch({ requestPolicy: "network-only" })} /> : <Waiting />;
  const people = data.people.edges.map(({ node }) => ({ value: node.id, label: `${node.name}, ${node.function}` }));
  const phasesOf = (funnel: string | undefined) => data.funnels.find(({ id }) => id === funnel)?.phases ?? [];
  const only = data.funnels.length === 1 ? (data.funnels[0]?.id ?? "") : "";
  // The phases follow from the funnel: one question for each funnel, of which one is asked.
  const phases = data.funnels.map(
    ({ id }): Field => ({
      name: `fase-${id}`,
      kind: "pick",
      label: say("web-bring-phase"),
      hint: say("web-bring-phase-hint"),
      missing: say("web-bring-phase-missing"),
      options: phasesOf(id).map(({ key, name }) => ({ value: key, label: name })),
      when: ({ trechter }) => trechter === id,
    }),
  );
  const fields: Field[] = [
    {
      name: "titel",
      kind: "line",
      label: say("web-new-title"),
      hint: say("web-new-title-hint"),
      missing: say("web-new-title-missing"),
    },
    {
      name: "samenvatting",
      kind: "area",
      label: say("web-new-summary"),
      hint: say("web-new-summary-hint"),
      missing: say("web-new-summary-missing"),
    },
    {
      name: "trechter",
      kind: "pick",
      label: say("web-new-funnel"),
      missing: say("web-new-funnel-missing"),
      start: only,
      options: data.funnels.map(({ id, name, version }) => ({
        value: id,
        label: say("web-funnel-version", { name, version }),
      })),
    },
    ...phases,
    {
      name: "leider",
      kind: "pick",
      label: say("web-new-lead"),
      missing: say("web-bring-lead-missing"),
      options: people,
    },
    {
      name: "waarom",
      kind: "area",
      label: say("web-bring-why"),
      hint: say("web-bring-why-hint"),
      missing: say("web-consult-reason-missing"),
    },
    {
      name: "wie",
      kind: "pick",
      label: say("web-bring-owner"),
      hint: say("web-bring-owner-hint"),
      missing: say("web-bring-owner-missing"),
      options: people,
    },
    {
      name: "datum",
      kind: "date",
      label: say("web-bring-due"),
      missing: say("web-promise-due-missing"),
      min: daysAhead(1),
      max: daysAhead(LATEST_DAYS),
    },
  ];
  return (
    <div className="reading">
      <Crumbs>
        {[
          <Link key="projects" to="/projecten">
            {say("web-nav-projects")}
          </Link>,
        ]}
      </Crumbs>
      <Heading title={say("web-bring")} />
      <BringInTabs />
      <p className="lead">{say("web-bring-lead")}</p>
      {data.viewer.viewerCanBringIn ? (
        <ActForm
          id="inbrengen"
          kept="bring-in"
          document={bringInProject}
          fields={fields}
          input={(typed) => ({
            title: typed.titel ?? "",
            summary: typed.samenvatting ?? "",
            funnelId: typed.trechter ?? "",
            phase: typed[`fase-${typed.trechter}`] ?? "",
            leadId: typed.leider ?? "",
            reason: typed.waarom ?? "",
            ownerId: typed.wie ?? "",
            due: typed.datum ?? "",
          })}
          check={{ title: say("web-bring-check"), lead: say("web-bring-check-lead"), top: true }}
          button={say("web-bring-send")}
          onDone={({ bringInProject: { project } }) =>
            navigate({ to: "/projecten/$project", params: { project: project.id } })
          }
        />
      ) : (
        <Notice>
          <p>{say("web-bring-others")}</p>
        </Notice>
      )}
    </div>
  );
}

export const route = createLazyRoute("/inside/projecten/inbrengen")({ component: BringIn });
