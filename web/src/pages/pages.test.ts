import { describe, expect, test } from "vitest";
import { sayIn } from "../test/say.ts";
import type { ConfirmProject } from "./confirm/documents.ts";
import { seenOf, staleAnswers } from "./confirm/stale.ts";
import { offerText, offerValue } from "./decision/offer.ts";
import { whoDecides } from "./decision/who.ts";
import { factValue } from "./project/answer-form.tsx";
import { outline } from "./project/funnel.tsx";
import { doable } from "./project/mine.tsx";
import { nowSentence } from "./project/now.ts";
import { placeAfter } from "./sign-in/place.ts";
import type { Task } from "./tasks/documents.ts";
import { confirmations, taskName, taskPlace } from "./tasks/task.ts";
import { start } from "./write/draft.ts";

const say = sayIn("nl");
const party = { key: "ict", name: "ICT" };
const artefact = { key: "risicoanalyse", name: "Risicoanalyse" };
const task = (part: Partial<Task>): Task => ({
  id: "t",
  kind: "REVIEW",
  since: "2026-11-20T09:00:00Z",
  due: "2026-11-28",
  late: false,
  confirmable: false,
  revision: 2,
  condition: null,
  project: { id: "p1", title: "Slaapcoach" },
  artefact,
  criterion: null,
  fact: null,
  gate: null,
  party,
  person: null,
  consultation: null,
  consultationKind: null,
  consultationTask: null,
  body: null,
  evidence: null,
  inUse: null,
  about: null,
  ...part,
});

describe("a task", () => {
  test("is a verb and a thing, and leads to where it is done", () => {
    expect(taskName(task({}), say)).toBe("Beoordeel: Risicoanalyse");
    expect(taskPlace(task({}), "p1")).toMatchObject({ params: { project: "p1", artefact: "risicoanalyse" } });
    const judge = task({ kind: "JUDGE", artefact: null, criterion: { key: "ict-vroeg", question: "Tijd?" } });
    expect(taskPlace(judge, "p1")).toMatchObject({ params: { criterion: "ict-vroeg" }, search: { partij: "ict" } });
  });
  test("earlier answers are confirmed per project and party", () => {
    const other = task({ confirmable: true, project: { id: "p2", title: "VR" } });
    const groups = confirmations([task({ confirmable: true }), task({ confirmable: true }), other, task({})]);
    expect(groups.map(({ project, count }) => [project.id, count])).toEqual([
      ["p1", 2],
      ["p2", 1],
    ]);
  });
});

describe("the one sentence of a project", () => {
  const gate = { key: "g0", name: "Intake", question: "?", decidedBy: party, goTo: { key: "v", name: "Verkenning" } };
  const readiness = { gate, due: "2026-12-02", blockers: [] } as never;
  const project = {
    lifecycle: "ACTIVE" as const,
    phase: { key: "idee", name: "Idee" },
    readiness,
    conditions: [],
    closedAt: null,
    reviewOn: null,
    nextRoundOn: null,
  };
  test("names who must do what, and until when", () => {
    const text = nowSentence({ ...project, tasks: [task({}), task({ id: "u" })] }, say, "nl");
    expect(text).toMatch(/^ICT moet 'Risicoanalyse' beoordelen, graag uiterlijk zaterdag 28 november/);
    expect(text).toContain("nog 1 taak open");
  });
  test("says when it can be decided, when nothing is asked, and when it stopped", () => {
    expect(nowSentence({ ...project, tasks: [] }, say, "nl")).toContain("ICT kan nu besluiten");
    expect(nowSentence({ ...project, readiness: null, tasks: [] }, say, "nl")).toContain("fase Idee");
    expect(nowSentence({ ...project, lifecycle: "STOPPED", tasks: [] }, say, "nl")).toBe(
      "Dit project is gestopt. Er hoeft niets meer te gebeuren.",
    );
  });
  test("tells of a hold, of the next round, and of what an ended project must still finish", () => {
    const held = { ...project, reviewOn: "2027-02-01", tasks: [] };
    expect(nowSentence(held, say, "nl")).toMatch(/^Dit project wacht. Op maandag 1 februari 2027/);
    const between = { ...project, readiness: null, nextRoundOn: "2027-02-01", tasks: [] };
    expect(nowSentence(between, say, "nl")).toContain("volgende ronde staat gepland op maandag 1 februari");
    const open = { ...project, conditions: [{}] as never, tasks: [] };
    expect(nowSentence({ ...open, lifecycle: "STOPPED" }, say, "nl")).toContain("nog 1 ding");
    expect(nowSentence({ ...open, lifecycle: "RETIRED" }, say, "nl")).toMatch(/^De toepassing is uit gebruik/);
  });
  test("an agreement that does not hold up the gate comes after its decision", () => {
    const meet = task({ kind: "MEET_CONDITION", artefact: null, condition: 3 });
    expect(nowSentence({ ...project, tasks: [meet] }, say, "nl")).toContain("ICT kan nu besluiten");
    const blocked = { gate, due: "2026-12-02", blockers: [{}] } as never;
    expect(nowSentence({ ...project, readiness: blocked, tasks: [meet] }, say, "nl")).toMatch(
      /^ICT moet afspraak 3 uitvoeren/,
    );
  });
});

describe("confirming earlier answers", () => {
  const revision = (number: number, changedFields: string[]) => ({
    cursor: `${number}`,
    node: { number, changedFields },
  });
  const project: ConfirmProject = {
    id: "p1",
    title: "Slaapcoach",
    version: 3,
    readiness: {
      checks: [
        {
          state: "STALE",
          viewerCanConfirm: true,
          party,
          criterion: { key: "c1", question: "Past het?", restsOn: [{ fields: [], kind: artefact }] },
          judgement: {
            answer: "MET",
            motivation: null,
            stale: true,
            restsOn: [{ revision: 1, hash: "a", kind: artefact }],
          },
        },
      ],
    },
    artefacts: [
      {
        id: "a1",
        kind: { ...artefact, form: null },
        current: { number: 3, hash: "ccc" },
        revisions: { edges: [revision(3, ["risks.measure"]), revision(2, ["risks"]), revision(1, ["risks"])] },
        reviews: [{ revision: 2, verdict: "APPROVE", note: null, stale: true, party }],
        viewerCanReviewFor: [party],
      },
    ],
  };
  test("shows what changed since each answer, over all versions in between", () => {
    const answers = staleAnswers(project, "ict");
    expect(answers.map(({ kind, changed }) => [kind, changed[0]?.seen, changed[0]?.fields])).toEqual([
      ["review", 2, ["risks"]],
      ["judgement", 1, ["risks"]],
    ]);
    expect(staleAnswers(project, "zorg")).toEqual([]);
  });
  test("names the versions that were seen", () => {
    expect(seenOf(project, staleAnswers(project, "ict"))).toEqual([{ artefact: "risicoanalyse", hash: "ccc" }]);
  });
});

describe("a draft", () => {
  const draft = { version: 4, answers: { need: "theirs" }, updatedAt: "", authors: [], files: [] };
  test("starts from the draft, else from the current version", () => {
    expect(start({ draft, current: null }, undefined)).toMatchObject({
      version: 4,
      answers: { need: "theirs" },
      saving: "nothing",
    });
    const current = { number: 1, hash: "a", stage: "FINAL" as const, answers: { need: "now" }, files: [] };
    expect(start({ draft: null, current }, undefined)).toMatchObject({ version: 0, answers: { need: "now" } });
  });
  test("text that never arrived comes back, and is sent on the draft it was typed on", () => {
    const kept = { answers: { need: "mine" }, files: [], base: 4 };
    expect(start({ draft, current: null }, kept)).toMatchObject({ answers: { need: "mine" }, saving: "typing" });
  });
  test("is never sent over a draft of somebody else", () => {
    const kept = { answers: { need: "mine" }, files: [], base: 3 };
    expect(start({ draft, current: null }, kept)).toMatchObject({ answers: { need: "mine" }, saving: "conflict" });
  });
});

test("outcomes are spelled out", () => {
  const project = { phase: { key: "idee", name: "Idee" } };
  const offer = (
    outcome: "STOP" | "REWORK" | "HOLD" | "CONDITIONAL_GO" | "GO",
    leadsTo: { key: string; name: string } | null,
  ) => ({ outcome, leadsTo, allowed: true, law: 10 }) as const;
  expect(offerText(offer("STOP", null), project, say)).toBe("Nee, stoppen");
  expect(offerText(offer("REWORK", project.phase), project, say)).toBe("Terug: nog een ronde in deze fase");
  expect(offerText(offer("GO", { key: "v", name: "Verkenning" }), project, say)).toBe("Ja, doorgaan naar Verkenning");
  expect(offerText(offer("GO", null), project, say)).toBe("Ja, uit gebruik nemen");
  expect(offerText(offer("HOLD", null), project, say)).toBe("Even wachten");
  expect(offerText(offer("STOP", { key: "v", name: "Verkenning" }), project, say)).toContain("naar Verkenning");
  expect(offerText(offer("CONDITIONAL_GO", null), project, say)).toContain("Daarna uit gebruik");
  expect(offerValue(offer("REWORK", project.phase))).toBe("REWORK:idee");
});

test("facts are sent as the API wants them", () => {
  expect(factValue("BOOLEAN", "no")).toBe(false);
  expect(factValue("AMOUNT", "12.500")).toBe(12_500);
  expect(factValue("AMOUNT", "1,5")).toBeUndefined();
  expect(factValue("LEVELS", "klein")).toBe("klein");
});

test("signing in leads back to a page of ours only", () => {
  expect(placeAfter("/projecten/p1?x=1")).toBe("/projecten/p1?x=1");
  for (const elsewhere of [undefined, "https://example.test", "//example.test", "/\\example.test"]) {
    expect(placeAfter(elsewhere)).toBe("/taken");
  }
});

test("the funnel narrows", () => {
  expect(outline(0, 6).startsWith("0,0 100,")).toBe(true);
  expect(outline(5, 6)).toBe("0,21.67 100,26 100,74 0,78.33");
});

describe("what the reader can do in a project", () => {
  const artefacts = [
    { kind: { key: "risicoanalyse", name: "" }, viewerCanSubmit: false, viewerCanReviewFor: [{ key: "ict" }] },
  ];
  const check = { criterion: { key: "past" }, party, viewerCanJudge: false };
  const project = (viewerCanReviewFor: object[], viewerCanDecide: boolean, again: object[] = []) =>
    ({
      artefacts: [{ ...artefacts[0], viewerCanReviewFor }],
      facts: [],
      readiness: { gate: { key: "g0" }, due: "2026-12-02", checks: [check], viewerCanDecide },
      askedAgain: again,
      tasks: [
        task({ id: "review" }),
        task({ id: "judge", kind: "JUDGE", artefact: null, criterion: { key: "past", question: "?" } }),
        task({ id: "decide", kind: "DECIDE", artefact: null }),
        task({ id: "fact", kind: "ANSWER_FACT", artefact: null }),
      ],
      viewerCanAnswerFacts: false,
    }) as never;
  const ids = (tasks: { id: string }[]) => tasks.map(({ id }) => id);
  test("is what the API permits, not what waits for the party", () => {
    expect(ids(doable(project([{ key: "ict" }], true)))).toEqual(["review", "decide"]);
    expect(ids(doable(project([{ key: "zorg" }], false)))).toEqual([]);
    // What is late comes first: more than ten are folded away.
    const dues: Record<string, string> = { later: "2027-01-01", late: "2026-12-03", soon: "2026-12-01" };
    const dated = Object.entries(dues).map(([id, due]) => task({ id, due, late: id === "late" }));
    const many = { ...(project([{ key: "ict" }], false) as object), tasks: dated } as never;
    expect(ids(doable(many))).toEqual(["late", "later", "soon"]);
    // In use it may be asked again while no gate asks it.
    expect(ids(doable(project([], false, [{ ...check, viewerCanJudge: true }])))).toEqual(["judge"]);
  });
});

describe("who may not decide", () => {
  const readiness = { gate: { decidedBy: { key: "stuurgroep", name: "Stuurgroep" } } } as never;
  const told = (lead: string, parties: { chair: boolean; party: { key: string } }[]) =>
    whoDecides({ lead: { id: lead } }, readiness, { person: { id: "ik" }, parties }, say);
  test("reads who does", () => {
    const member = { chair: false, party: { key: "stuurgroep" } };
    expect(told("een ander", [member])).toMatch(/^De voorzitter van Stuurgroep/);
    expect(told("ik", [member])).toMatch(/^U leidt dit project/);
    expect(told("ik", [])).toMatch(/^Stuurgroep neemt dit besluit/);
  });
});
