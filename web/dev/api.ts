import { readFileSync } from "node:fs";
import { buildSchema, GraphQLError, graphql } from "graphql";
import { criteria, ideaAnswers, kinds, parties, people, riskAnswers } from "./data.ts";

const schema = buildSchema(readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8"));
const now = () => new Date().toISOString();
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const day = (days: number) => inDays(days).slice(0, 10);
const plain = ({ of: _, ...person }: any) => person;
const who = (id: string) => plain(people.find((person) => person.id === id));
const refuse = (extensions: Record<string, unknown>): never => {
  throw new GraphQLError("refused", { extensions });
};

const revision = (number: number, answers: any, changedFields: string[], by = "lead") => ({
  number,
  answers,
  changedFields,
  stage: number > 1 ? "FINAL" : "CONCEPT",
  hash: `${number}`.repeat(64).slice(0, 64),
  files: [] as any[],
  authors: [who(by)],
  submittedBy: who(by),
  submittedAt: inDays(-6 + number * 2),
  reviewDue: day(number === 1 ? -2 : 6),
});
const state = {
  version: 1,
  lifecycle: "ACTIVE",
  phase: 0,
  sequence: 20,
  events: [] as any[],
  facts: { personal_data: null as any, impact: "klein" as any },
  artefacts: {
    idee: {
      revisions: [
        revision(1, ideaAnswers, []),
        revision(2, { ...ideaAnswers, doelgroep: "Volwassen cliënten op de opname en thuis" }, ["doelgroep"]),
      ],
      draft: null as any,
      reviews: [
        { party: parties.innovatie, revision: 1, verdict: "APPROVE", note: null, by: who("innovatie"), at: inDays(-3) },
      ] as any[],
    },
    risicoanalyse: { revisions: [revision(1, riskAnswers, [], "zorg")], draft: null as any, reviews: [] as any[] },
  } as Record<string, any>,
  judgements: {
    "past-in-zorg": {
      answer: "MET",
      proof: "PAPER",
      motivation: "Sluit aan bij onze visie.",
      by: who("zorg"),
      at: inDays(-3),
      restsOn: [{ kind: kinds[0], revision: 1, hash: "1" }],
    },
  } as Record<string, any>,
};
const phases = [
  { key: "idee", name: "Idee" },
  { key: "verkenning", name: "Verkenning" },
  { key: "selectie", name: "Selectie" },
  { key: "proef", name: "Proef" },
  { key: "invoering", name: "Invoering" },
  { key: "in-gebruik", name: "In gebruik" },
];
const gate = {
  key: "g0",
  name: "G0 Intake",
  question: "Gaan we dit idee verder verkennen?",
  decidedBy: parties.innovatie,
  goTo: phases[1],
};
const log = (kind: string, by: string, more: object = {}) => {
  state.version += 1;
  state.sequence += 1;
  state.events.unshift({
    id: `e${state.sequence}`,
    sequence: state.sequence,
    kind,
    at: now(),
    person: who(by),
    function: who(by).function,
    facts: [],
    hash: "ab".repeat(32),
    text: null,
    ...more,
  });
};
log("PROJECT_STARTED", "innovatie", { at: inDays(-8) });
log("REVISION_SUBMITTED", "lead", { artefact: kinds[0], revision: 1, at: inDays(-4) });
log("REVISION_REVIEWED", "innovatie", {
  artefact: kinds[0],
  party: parties.innovatie,
  revision: 1,
  verdict: "APPROVE",
  text: "Mooi idee. Ga zo door.",
  at: inDays(-3),
});

function api(viewer: string) {
  const me = people.find((person) => person.id === viewer) ?? people[0]!;
  const mine = (key: string) => (me.of as string[]).includes(key);
  const artefact = (kind: any): any => {
    const own = state.artefacts[kind.key];
    const current = own.revisions.at(-1) ?? null;
    const reviews = own.reviews.map((review: any) => ({ ...review, stale: review.revision !== current?.number }));
    const done = (key: string) => reviews.some((review: any) => review.party.key === key && !review.stale);
    return {
      id: kind.key,
      kind,
      neededNow: true,
      stageNeeded: "CONCEPT",
      current,
      reviews,
      viewerCanSubmit: viewer === "lead" || (kind.key === "risicoanalyse" && mine("zorg")),
      draft: own.draft,
      revisions: {
        edges: [...own.revisions].reverse().map((node: any) => ({ cursor: String(node.number), node })),
        pageInfo: { hasNextPage: false, endCursor: null },
      },
      revision: ({ number }: any) => own.revisions.find((entry: any) => entry.number === number) ?? null,
      viewerCanReviewFor: current ? kind.reviewedBy.filter((party: any) => mine(party.key) && !done(party.key)) : [],
    };
  };
  const artefacts = kinds.map(artefact);
  const documentCheck = (item: any) => {
    const { kind, current, reviews } = item;
    const of = (key: string) => reviews.find((review: any) => review.party.key === key);
    const blockers = kind.reviewedBy.flatMap((party: any) => {
      const review = of(party.key);
      const kindOf = !review
        ? "REVIEW_OPEN"
        : review.stale
          ? "REVIEW_STALE"
          : review.verdict === "REQUEST_CHANGES"
            ? "CHANGES_REQUESTED"
            : undefined;
      return kindOf
        ? [{ kind: kindOf, law: kindOf === "REVIEW_STALE" ? 4 : 2, artefact: kind, criterion: null, party }]
        : [];
    });
    const state_ =
      blockers.length === 0 ? "DONE" : blockers.some((b: any) => b.kind === "CHANGES_REQUESTED") ? "ADJUST" : "WAITING";
    return {
      state: state_,
      blocking: true,
      artefact: item,
      blockers,
      waitsFor: blockers.map((b: any) => ({ party: b.party, person: null })),
      since: current?.submittedAt,
      due: current?.reviewDue,
      viewerCanJudge: false,
      viewerCanConfirm: false,
    };
  };
  const criterionCheck = (criterion: any) => {
    const given = state.judgements[criterion.key];
    const stale =
      Boolean(given) && given.restsOn.some((e: any) => state.artefacts[e.kind.key].revisions.length > e.revision);
    const state_ = !given ? "WAITING" : stale ? "STALE" : given.answer === "NOT_MET" ? "ADJUST" : "DONE";
    const kind = !given ? "JUDGEMENT_OPEN" : stale ? "JUDGEMENT_STALE" : "NOT_MET";
    const blockers =
      state_ === "DONE" ? [] : [{ kind, law: stale ? 4 : 2, artefact: null, criterion, party: criterion.party }];
    return {
      state: state_,
      blocking: true,
      criterion,
      party: criterion.party,
      blockers,
      judgement: given ? { ...given, stale } : null,
      waitsFor: [{ party: criterion.party, person: null }],
      since: inDays(-3),
      due: day(9),
      viewerCanJudge: mine(criterion.party.key),
      viewerCanConfirm: stale && mine(criterion.party.key),
    };
  };
  const checks: any[] = [...artefacts.map(documentCheck), ...criteria.map(criterionCheck)];
  const blockers = checks.flatMap((check) => check.blockers);
  const open = state.lifecycle === "ACTIVE" && state.phase === 0;
  const tasks = checks.flatMap((check) =>
    check.blockers.map((b: any) => {
      const confirmable = b.kind.endsWith("STALE");
      return {
        id: `${b.kind}${b.artefact?.key ?? ""}${b.criterion?.key ?? ""}${b.party.key}`,
        kind: b.artefact ? "REVIEW" : "JUDGE",
        artefact: b.artefact,
        criterion: b.criterion,
        party: b.party,
        since: inDays(-2),
        due: check.due,
        late: check.due < day(0),
        confirmable,
        revision: check.artefact?.current?.number ?? null,
        project: { id: "p1", title: "Slaapcoach-app voor de kliniek" },
      };
    }),
  );
  const fact = (key: string, question: string, kind: string, levels: any[], heavier: any, confirmedBy: any) => {
    const value = (state.facts as any)[key];
    const light = value !== null && JSON.stringify(value) !== JSON.stringify(heavier);
    return {
      key,
      question,
      kind,
      levels,
      value,
      effective: light && confirmedBy ? heavier : (value ?? heavier),
      confirmed: false,
      confirmedBy,
      answeredBy: value === null ? null : who("lead"),
      viewerCanConfirm: Boolean(confirmedBy) && mine(confirmedBy.key),
    };
  };
  const levels = [
    { key: "klein", name: "Klein" },
    { key: "middel", name: "Middel" },
    { key: "groot", name: "Groot" },
  ];
  const project: any = {
    id: "p1",
    title: "Slaapcoach-app voor de kliniek",
    version: () => state.version,
    lifecycle: () => state.lifecycle,
    summary:
      "Een app die cliënten in de kliniek helpt om beter te slapen, met een slaapdagboek en oefeningen. De verpleging kijkt mee als de cliënt dat wil.",
    lead: who("lead"),
    phase: phases[state.phase],
    phaseSince: inDays(-8),
    createdAt: inDays(-8),
    updatedAt: now(),
    funnel: { id: "f1", key: "ggz", name: "Innovatietrechter ggz", version: 1 },
    phases: phases.map((phase, index) => ({
      phase,
      state: index < state.phase ? "DONE" : index === state.phase ? "CURRENT" : "LATER",
      enteredAt: index <= state.phase ? inDays(-8) : null,
    })),
    readiness: open
      ? {
          gate,
          round: 1,
          openedAt: inDays(-8),
          due: day(9),
          digest: `d${state.version}`,
          doneCount: checks.filter((c) => c.state === "DONE").length,
          totalCount: checks.length,
          checks,
          blockers,
          viewerCanDecide: mine("innovatie"),
          offers: [
            { outcome: "STOP", allowed: true, law: 10, leadsTo: null },
            { outcome: "REWORK", allowed: true, law: 10, leadsTo: phases[0] },
            { outcome: "GO", allowed: blockers.length === 0, law: 2, leadsTo: phases[1] },
          ],
        }
      : null,
    facts: [
      fact("personal_data", "Verwerkt dit project persoonsgegevens?", "BOOLEAN", [], true, null),
      fact("impact", "Hoe groot is de invloed op de zorg?", "LEVELS", levels, "groot", parties.kwaliteit),
    ],
    artefacts,
    artefact: ({ key }: any) => artefacts.find((item) => item.kind.key === key) ?? null,
    involvement: Object.values(parties).map((party) => ({
      party,
      since: inDays(-8),
      people: people.filter((p) => (p.of as string[]).includes(party.key)).map(plain),
    })),
    tasks: () => tasks,
    viewerCanAnswerFacts: viewer === "lead" || mine("innovatie"),
    timeline: () => ({
      edges: state.events.map((node) => ({ cursor: node.id, node })),
      pageInfo: { hasNextPage: false, endCursor: null },
    }),
  };
  const done = () => ({
    project: api(viewer).project({ id: "p1" }),
    receipt: { firstSequence: state.sequence, lastSequence: state.sequence, replayed: false },
  });
  const saw = (key: string, hash: string | null) => {
    const current = state.artefacts[key].revisions.at(-1);
    if ((current?.hash ?? null) !== hash)
      refuse({
        code: "CONFLICT",
        conflict: [{ kind: "revision", artefact: key, seen: hash, current: current?.hash, number: current?.number }],
      });
  };
  return {
    viewer: () => ({
      person: plain(me),
      organisation: { id: "o1", name: "Demo ggz De Wilgen", isDemo: true },
      roles: [],
      parties: [],
      viewerCanStartProject: mine("innovatie"),
      taskCounts: {
        waitingForMe: tasks.filter((t) => mine(t.party.key)).length,
        late: tasks.filter((t) => mine(t.party.key) && t.late).length,
        waitingForOthers: tasks.filter((t) => !mine(t.party.key)).length,
      },
    }),
    project: ({ id }: any) => (id === "p1" ? project : null),
    projects: ({ lifecycle }: any) => ({
      edges: lifecycle === state.lifecycle ? [{ cursor: "1", node: project }] : [],
      pageInfo: { hasNextPage: false, endCursor: null },
      totalCount: 1,
    }),
    tasks: ({ list }: any) => {
      const chosen =
        list === "DONE" ? [] : tasks.filter((task) => mine(task.party.key) === (list === "WAITING_FOR_ME"));
      return {
        edges: chosen.map((node) => ({ cursor: node.id, node })),
        pageInfo: { hasNextPage: false, endCursor: null },
        totalCount: chosen.length,
      };
    },
    funnels: () => [project.funnel],
    people: () => ({
      edges: people.map((node) => ({ cursor: node.id, node: plain(node) })),
      pageInfo: { hasNextPage: false, endCursor: null },
    }),
    startProject: done,
    answerFacts: ({ input }: any) => {
      for (const { fact: key, value } of input.answers) (state.facts as any)[key] = value;
      log("FACTS_ANSWERED", viewer, { facts: [{ key: "x", question: "x", value: 1 }] });
      return done();
    },
    confirmFact: done,
    saveDraft: ({ input }: any) => {
      const own = state.artefacts[input.artefact];
      if ((own.draft?.version ?? 0) !== input.version) refuse({ code: "CONFLICT", conflict: [{ kind: "draft" }] });
      own.draft = {
        version: input.version + 1,
        answers: input.answers,
        files: [],
        authors: [plain(me)],
        updatedAt: now(),
      };
      return { artefact: api(viewer).project({ id: "p1" }).artefact({ key: input.artefact }) };
    },
    submitRevision: ({ input }: any) => {
      const own = state.artefacts[input.artefact];
      saw(input.artefact, input.seenRevision);
      const form: any = kinds.find((kind) => kind.key === input.artefact)?.form;
      const missing = form.required.filter((name: string) => own.draft?.answers?.[name] === undefined);
      if (missing.length > 0)
        refuse({
          code: "FORM_INVALID",
          problems: missing.map((name: string) => ({
            path: `/${name}`,
            rule: "required",
            message: { nl: "Vul dit in.", en: "Fill this in." },
          })),
        });
      const before = own.revisions.at(-1)?.answers ?? {};
      const changed = Object.keys(own.draft.answers).filter(
        (name) => JSON.stringify(before[name]) !== JSON.stringify(own.draft.answers[name]),
      );
      if (changed.length === 0)
        refuse({
          code: "REJECTED",
          rejection: { rule: "nothing_changed", artefact: input.artefact },
          law: 4,
          args: { artefact: input.artefact },
          wayOut: { act: "correct" },
        });
      own.revisions.push({
        ...revision(own.revisions.length + 1, own.draft.answers, changed, viewer),
        stage: input.stage,
      });
      own.draft = null;
      log("REVISION_SUBMITTED", viewer, {
        artefact: kinds.find((kind) => kind.key === input.artefact),
        revision: own.revisions.length,
      });
      return done();
    },
    reviewRevision: ({ input }: any) => {
      const own = state.artefacts[input.artefact];
      saw(input.artefact, input.seenRevision);
      const current = own.revisions.at(-1);
      if (current.submittedBy.id === viewer)
        refuse({
          code: "REJECTED",
          rejection: { rule: "own_revision", artefact: input.artefact },
          law: 5,
          args: { artefact: input.artefact },
          wayOut: { act: "ask", need: "somebody_else" },
        });
      const review = {
        party: (parties as any)[input.party],
        revision: current.number,
        verdict: input.verdict,
        note: input.note,
        by: plain(me),
        at: now(),
      };
      own.reviews = [...own.reviews.filter((other: any) => other.party.key !== input.party), review];
      log("REVISION_REVIEWED", viewer, {
        ...review,
        person: plain(me),
        artefact: kinds.find((kind) => kind.key === input.artefact),
        text: input.note,
      });
      return done();
    },
    judgeCriterion: ({ input }: any) => {
      const criterion = criteria.find((one) => one.key === input.criterion)!;
      state.judgements[input.criterion] = {
        ...input,
        by: plain(me),
        at: now(),
        restsOn: criterion.restsOn.map(({ kind }: any) => ({
          kind,
          hash: "x",
          revision: state.artefacts[kind.key].revisions.length,
        })),
      };
      log("CRITERION_JUDGED", viewer, {
        criterion,
        party: criterion.party,
        answer: input.answer,
        text: input.motivation,
      });
      return done();
    },
    confirmAnswers: ({ input }: any) => {
      for (const key of input.criteria)
        for (const e of state.judgements[key].restsOn) e.revision = state.artefacts[e.kind.key].revisions.length;
      for (const key of input.artefacts)
        for (const r of state.artefacts[key].reviews)
          if (r.party.key === input.party) r.revision = state.artefacts[key].revisions.length;
      log("CRITERION_JUDGED", viewer, {
        criterion: criteria[0],
        party: (parties as any)[input.party],
        answer: "MET",
        confirmed: true,
      });
      return done();
    },
    decideGate: ({ input }: any) => {
      if (input.seenReadiness !== `d${state.version}`) refuse({ code: "CONFLICT", conflict: [{ kind: "readiness" }] });
      if (input.outcome === "GO" && blockers.length > 0)
        refuse({
          code: "REJECTED",
          rejection: {
            rule: "not_ready",
            blockers: blockers.map((b: any) => ({
              kind: b.kind.toLowerCase(),
              artefact: b.artefact?.key,
              criterion: b.criterion?.key,
              party: b.party?.key,
            })),
          },
          law: 2,
          args: { count: blockers.length },
          blockers,
          wayOut: { act: "clear_blockers" },
        });
      log("GATE_DECIDED", viewer, {
        gate,
        outcome: input.outcome,
        party: gate.decidedBy,
        text: input.motivation,
        phase: input.outcome === "GO" ? phases[1] : phases[0],
      });
      if (input.outcome === "GO") state.phase = 1;
      if (input.outcome === "STOP") state.lifecycle = "STOPPED";
      return done();
    },
  } as any;
}

/** Runs one request as one of the made-up people. */
export function run(viewer: string, source: string, variableValues: Record<string, unknown>) {
  return graphql({ schema, source, rootValue: api(viewer), variableValues });
}
