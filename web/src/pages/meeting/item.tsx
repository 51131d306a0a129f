import { Link, useNavigate } from "@tanstack/react-router";
import { useQuery } from "urql";
import { type Open, openGate } from "../../api/gate.ts";
import { useChanges, useSeen } from "../../app/changes.ts";
import { Heading } from "../../app/heading.tsx";
import { Choices } from "../../parts/choice.tsx";
import { Crumbs } from "../../parts/crumbs.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Failed, NotFound, Waiting } from "../../parts/states.tsx";
import type { Point } from "../../parts/summary.tsx";
import { type Say, useSay } from "../../texts/language.tsx";
import { ChoosePage } from "../decision/choose.tsx";
import { type DecisionProject, type DecisionReadiness, decisionQuery } from "../decision/documents.ts";
import { DecisionEvidence } from "../decision/evidence.tsx";
import { offerValue } from "../decision/offer.ts";
import { useOwners } from "../decision/owners.ts";
import { decisionInput, nothingTyped, planOf, promisedOf, type Typed } from "../decision/promises.ts";
import type { AgendaItem, AgendaMember } from "./documents.ts";
import { type Chosen, countVotes, type ItemTyped, presentOf, type Vote } from "./plan.ts";
import { changeItem, type Shared } from "./typed.ts";

const NOT_TREATED = "NIET";

/** The agreements of what was chosen, each in words with who sees to it. */
function promisesOf(
  project: DecisionProject,
  readiness: DecisionReadiness,
  typed: Typed,
  nameOf: (id: string) => string,
): Chosen["promises"] {
  const deferred = planOf(readiness).demands.map(({ key, name }) => ({
    name,
    ...promisedOf(typed, key, project.lead.id),
  }));
  const extras = typed.extras.map((one) => ({ name: "", ...one }));
  return [...deferred, ...extras].map(({ due, name, owner, text }) => ({
    name: [name, text.trim()].filter(Boolean).join(": "),
    who: nameOf(owner || project.lead.id),
    due,
  }));
}

/** How each of those who were there voted. */
function Votes(props: {
  present: readonly AgendaMember[];
  needed: number;
  votes: Record<string, Vote>;
  error: string | undefined;
  onChange: (votes: Record<string, Vote>) => void;
}) {
  const { present, needed, votes, error, onChange } = props;
  const say = useSay();
  const { inFavour } = countVotes(
    votes,
    present.map(({ person }) => person.id),
  );
  return (
    <fieldset className={error ? "block wrong" : "block"} id="stemmen">
      <legend>{say("web-meeting-votes")}</legend>
      <p className="soft">{say("web-meeting-votes-lead", { count: needed })}</p>
      {error && <span className="error">{error}</span>}
      {present.map(({ person }) => (
        <Choices
          key={person.id}
          id={`stem-${person.id}`}
          label={person.name}
          value={votes[person.id]}
          options={(["for", "against", "abstained"] as const).map((value) => ({
            value,
            label: say(`web-meeting-vote-${value}`),
          }))}
          onChange={(vote) => onChange({ ...votes, [person.id]: vote })}
        />
      ))}
      {inFavour.length > 0 && inFavour.length < needed && (
        <Notice tone="warn">{say("web-meeting-votes-few", { count: inFavour.length, needed })}</Notice>
      )}
    </fieldset>
  );
}

function missingVotes(present: readonly AgendaMember[], votes: Record<string, Vote>, say: Say): Point[] {
  const silent = present.filter(({ person }) => !votes[person.id]);
  if (silent.length > 0) {
    return silent.map(({ person }) => ({
      text: say("web-meeting-vote-missing", { name: person.name }),
      field: `stem-${person.id}`,
    }));
  }
  const none = !Object.values(votes).includes("for");
  return none ? [{ text: say("web-meeting-votes-none"), field: "stemmen" }] : [];
}

/** The decision on one item: what the gate offers, with everything that a decision asks, or that it was not treated. */
function Decide(props: {
  shared: Shared;
  listed: AgendaItem;
  project: DecisionProject;
  readiness: Open<DecisionReadiness>;
  item: ItemTyped | undefined;
}) {
  const { shared, listed, project, readiness, item } = props;
  const { body, change, meeting, members } = shared;
  const say = useSay();
  const navigate = useNavigate();
  const { people } = useOwners();
  const [digest] = useSeen(readiness.digest);
  const typed: Typed = { ...nothingTyped, ...item?.typed };
  const votes = item?.votes ?? {};
  const put = changeItem(change, project.id, project.title);
  const keep = (part: Partial<Typed>) => put({ typed: { ...typed, ...part } });
  const present = presentOf(meeting, members);
  const gate = listed.project.readiness;
  const enters = readiness.viewerCanRecordDecision;
  const needed = gate?.votesNeeded ?? null;
  const nameOf = (id: string) =>
    people.find((person) => person.id === id)?.name ?? (id === project.lead.id ? project.lead.name : "");

  function save() {
    const offer = readiness.offers.find((candidate) => offerValue(candidate) === typed.choice);
    if (typed.choice === NOT_TREATED || !offer) {
      put({ typed, notTreated: true, chosen: undefined });
    } else {
      const conditional = offer.outcome === "CONDITIONAL_GO";
      const chosen: Chosen = {
        round: readiness.round,
        digest,
        gate: { key: readiness.gate.key, name: readiness.gate.name },
        offer: { outcome: offer.outcome, leadsTo: offer.leadsTo },
        phase: project.phase,
        input: decisionInput(project, readiness, offer, typed),
        promises: conditional ? promisesOf(project, readiness, typed, nameOf) : [],
        votesNeeded: needed,
        chairDecides: gate?.gate?.chairDecides ?? false,
        lead: project.lead.id,
        enters,
      };
      put({ typed, votes, chosen, notTreated: false, outcome: undefined });
    }
    navigate({ to: "/vergadering", search: { orgaan: body.key, stap: "vastleggen" }, hash: `regel-${project.id}` });
  }
  const votesAsked = needed !== null && enters;
  return (
    <div className="split">
      <DecisionEvidence project={project} readiness={readiness} />
      {readiness.viewerCanDecide || enters ? (
        <ChoosePage
          project={project}
          readiness={readiness}
          typed={typed}
          keep={keep}
          people={undefined}
          other={{
            value: NOT_TREATED,
            label: say("web-meeting-not-treated"),
            hint: say("web-meeting-not-treated-hint"),
          }}
          {...(votesAsked && {
            more: {
              fields: (
                <Votes
                  present={present}
                  needed={needed}
                  votes={votes}
                  error={undefined}
                  onChange={(next) => put({ votes: next })}
                />
              ),
              missing: () => missingVotes(present, votes, say),
            },
          })}
          button={say("web-meeting-keep")}
          onNext={save}
        />
      ) : (
        <div className="main">
          <Notice>{say("web-meeting-not-yours", { lead: project.lead.name })}</Notice>
        </div>
      )}
    </div>
  );
}

/** One item of the meeting, with everything that the page of its decision shows. */
export function ItemPage({ id, ...shared }: Shared & { id: string }) {
  const { body, items, meeting } = shared;
  const say = useSay();
  const [{ data, error }, refetch] = useQuery({ query: decisionQuery, variables: { project: id } });
  const again = () => refetch({ requestPolicy: "network-only" });
  useChanges(again, id);
  const listed = items.find(({ project }) => project.id === id);
  if (!data) return error ? <Failed again={again} /> : <Waiting />;
  const { project } = data;
  if (!project) return <NotFound />;
  const search = { orgaan: body.key };
  const readiness = openGate(project.readiness);
  return (
    <>
      <Crumbs>
        {[
          <Link key="meeting" to="/vergadering" search={search}>
            {say("web-meeting-of", { body: body.name })}
          </Link>,
          <Link key="record" to="/vergadering" search={{ ...search, stap: "vastleggen" }}>
            {say("web-meeting-record")}
          </Link>,
        ]}
      </Crumbs>
      <Heading title={project.title} />
      {readiness && listed ? (
        <>
          <p className="lead">{readiness.gate.question}</p>
          <Decide
            key={readiness.round + project.phase.key}
            shared={shared}
            listed={listed}
            project={project}
            readiness={readiness}
            item={meeting.items[id]}
          />
        </>
      ) : (
        <Notice>{say("web-meeting-gone", { phase: project.phase.name })}</Notice>
      )}
    </>
  );
}
