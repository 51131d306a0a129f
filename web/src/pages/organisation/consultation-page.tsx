import { createLazyRoute, Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { Heading } from "../../app/heading.tsx";
import { ActForm } from "../../parts/act-form.tsx";
import { Crumbs } from "../../parts/crumbs.tsx";
import { Said, useSaid } from "../../parts/said.tsx";
import { Failed, NotFound, Waiting } from "../../parts/states.tsx";
import { StatusWord } from "../../parts/status.tsx";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { type Action, actOf, ordered } from "../consultation/acts.ts";
import type { ConsultationProject } from "../consultation/documents.ts";
import { Advised, Asked, Opinions, Responded } from "../consultation/dossier.tsx";
import { consultationName, markOf, standingText, wordOf } from "../consultation/standing.ts";
import { type OwnConsultation, ownConsultationsQuery, workOnOwnConsultation } from "./consultation-documents.ts";
import { ownInput } from "./own-act.ts";

/** Where a consultation of a project has its project, one of the organisation has nothing. */
const nowhere: ConsultationProject = {
  id: "",
  title: "",
  version: 0,
  consultation: null,
  consultationsToOpen: [],
  artefacts: [],
  involvement: [],
};

/** What it is about: versions of funnels, and evidence with its revision. */
function About({ one, supplier }: { one: OwnConsultation; supplier: (key: string) => string }) {
  const say = useSay();
  const names = one.about.map(({ evidence, funnel, revision }) => {
    if (funnel) return say("web-funnel-version", { name: funnel.name, version: funnel.version });
    const name = [evidence?.name, evidence?.supplier && supplier(evidence.supplier)].filter(Boolean).join(": ");
    return revision ? `${name}, ${say("web-version", { number: revision })}` : name;
  });
  return (
    <section className="card" aria-labelledby="waarover">
      <h2 id="waarover">{say("web-own-advice-about")}</h2>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </section>
  );
}

function Standing({ one }: { one: OwnConsultation }) {
  const say = useSay();
  const { language } = useLanguage();
  const rows: [string, string][] = [
    [say("web-consult-right"), say(`web-right-word-${one.right.toLowerCase()}`)],
    [say("web-consult-asked-on"), longDate(one.openedAt, language)],
  ];
  if (one.term) rows.push([say("web-consult-due"), longDate(one.term.due, language)]);
  return (
    <section className="card" aria-labelledby="stand">
      <h2 id="stand">{say("web-consult-standing")}</h2>
      <p className="standing">
        <StatusWord state={markOf(one)} word={wordOf(one, say)} />
      </p>
      <p>{standingText(one, say, language)}</p>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Doing({ one, action, onDone }: { one: OwnConsultation; action: Action; onDone: () => void }) {
  const say = useSay();
  const { language } = useLanguage();
  const { fields, formal } = actOf(action, { project: nowhere, consultation: one, say, language });
  const word = action.toLowerCase();
  return (
    <ActForm
      id={word.replaceAll("_", "-")}
      kept={`own-consultation-${one.number}-${word}`}
      document={workOnOwnConsultation}
      fields={fields}
      input={(typed) => ownInput(action, one.number, typed, one.summary)}
      {...(formal && { check: { title: say("web-consult-review"), lead: say("web-consult-review-lead") } })}
      button={say(`web-act-${word}`)}
      onDone={onDone}
    >
      {action !== "ASK_EXTENSION" && <p className="soft">{say(`web-act-${word}-lead`, { body: one.body.name })}</p>}
    </ActForm>
  );
}

function View({ one, supplier }: { one: OwnConsultation; supplier: (key: string) => string }) {
  const say = useSay();
  const [said, tell] = useSaid();
  const stage = `${one.step}-${one.conferredOn ?? ""}-${one.extensionAsked ?? ""}-${one.opinions.length}`;
  return (
    <div className="reading">
      <Crumbs>
        {[
          <Link key="organisation" to="/organisatie">
            {say("web-nav-organisation")}
          </Link>,
          <span key="number">{say("web-register-named", { number: one.number })}</span>,
        ]}
      </Crumbs>
      <Heading title={consultationName(one, say)} />
      <Said said={said} />
      <Standing one={one} />
      <About one={one} supplier={supplier} />
      <Asked project={nowhere} consultation={one} />
      <Advised consultation={one} />
      <Responded consultation={one} />
      <Opinions consultation={one} />
      {ordered(one.viewerCan, one.conferredOn !== null).map((action, index) => (
        <details key={`${action}-${stage}`} className="card" open={index === 0}>
          <summary>
            <h2>{say(`web-act-${action.toLowerCase()}`)}</h2>
          </summary>
          <Doing one={one} action={action} onDone={() => tell(say("web-own-advice-acted"))} />
        </details>
      ))}
    </div>
  );
}

/** What was answered and settled is read in the timeline of the organisation. */
function Over() {
  const say = useSay();
  return (
    <div className="reading">
      <Heading title={say("web-own-advice")} />
      <p>{say("web-own-advice-over")}</p>
      <p>
        <Link to="/organisatie" hash="tijdlijn">
          {say("web-consult-timeline")}
        </Link>
      </p>
    </div>
  );
}

function Page() {
  const { number } = route.useParams();
  const [{ data, error }, refetch] = useQuery({ query: ownConsultationsQuery });
  if (!data) return error ? <Failed again={() => refetch({ requestPolicy: "network-only" })} /> : <Waiting />;
  const { consultations, suppliers } = data.organisation;
  const one = consultations.find((known) => `${known.number}` === number);
  const supplier = (key: string) => suppliers.find((known) => known.key === key)?.name ?? key;
  if (one) return <View key={number} one={one} supplier={supplier} />;
  return /^[1-9]\d*$/.test(number) ? <Over /> : <NotFound />;
}

export const route = createLazyRoute("/inside/organisatie/advies/$number")({ component: Page });
