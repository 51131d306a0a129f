import type { TadaDocumentNode } from "gql.tada";
import type { Field, TypedFields } from "../../parts/asking.ts";
import { daysAhead, longDate } from "../../texts/dates.ts";
import type { Language } from "../../texts/files.ts";
import type { Say } from "../../texts/language.tsx";
import * as acts from "./act-documents.ts";
import type { Consultation, ConsultationProject } from "./documents.ts";

export type Action = Consultation["viewerCan"][number];

/** One thing that can be done in a consultation, as a form. */
export interface ActOf {
  document: TadaDocumentNode<object, { input: Record<string, unknown> }>;
  fields: readonly Field[];
  input: (typed: TypedFields) => Record<string, unknown>;
  /** A formal act is looked at once more before it is recorded. */
  formal?: boolean;
}

interface Around {
  project: ConsultationProject;
  consultation: Consultation;
  say: Say;
  language: Language;
}

/** Mutations differ in their input; a form fills exactly the one that it was made for. */
const sends = (document: object) => document as ActOf["document"];

const reason = (say: Say, label: string): Field => ({
  name: "reden",
  kind: "area",
  label: say(label),
  hint: say("web-visible-to-all"),
  missing: say("web-consult-reason-missing"),
});

/** The furthest end of a term that the engine takes. */
const TERM_DAYS = 366;

const until = (say: Say, consultation: Consultation): Field => ({
  name: "datum",
  kind: "date",
  label: say("web-consult-until"),
  missing: say("web-consult-until-missing"),
  start: consultation.extensionAsked ?? "",
  min: daysAhead(1),
  max: daysAhead(TERM_DAYS),
});

/** What a body says: the answer, why, and what a minority thinks. */
export function adviceFields(verdicts: readonly string[], say: Around["say"], hints: boolean): Field[] {
  return [
    {
      name: "oordeel",
      kind: "choice",
      label: say("web-establish-verdict"),
      missing: say("web-establish-verdict-missing"),
      options: verdicts.map((verdict) => ({
        value: verdict,
        label: say(`web-verdict-${verdict.toLowerCase()}`),
        ...(hints ? { hint: say(`web-verdict-${verdict.toLowerCase()}-hint`) } : {}),
      })),
    },
    {
      name: "tekst",
      kind: "area",
      rows: 6,
      label: say("web-establish-text"),
      hint: say("web-establish-text-hint"),
      missing: say("web-establish-text-missing"),
    },
    {
      name: "minderheid",
      kind: "area",
      label: say("web-establish-minority"),
      hint: say("web-establish-minority-hint"),
    },
  ];
}

function establish({ consultation, project, say }: Around): ActOf {
  const { number, verdicts } = consultation;
  const fields = adviceFields(verdicts, say, true);
  const input = ({ oordeel = "", tekst = "", minderheid = "" }: TypedFields) => ({
    projectId: project.id,
    consultation: number,
    seenRevisions: consultation.exhibits.map(({ hash, kind }) => ({ artefact: kind.key, hash })),
    advice: { verdict: oordeel, text: tekst, minority: minderheid.trim() || null },
  });
  return { document: sends(acts.establishAdvice), fields, input, formal: true };
}

function respond({ consultation, language, project, say }: Around): ActOf {
  const { body, conferredOn, number, waitingDays } = consultation;
  const deviates = ({ volgt }: TypedFields) => volgt === "PARTLY" || volgt === "NOT_FOLLOWED";
  const follows = [
    say(conferredOn ? "web-respond-conferred" : "web-respond-confer-first", {
      body: body.name,
      date: conferredOn ? longDate(conferredOn, language) : "",
    }),
    waitingDays > 0
      ? say("web-respond-waits", { count: waitingDays, date: longDate(daysAhead(waitingDays), language) })
      : say("web-respond-waits-not"),
  ];
  const fields: Field[] = [
    {
      name: "volgt",
      kind: "choice",
      label: say("web-respond-question", { body: body.name }),
      missing: say("web-respond-missing"),
      options: (["FOLLOWED", "PARTLY", "NOT_FOLLOWED"] as const).map((value) => ({
        value,
        label: say(`web-following-${value.toLowerCase()}`),
        hint: value === "FOLLOWED" ? say("web-respond-followed") : follows.join(" "),
      })),
    },
    {
      name: "reden",
      kind: "area",
      rows: 6,
      label: say("web-respond-reason"),
      hint: say("web-respond-reason-hint", { body: body.name }),
      missing: say("web-respond-reason-missing"),
    },
    {
      name: "gelezen",
      kind: "tick",
      label: say("web-respond-sure"),
      when: deviates,
      missing: say("web-respond-sure-missing"),
    },
  ];
  const input = ({ volgt = "", reden = "" }: TypedFields) => ({
    projectId: project.id,
    consultation: number,
    following: volgt,
    reason: reden,
  });
  return { document: sends(acts.respondToAdvice), fields, input, formal: true };
}

function chooseTerm({ consultation, language, project, say }: Around): ActOf {
  const { dueBefore, number, term } = consultation;
  const date = (text: string | undefined | null) => (text ? longDate(text, language) : "");
  const fields: Field[] = [
    {
      name: "keuze",
      kind: "choice",
      label: say("web-term-question"),
      missing: say("web-term-missing"),
      options: [
        { value: "RESTART", label: say("web-term-restart", { date: date(term?.due) }) },
        { value: "EXTEND", label: say("web-term-extend") },
        { value: "KEEP", label: say("web-term-keep", { date: date(dueBefore) }) },
      ],
    },
    {
      name: "datum",
      kind: "date",
      label: say("web-consult-until"),
      missing: say("web-consult-until-missing"),
      when: ({ keuze }) => keuze === "EXTEND",
      ...(dueBefore && { min: dueBefore }),
      ...(term && { max: term.due }),
    },
  ];
  const input = ({ keuze = "", datum = "" }: TypedFields) => ({
    projectId: project.id,
    consultation: number,
    choice: keuze,
    until: keuze === "EXTEND" ? datum : null,
  });
  return { document: sends(acts.chooseTerm), fields, input };
}

function accept({ consultation, project, say }: Around): ActOf {
  const documents = project.artefacts.filter(({ current }) => current);
  const fields: Field[] = [
    {
      name: "samenvatting",
      kind: "area",
      rows: 8,
      label: say("web-ask-summary"),
      hint: say("web-ask-summary-hint"),
      missing: say("web-ask-summary-missing"),
    },
    {
      name: "documenten",
      kind: "many",
      label: say("web-ask-documents"),
      options: documents.map(({ kind }) => ({ value: kind.key, label: kind.name })),
    },
  ];
  const input = ({ samenvatting = "", documenten = "" }: TypedFields) => ({
    projectId: project.id,
    consultation: consultation.number,
    summary: samenvatting,
    documents: documenten.split(" ").filter(Boolean),
  });
  return { document: sends(acts.acceptRequest), fields, input, formal: true };
}

function confirm({ consultation, project }: Around): ActOf {
  const seen = consultation.exhibits.flatMap(({ kind }) => {
    const current = project.artefacts.find((artefact) => artefact.kind.key === kind.key)?.current;
    return current ? [{ artefact: kind.key, hash: current.hash }] : [];
  });
  const input = () => ({ projectId: project.id, consultation: consultation.number, seenRevisions: seen });
  return { document: sends(acts.confirmAdvice), fields: [], input };
}

/** Something that happened on a day, in words. */
function happenedOn(
  { consultation, project, say }: Around,
  document: object,
  words: { name: "note" | "text"; day: string; text: string; hint: string },
): ActOf {
  const fields: Field[] = [
    { name: "dag", kind: "date", label: words.day, missing: say("web-consult-day-missing"), max: daysAhead(0) },
    { name: "tekst", kind: "area", label: words.text, hint: words.hint, missing: say("web-consult-text-missing") },
  ];
  const input = ({ dag = "", tekst = "" }: TypedFields) => ({
    projectId: project.id,
    consultation: consultation.number,
    on: dag,
    [words.name]: tekst,
  });
  return { document: sends(document), fields, input };
}

/** The form of an action. */
export function actOf(action: Action, around: Around): ActOf {
  const { consultation, project, say } = around;
  const on = { projectId: project.id, consultation: consultation.number };
  const withReason = (document: object, label: string): ActOf => ({
    document: sends(document),
    fields: [reason(say, label)],
    input: ({ reden = "" }) => ({ ...on, reason: reden }),
  });
  switch (action) {
    case "ACCEPT_REQUEST":
      return accept(around);
    case "DECLINE_REQUEST":
      return { ...withReason(acts.declineRequest, "web-consult-decline-why"), formal: true };
    case "GIVE_OPINION": {
      const opinion: Field = {
        name: "mening",
        kind: "area",
        rows: 6,
        label: say("web-opinion-label"),
        hint: say("web-opinion-hint", { body: consultation.body.name }),
        missing: say("web-opinion-missing"),
      };
      return {
        document: sends(acts.giveOpinion),
        fields: [opinion],
        input: ({ mening = "" }) => ({ ...on, opinion: mening }),
      };
    }
    case "ESTABLISH_ADVICE":
      return establish(around);
    case "ASK_EXTENSION":
      return {
        document: sends(acts.askExtension),
        fields: [{ ...until(say, consultation), start: "" }, reason(say, "web-consult-extension-why")],
        input: ({ datum = "", reden = "" }) => ({ ...on, until: datum, reason: reden }),
      };
    case "EXTEND_TERM":
      return {
        document: sends(acts.extendTerm),
        fields: [until(say, consultation)],
        input: ({ datum = "" }) => ({ ...on, until: datum }),
      };
    case "KEEP_TERM":
      return withReason(acts.keepTerm, "web-consult-keep-why");
    case "REVISE_SUMMARY":
      return {
        document: sends(acts.reviseSummary),
        fields: consultation.summaryRevision
          ? []
          : [
              {
                name: "samenvatting",
                kind: "area",
                rows: 8,
                start: consultation.summary ?? "",
                label: say("web-ask-summary"),
                hint: say("web-consult-revise-hint"),
                missing: say("web-ask-summary-missing"),
              },
            ],
        input: ({ samenvatting = "" }) => ({
          ...on,
          summary: samenvatting.trim() && samenvatting !== consultation.summary ? samenvatting : null,
        }),
      };
    case "CHOOSE_TERM":
      return chooseTerm(around);
    case "RECORD_NO_ANSWER":
      return {
        document: sends(acts.recordNoAnswer),
        fields: [{ name: "noot", kind: "area", label: say("web-no-answer-note") }],
        input: ({ noot = "" }) => ({ ...on, note: noot.trim() || null }),
        formal: true,
      };
    case "CONFER":
      return happenedOn(around, acts.confer, {
        name: "note",
        day: say("web-confer-day"),
        text: say("web-confer-text"),
        hint: say("web-confer-hint"),
      });
    case "RESPOND_TO_ADVICE":
      return respond(around);
    case "WITHDRAW_CONSULTATION":
      return { ...withReason(acts.withdrawConsultation, "web-consult-withdraw-why"), formal: true };
    case "SUBSTITUTE_CONSENT":
      return {
        ...happenedOn(around, acts.substituteConsent, {
          name: "text",
          day: say("web-substitute-day"),
          text: say("web-substitute-text"),
          hint: say("web-substitute-hint"),
        }),
        formal: true,
      };
    case "CONFIRM_ADVICE":
      return confirm(around);
  }
}

/** What somebody most likely comes to do stands open; the rest unfolds. */
const FIRST: readonly Action[] = [
  "CHOOSE_TERM",
  "CONFIRM_ADVICE",
  "ACCEPT_REQUEST",
  "CONFER",
  "RESPOND_TO_ADVICE",
  "ESTABLISH_ADVICE",
  "GIVE_OPINION",
];

/** The actions in the order in which they come up; the first may stand open. */
export function ordered(actions: readonly Action[], conferred: boolean): Action[] {
  const rank = (action: Action) => {
    // After the conversation the response comes first; before it, the conversation does.
    if (conferred && action === "CONFER") return FIRST.length;
    const at = FIRST.indexOf(action);
    return at === -1 ? FIRST.length + 1 : at;
  };
  return [...actions].sort((left, right) => rank(left) - rank(right));
}

/** What is only entered for somebody else by who writes down what a body did. */
export const recordable = new Set<Action>(["GIVE_OPINION", "ESTABLISH_ADVICE", "CONFER", "CONFIRM_ADVICE"]);
