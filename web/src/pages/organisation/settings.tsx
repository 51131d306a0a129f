import { ActForm } from "../../parts/act-form.tsx";
import type { Field, TypedFields } from "../../parts/asking.ts";
import { many } from "../../parts/asking.ts";
import { Notice } from "../../parts/notice.tsx";
import type { Point } from "../../parts/summary.tsx";
import { listed } from "../../texts/dates.ts";
import { type Say, useLanguage, useSay } from "../../texts/language.tsx";
import { defineEvidence, type EvidenceKind, type Organisation, setBoard } from "./documents.ts";
import { count, keyOf, type Part, partyOptions, Unfold } from "./shared.tsx";

/** The longest that a judgement may count, as the API takes it. */
const VALID_DAYS = 3660;

function kindFields(organisation: Organisation, kind: EvidenceKind | undefined, say: Say): Field[] {
  const options = partyOptions(organisation);
  return [
    {
      name: "naam",
      kind: "line",
      label: say("web-kind-name"),
      start: kind?.nameNl ?? "",
      missing: say("web-kind-name-missing"),
    },
    {
      name: "name",
      kind: "line",
      label: say("web-kind-name-en"),
      hint: say("web-kind-name-en-hint"),
      start: kind?.nameEn ?? "",
    },
    {
      name: "wiens",
      kind: "choice",
      label: say("web-kind-whose"),
      start: kind ? (kind.ofSupplier ? "leverancier" : "eigen") : "",
      missing: say("web-kind-whose-missing"),
      options: [
        { value: "eigen", label: say("web-kind-own") },
        { value: "leverancier", label: say("web-kind-supplier") },
      ],
    },
    {
      name: "indienen",
      kind: "many",
      label: say("web-kind-submitted"),
      start: kind?.submittedBy.map(({ key }) => key).join(" ") ?? "",
      missing: say("web-kind-submitted-missing"),
      options,
    },
    {
      name: "beoordelen",
      kind: "pick",
      label: say("web-kind-judged"),
      hint: say("web-kind-judged-hint"),
      start: kind?.judgedBy.key ?? "",
      missing: say("web-kind-judged-missing"),
      options,
    },
    {
      name: "dagen",
      kind: "number",
      label: say("web-kind-days"),
      hint: say("web-kind-days-hint"),
      start: kind?.validDays ? String(kind.validDays) : "",
    },
  ];
}

/** What is wrong about a kind beside empty fields. */
export function kindPoints(
  id: string,
  kind: EvidenceKind | undefined,
  { dagen = "", naam = "" }: TypedFields,
  say: Say,
) {
  const points: Point[] = [];
  if (naam.trim() && !kind && !keyOf(naam)) points.push({ text: say("web-kind-name-missing"), field: `${id}-naam` });
  if (dagen.trim() && count(dagen, 1, VALID_DAYS) === undefined)
    points.push({ text: say("web-number-wrong", { least: 1, most: VALID_DAYS }), field: `${id}-dagen` });
  return points;
}

function KindForm({ organisation, kind, done }: Part & { kind?: EvidenceKind }) {
  const say = useSay();
  const id = `soort-${kind?.key ?? "nieuw"}`;
  return (
    <ActForm
      key={JSON.stringify(kind)}
      id={id}
      kept={`evidence-kind-${kind?.key ?? ""}`}
      document={defineEvidence}
      fields={kindFields(organisation, kind, say)}
      also={(typed) => kindPoints(id, kind, typed, say)}
      input={({ naam = "", name = "", wiens, indienen, beoordelen = "", dagen = "" }) => ({
        kind: kind?.key ?? keyOf(naam),
        nameNl: naam,
        nameEn: name.trim() || naam,
        ofSupplier: wiens === "leverancier",
        submittedBy: many(indienen),
        judgedBy: beoordelen,
        validDays: count(dagen, 1, VALID_DAYS) ?? null,
      })}
      button={say("web-kind-send")}
      second
      onDone={() => done(say("web-kind-done"))}
    />
  );
}

/** Which evidence the organisation keeps: what its funnels ask for is offered with one button (law 12). */
export function EvidenceKinds({ organisation, done }: Part) {
  const say = useSay();
  const { language } = useLanguage();
  const { evidenceKinds, evidenceKindsWanted } = organisation;
  return (
    <section className="card" aria-labelledby="soorten">
      <h2 id="soorten">{say("web-kinds")}</h2>
      <p className="soft">{say("web-kinds-lead")}</p>
      {evidenceKindsWanted.length > 0 && (
        <Notice tone="warn">
          <p>{say("web-kinds-wanted", { count: evidenceKindsWanted.length })}</p>
        </Notice>
      )}
      <ul className="rows">
        {evidenceKindsWanted.map((kind) => (
          <li key={kind.key} className="row plain-row">
            <div className="body">
              <p className="title">{kind.name}</p>
              <p className="soft small">{say("web-kinds-wanted-row", { party: kind.judgedBy.name })}</p>
              <Unfold name={say("web-kind-adopt")} about={kind.name}>
                <KindForm organisation={organisation} kind={kind} done={done} />
              </Unfold>
            </div>
          </li>
        ))}
        {evidenceKinds.map((kind) => (
          <li key={kind.key} className="row plain-row">
            <div className="body">
              <p className="title">{kind.name}</p>
              <p className="soft small">
                {[
                  say("web-kind-who", {
                    submit: listed(
                      kind.submittedBy.map(({ name }) => name),
                      language,
                    ),
                    judge: kind.judgedBy.name,
                  }),
                  kind.ofSupplier && say("web-kind-per-supplier"),
                  kind.validDays && say("web-kind-valid", { count: kind.validDays }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
              <Unfold name={say("web-kind-change")} about={kind.name}>
                <KindForm organisation={organisation} kind={kind} done={done} />
              </Unfold>
            </div>
          </li>
        ))}
      </ul>
      <Unfold name={say("web-kind-add")}>
        <KindForm organisation={organisation} done={done} />
      </Unfold>
    </section>
  );
}

/** Which party adopts improvement plans (law 3). */
export function Board({ organisation, done }: Part) {
  const say = useSay();
  const { board } = organisation;
  return (
    <section className="card" aria-labelledby="bestuur">
      <h2 id="bestuur">{say("web-board-title")}</h2>
      <p>{board ? say("web-board", { party: board.name }) : say("web-board-none")}</p>
      <Unfold name={say(board ? "web-board-change" : "web-board-choose")}>
        <ActForm
          key={board?.key}
          id="bestuur-keuze"
          kept="board"
          document={setBoard}
          fields={[
            {
              name: "partij",
              kind: "pick",
              label: say("web-board-question"),
              start: board?.key ?? "",
              missing: say("web-away-party-missing"),
              options: partyOptions(organisation),
            },
          ]}
          input={({ partij = "" }) => ({ party: partij })}
          button={say("web-board-send")}
          second
          onDone={() => done(say("web-board-done"))}
        />
      </Unfold>
    </section>
  );
}
