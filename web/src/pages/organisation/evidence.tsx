import { Link } from "@tanstack/react-router";
import { names } from "../../api/names.ts";
import { ActForm } from "../../parts/act-form.tsx";
import { type Field, filesOf } from "../../parts/asking.ts";
import { Files } from "../../parts/files.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Mark, StatusWord } from "../../parts/status.tsx";
import { daysAhead, longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { adoptPlan, judgeEvidence, type OwnEvidence, submitEvidence } from "./documents.ts";
import { marks, type Part, Unfold } from "./shared.tsx";

/** The furthest date of a plan, as the engine allows. */
const PLAN_DAYS = 730;

/** Refusals name evidence by its key, and whose it is; people read its name. */
const known = ({ of: { kind, name, supplier } }: OwnEvidence) =>
  names({ key: kind, name }, supplier ? { key: `${kind}@${supplier}`, name } : null);

function Submit({ one, done }: { one: OwnEvidence; done: Part["done"] }) {
  const say = useSay();
  const { kind, name, supplier } = one.of;
  const fields: Field[] = [
    {
      name: "tekst",
      kind: "area",
      label: say("web-evidence-text"),
      hint: say("web-evidence-text-hint"),
    },
    {
      name: "bestanden",
      kind: "files",
      label: say("web-evidence-files"),
      hint: say("web-evidence-files-hint"),
      place: { evidence: kind, ...(supplier && { supplier }) },
      several: true,
    },
    { name: "datum", kind: "date", label: say("web-evidence-until"), hint: say("web-evidence-until-hint") },
  ];
  return (
    <Unfold name={say(one.revision ? "web-evidence-submit-next" : "web-evidence-submit")} about={name}>
      <ActForm
        id={`bewijs-${kind}-${supplier ?? ""}`}
        kept={`evidence-${kind}-${supplier ?? ""}`}
        document={submitEvidence}
        known={known(one)}
        fields={fields}
        // A file says enough by itself; a text beside it may help who judges.
        also={({ tekst = "", bestanden }) =>
          tekst.trim() || filesOf(bestanden).length > 0
            ? []
            : [{ text: say("web-evidence-text-missing"), field: `bewijs-${kind}-${supplier ?? ""}-tekst` }]
        }
        input={({ tekst = "", bestanden, datum = "" }) => ({
          kind,
          supplier,
          text: tekst.trim() || null,
          fileIds: filesOf(bestanden).map(({ id }) => id),
          validUntil: datum || null,
        })}
        button={say("web-evidence-send")}
        second
        onDone={() => done(say("web-evidence-sent", { name }))}
      />
    </Unfold>
  );
}

function Judge({ one, done }: { one: OwnEvidence; done: Part["done"] }) {
  const say = useSay();
  const { kind, name, supplier } = one.of;
  const fields: Field[] = [
    {
      name: "genoeg",
      kind: "choice",
      label: say("web-evidence-enough"),
      missing: say("web-fact-choose"),
      options: [
        { value: "ja", label: say("web-evidence-enough-yes") },
        { value: "nee", label: say("web-evidence-enough-no") },
      ],
    },
    {
      name: "bewijs",
      kind: "choice",
      label: say("web-judge-proof"),
      start: "PAPER",
      options: (["PAPER", "PRACTICE"] as const).map((value) => ({
        value,
        label: say(`proof-${value.toLowerCase()}`),
      })),
    },
    {
      name: "reden",
      kind: "area",
      label: say("web-judge-reason-needed"),
      missing: say("web-judge-why"),
      when: ({ genoeg }) => genoeg === "nee",
    },
  ];
  return (
    <Unfold name={say("web-evidence-judge")} about={name}>
      <ActForm
        id={`oordeel-${kind}-${supplier ?? ""}`}
        kept={`judge-evidence-${kind}-${supplier ?? ""}-${one.revision}`}
        document={judgeEvidence}
        known={known(one)}
        fields={fields}
        input={({ genoeg, bewijs, reden = "" }) => ({
          kind,
          supplier,
          revision: one.revision ?? 0,
          sufficient: genoeg === "ja",
          proof: bewijs === "PRACTICE" ? ("PRACTICE" as const) : ("PAPER" as const),
          motivation: genoeg === "nee" ? reden : null,
        })}
        button={say("web-judge-send")}
        second
        onDone={() => done(say("web-evidence-judged", { name }))}
      />
    </Unfold>
  );
}

function Plan({ one, done }: { one: OwnEvidence; done: Part["done"] }) {
  const say = useSay();
  const { kind, name, supplier } = one.of;
  const fields: Field[] = [
    {
      name: "plan",
      kind: "area",
      label: say("web-plan-what"),
      missing: say("web-plan-what-missing"),
    },
    {
      name: "datum",
      kind: "date",
      label: say("web-promise-due"),
      missing: say("web-promise-due-missing"),
      min: daysAhead(1),
      max: daysAhead(PLAN_DAYS),
    },
  ];
  return (
    <Unfold name={say("web-plan-adopt")} about={name}>
      <ActForm
        id={`plan-${kind}-${supplier ?? ""}`}
        kept={`plan-${kind}-${supplier ?? ""}`}
        document={adoptPlan}
        known={known(one)}
        fields={fields}
        input={({ plan = "", datum = "" }) => ({ kind, supplier, plan, due: datum })}
        check={{ title: say("web-consult-review"), lead: say("web-plan-lead"), rows: [[say("web-evidence"), name]] }}
        button={say("web-plan-send")}
        onDone={() => done(say("web-plan-done"))}
      />
    </Unfold>
  );
}

function Row({ one, supplierName, done }: { one: OwnEvidence; supplierName: string | undefined; done: Part["done"] }) {
  const say = useSay();
  const { language } = useLanguage();
  const { judgement, kind, of, plan, revision, standing, submittedAt, text, usedBy, validUntil } = one;
  const state = marks[standing];
  const details = [
    revision && submittedAt
      ? say("web-evidence-version", { number: revision, date: longDate(submittedAt, language) })
      : undefined,
    validUntil && say("web-evidence-valid", { date: longDate(validUntil, language) }),
    kind && say("web-evidence-judges", { party: kind.judgedBy.name }),
  ].filter(Boolean);
  return (
    <li className="row">
      <Mark state={state} />
      <div className="body">
        <p className="title">{supplierName ? `${of.name}: ${supplierName}` : of.name}</p>
        {details.length > 0 && <p className="soft small">{details.join(" · ")}</p>}
        {text && <p className="quote">{text}</p>}
        <Files files={one.files} />
        {judgement && (
          <p className="small">
            {say(judgement.sufficient ? "web-evidence-enough-said" : "web-evidence-short-said", {
              who: judgement.by.name,
              date: longDate(judgement.at, language),
            })}
            {judgement.stale && ` ${say("web-review-stale")}`}
          </p>
        )}
        {judgement?.motivation && <p className="quote">{judgement.motivation}</p>}
        {plan && (
          <Notice tone={plan.inForce ? "info" : "warn"}>
            <p>
              <strong>{say("web-plan")}</strong>{" "}
              {say(plan.inForce ? "web-plan-until" : "web-plan-over", { date: longDate(plan.due, language) })}
            </p>
            {plan.text && <p className="quote">{plan.text}</p>}
          </Notice>
        )}
        {usedBy.length > 0 && (
          <details className="unfold small">
            <summary>{say("web-evidence-used", { count: usedBy.length })}</summary>
            <ul>
              {usedBy.map(({ id, title }) => (
                <li key={id}>
                  <Link to="/projecten/$project" params={{ project: id }}>
                    {title}
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        )}
        {one.viewerCanJudge && <Judge one={one} done={done} />}
        {one.viewerCanSubmit && <Submit one={one} done={done} />}
        {one.viewerCanAdoptPlan && <Plan one={one} done={done} />}
      </div>
      <div className="end">
        <StatusWord state={state} word={say(`web-standing-${standing.toLowerCase()}`)} />
      </div>
    </li>
  );
}

/** Evidence that is judged once and used by every project, with what is missing (laws 3 and 12). */
export function EvidenceList({ organisation, done }: Part) {
  const say = useSay();
  const { evidence, suppliers } = organisation;
  const nameOf = (key: string | null) => suppliers.find((one) => one.key === key)?.name ?? key ?? undefined;
  return (
    <section className="card" aria-labelledby="bewijs">
      <h2 id="bewijs">{say("web-evidence")}</h2>
      <p className="soft">{say("web-evidence-lead")}</p>
      {evidence.length === 0 && <p>{say("web-evidence-none")}</p>}
      <ul className="rows">
        {evidence.map((one) => (
          <Row
            key={`${one.of.kind} ${one.of.supplier ?? ""}`}
            one={one}
            supplierName={nameOf(one.of.supplier)}
            done={done}
          />
        ))}
      </ul>
    </section>
  );
}
