import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { blockerPoints, checkName, conditionName } from "../parts/points.ts";
import { blockerPoint } from "../parts/refusal.tsx";
import { sayIn } from "../test/say.ts";
import { ownHappening } from "./organisation/timeline.tsx";
import { happeningText } from "./project/happening.ts";
import type { Task } from "./tasks/documents.ts";
import { taskName, taskPlace } from "./tasks/task.ts";

const schema = readFileSync(new URL("../../../schema.graphql", import.meta.url), "utf8");

/** The values of an enum of the API: what a screen must have words for. */
function values(name: string): string[] {
  const [, body = ""] = new RegExp(`enum ${name} \\{([^}]*)\\}`).exec(schema) ?? [];
  return [...body.replaceAll(/"""[\s\S]*?"""/g, "").matchAll(/[A-Z][A-Z_]+/g)].map(([value]) => value);
}

/** Sentences of the organisation's own timeline are tried apart. */
const ofProject = (name: string) => !/^(organisation|own)-/.test(name);

const words = readFileSync(new URL("../../../texts/nl/words.ftl", import.meta.url), "utf8");
const party = { key: "ict", name: "ICT" };
const artefact = { key: "idee", name: "Idee" };
const criterion = { key: "past", question: "Past het?" };
const gate = { key: "g0", name: "Intake", goTo: null };

for (const language of ["nl", "en"] as const) {
  const say = sayIn(language);

  test(`every kind of task has its words and its place (${language})`, () => {
    const kinds = values("TaskKind") as Task["kind"][];
    expect(kinds).toContain("MEET_CONDITION");
    for (const kind of kinds) {
      const subjects = { artefact, criterion, fact: null, gate, party, revision: null, condition: 3 };
      const others = { consultation: 2, consultationTask: "RESPOND", inUse: { number: 4, name: "Oefening" } };
      const task = { kind, ...subjects, ...others, evidence: { name: "NEN 7510" } } as never;
      expect(taskName(task, say)).not.toMatch(/\{|undefined/);
      expect(taskPlace(task, "p1").to).toMatch(/^\/projecten\/\$project/);
    }
  });

  test(`every kind of blocker has its words (${language})`, () => {
    const kinds = values("BlockerKind");
    expect(kinds).toContain("CONDITION_OPEN");
    for (const kind of kinds) {
      const own = { CHANGE_OPEN: { change: 4 }, SIGNAL_OPEN: { signal: 5 }, BEGUN_EARLY: { phase: artefact } };
      const more = { CONSULTATION: { lacks: "WAITING" as const }, ...own }[kind] ?? {};
      const [point] = blockerPoints([{ kind, law: 2, condition: 3, artefact, criterion, party, ...more }], "p1", say);
      expect(point?.text).not.toMatch(/\{|undefined/);
    }
  });

  test(`everything that happens in the organisation has its sentence (${language})`, () => {
    const kinds = values("OrganisationEventKind");
    expect(kinds).toContain("PLAN_ADOPTED");
    const evidence = { kind: "certificaat", name: "Certificaat", supplier: "demo" };
    const event = {
      person: null,
      party,
      evidence,
      number: 2,
      due: "2026-12-01",
      from: null,
      to: null,
      sufficient: false,
    };
    for (const kind of kinds) {
      for (const consulted of kind === "CONSULTATION" ? values("EventKind") : [null]) {
        const text = ownHappening(
          { ...event, kind, consulted } as never,
          [{ key: "demo", name: "Demo BV" }],
          say,
          language,
        );
        expect(text).not.toMatch(/\{|undefined/);
      }
    }
  });

  test(`everything that happens has its sentence (${language})`, () => {
    const names = [...words.matchAll(/^event-([\w-]+) =/gm)].map(([, name]) => name ?? "").filter(ofProject);
    expect(names).toContain("condition-opened");
    const event = {
      kind: "OTHER",
      person: { id: "p", name: "Ada" },
      party,
      artefact,
      criterion,
      gate,
      facts: [],
      suppliers: [],
    };
    const rest = { phase: artefact, outcome: "GO", due: "2026-12-01", round: 1, revision: 1, answer: "MET" };
    for (const name of names) {
      expect(happeningText({ ...event, ...rest, name } as never, say, language)).not.toMatch(/\{|undefined/);
    }
  });
}

const say = sayIn("nl");

test("who did it is the system where time did, and nobody's name where it was erased", () => {
  const opened = {
    kind: "CONDITION_OPENED",
    name: "condition-opened",
    condition: 3,
    facts: [],
    suppliers: [],
    due: "2026-12-01",
  };
  const by = (person: object | null) => happeningText({ ...opened, person } as never, say, "nl");
  expect(by(null)).toMatch(/^Het systeem legde afspraak 3 vast/);
  expect(by({ id: "p", name: "" })).toMatch(/^Iemand \(naam gewist\)/);
  expect(by({ id: "p", name: "Ada" })).toMatch(/^Ada/);
});

test("what is lacking in a consultation chooses its text, and the number its place", () => {
  const known = new Map([["cr", "Cliëntenraad"]]);
  const told = { kind: "consultation", more: { body: "cr", lacks: "consent_withheld", consultation: 3 } };
  const point = blockerPoint(told, "p1", known, say);
  expect(point.text).toBe("Cliëntenraad stemt niet in.");
  expect(point.place).toMatchObject({ params: { project: "p1", number: "3" } });
  const body = { key: "cr", name: "Cliëntenraad" };
  const none = { condition: null, artefact: null, criterion: null };
  const open = { kind: "CONSULTATION", law: 8, ...none, party: body, lacks: "NOT_OPENED", consultationKind: "vroeg" };
  const [read] = blockerPoints([open as never], "p1", say);
  expect(read?.text).toBe("Aan Cliëntenraad is nog niets gevraagd.");
  expect(read?.place).toMatchObject({ to: "/projecten/$project/advies/vragen", search: { soort: "vroeg" } });
});

test("every task of a consultation has its words", () => {
  for (const what of values("ConsultationTask")) {
    const task = { kind: "CONSULTATION", consultation: 2, consultationTask: what } as never;
    expect(taskName(task, say)).toMatch(/2|advies/);
  }
});

test("an open agreement is solved where the agreements stand", () => {
  const point = blockerPoint({ kind: "condition_open", condition: 3 }, "p1", new Map(), say);
  expect(point).toMatchObject({
    text: "Afspraak 3 van een eerder besluit staat nog open.",
    place: { hash: "afspraken" },
  });
});

test("points and agreements are called by what they are about", () => {
  const condition = { number: 3, text: "Ook in de nacht", name: null, artefact: null, criterion: null };
  expect(conditionName({ ...condition, artefact }, say)).toBe("Idee");
  expect(conditionName(condition, say)).toBe("Ook in de nacht");
  expect(conditionName({ ...condition, text: null }, say)).toBe("Afspraak 3");
  const check = { artefact: null, criterion: null, condition: null, party: null, blockers: [] };
  expect(checkName({ ...check, condition }, "p1", say)).toBe("Afspraak 3: Ook in de nacht");
  const none = { condition: null, artefact: null, criterion: null, party: null };
  const blocker = { kind: "SIGNAL_OPEN", law: 12, ...none, signal: 5 };
  expect(checkName({ ...check, blockers: [blocker] }, "p1", say)).toBe("Signaal 5 is nog niet afgehandeld.");
});
