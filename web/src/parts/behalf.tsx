import { useQuery } from "urql";
import { judgeCriterion } from "../pages/criterion/documents.ts";
import { reviewRevision } from "../pages/document/documents.ts";
import { useSay } from "../texts/language.tsx";
import { ActForm } from "./act-form.tsx";
import type { Field, TypedFields } from "./asking.ts";
import { behalfQuery } from "./behalf-documents.ts";
import type { Judged } from "./judge.tsx";
import { behalfInput, behalfPoints, onBehalfFields, type Present } from "./on-behalf.ts";

interface Party {
  key: string;
  name: string;
}

/** The people of a party, of whom one gave the answer. */
export function usePeople(project: string, party: string): readonly Present[] {
  const [{ data }] = useQuery({ query: behalfQuery, variables: { project } });
  return data?.project?.involvement.find((one) => one.party.key === party)?.people ?? [];
}

type Answer = "MET" | "NOT_MET" | "NOT_APPLICABLE";
type Verdict = "APPROVE" | "REQUEST_CHANGES";

const why = (say: ReturnType<typeof useSay>, needed: string, needs: (typed: TypedFields) => boolean): Field[] => [
  {
    name: "reden",
    kind: "area",
    label: needed,
    hint: say("web-visible-to-all"),
    missing: say("web-consult-reason-missing"),
    when: needs,
  },
  {
    name: "toelichting",
    kind: "area",
    label: say("web-judge-reason"),
    hint: say("web-visible-to-all"),
    when: (typed) => !needs(typed),
  },
];

/** A party's answer on a criterion, entered for who gave it elsewhere (law 14). */
export function JudgeBehalf(props: {
  project: string;
  criterion: Judged;
  party: Party;
  round: number | null;
  seen: { artefact: string; hash: string }[];
  onDone: () => void;
}) {
  const { project, criterion, party, round, seen, onDone } = props;
  const say = useSay();
  const people = usePeople(project, party.key);
  const answers: Answer[] = criterion.notApplicableAllowed ? ["MET", "NOT_MET", "NOT_APPLICABLE"] : ["MET", "NOT_MET"];
  const id = `namens-${criterion.key}-${party.key}`;
  const fields: Field[] = [
    ...onBehalfFields(project, people, say),
    {
      name: "antwoord",
      kind: "choice",
      label: say("web-behalf-answer", { party: party.name }),
      missing: say("web-judge-choose"),
      options: answers.map((value) => ({ value, label: say(`web-answer-${value.toLowerCase()}`) })),
    },
    {
      name: "bewijs",
      kind: "choice",
      label: say("web-judge-proof"),
      start: "PAPER",
      when: ({ antwoord }) => criterion.proof === "PRACTICE" && antwoord === "MET",
      options: (["PAPER", "PRACTICE"] as const).map((value) => ({ value, label: say(`proof-${value.toLowerCase()}`) })),
    },
    ...why(
      say,
      say("web-judge-reason-needed"),
      ({ antwoord }) => antwoord === "NOT_MET" || antwoord === "NOT_APPLICABLE",
    ),
  ];
  return (
    <ActForm
      id={id}
      kept={`behalf-${project}-${criterion.key}-${party.key}`}
      document={judgeCriterion}
      fields={fields}
      also={(typed) => behalfPoints(id, typed, say)}
      input={(typed) => ({
        projectId: project,
        criterion: criterion.key,
        party: party.key,
        answer: typed.antwoord as Answer,
        proof: typed.bewijs === "PRACTICE" ? ("PRACTICE" as const) : ("PAPER" as const),
        motivation: (typed.reden || typed.toelichting || "").trim() || null,
        seenRound: round,
        seenRevisions: seen,
        onBehalf: behalfInput(typed),
      })}
      check={{ title: say("web-consult-review"), lead: say("web-consult-review-lead") }}
      button={say("web-judge-send")}
      project={project}
      onDone={onDone}
    >
      <p className="soft">{say("web-behalf-lead")}</p>
    </ActForm>
  );
}

/** A party's review, entered for who gave it elsewhere (law 14). */
export function ReviewBehalf(props: {
  project: string;
  artefact: { key: string; hash: string; number: number };
  party: Party;
  onDone: () => void;
}) {
  const { project, artefact, party, onDone } = props;
  const say = useSay();
  const people = usePeople(project, party.key);
  const id = `namens-${party.key}`;
  const fields: Field[] = [
    ...onBehalfFields(project, people, say),
    {
      name: "oordeel",
      kind: "choice",
      label: say("web-review-question", { number: artefact.number }),
      missing: say("web-review-choose"),
      options: (["APPROVE", "REQUEST_CHANGES"] as const).map((value) => ({
        value,
        label: say(`verdict-${value.toLowerCase()}`),
      })),
    },
    ...why(say, say("web-review-note-needed"), ({ oordeel }) => oordeel === "REQUEST_CHANGES"),
  ];
  return (
    <ActForm
      id={id}
      kept={`behalf-${project}-${artefact.key}-${party.key}`}
      document={reviewRevision}
      fields={fields}
      also={(typed) => behalfPoints(id, typed, say)}
      input={(typed) => ({
        projectId: project,
        artefact: artefact.key,
        party: party.key,
        verdict: typed.oordeel as Verdict,
        note: (typed.reden || typed.toelichting || "").trim() || null,
        seenRevision: artefact.hash,
        onBehalf: behalfInput(typed),
      })}
      check={{ title: say("web-consult-review"), lead: say("web-consult-review-lead") }}
      button={say("web-review-send")}
      project={project}
      onDone={onDone}
    >
      <p className="soft">{say("web-behalf-lead")}</p>
    </ActForm>
  );
}
