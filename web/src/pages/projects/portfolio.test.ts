import { describe, expect, test } from "vitest";
import type { Listed } from "./documents.ts";
import { chosen, figures, funnelsOf, isLate, placed, waitingDays, waitsFor } from "./portfolio.ts";

const now = new Date("2026-11-23T12:00:00Z");
const ict = { key: "ict", name: "ICT" };
const care = { key: "zorg", name: "Zorg" };

function task(party: object | null, since: string, more: object = {}) {
  return { kind: "REVIEW", party, person: null, since, due: "2026-12-01", late: false, ...more };
}

function project(id: string, phase: string, tasks: object[], more: object = {}): Listed {
  const phases = ["idee", "proef"].map((key) => ({ phase: { key, name: key } }));
  const rest = { funnel: { key: "f", name: "Trechter" }, reviewOn: null, readiness: null };
  return { id, title: id, phase: { key: phase, name: phase }, phases, tasks, ...rest, ...more } as unknown as Listed;
}

describe("whom a project waits for", () => {
  const tasks = [
    task(care, "2026-11-20T09:00:00Z"),
    task(ict, "2026-11-03T09:00:00Z"),
    task(ict, "2026-11-21T09:00:00Z"),
  ];
  test("the longest first, each once", () => {
    expect(waitsFor(project("a", "idee", tasks), now)).toEqual(["ICT", "Zorg"]);
    expect(waitingDays(project("a", "idee", tasks), now)).toBe(20);
  });
  test("the decision only when nothing else is open", () => {
    const decide = task({ key: "board", name: "Bestuur" }, "2026-10-01T09:00:00Z", { kind: "DECIDE" });
    expect(waitsFor(project("a", "idee", [decide, ...tasks]))).not.toContain("Bestuur");
    expect(waitsFor(project("a", "idee", [decide]))).toEqual(["Bestuur"]);
  });
  test("a recurring duty only when its date comes near", () => {
    const far = task(ict, "2026-02-17T09:00:00Z", { kind: "DO_DUTY", due: "2027-02-17" });
    expect(waitsFor(project("a", "idee", [far]), now)).toEqual([]);
    expect(waitsFor(project("a", "idee", [{ ...far, due: "2026-12-10" }]), now)).toEqual(["ICT"]);
    // It began to wait thirty days before its date, not when it was last done.
    expect(waitingDays(project("a", "idee", [{ ...far, due: "2026-12-10" }]), now)).toBe(13);
  });
  test("nobody, since no day", () => {
    expect(waitsFor(project("a", "idee", []))).toEqual([]);
    expect(waitingDays(project("a", "idee", []), now)).toBeUndefined();
  });
  test("a task of today waits for no day, also when it was made just after midnight here", () => {
    expect(waitingDays(project("a", "idee", [task(ict, "2026-11-22T23:30:00Z")]), now)).toBe(0);
  });
});

describe("what is shown", () => {
  const late = project("late", "proef", [task(ict, "2026-11-01T09:00:00Z", { late: true })]);
  const calm = project("calm", "idee", [task(care, "2026-11-01T09:00:00Z")], { readiness: { due: "2026-12-20" } });
  const ids = (list: Listed[]) => list.map(({ id }) => id);
  test("is what the address says", () => {
    expect(ids(chosen([late, calm], {}))).toEqual(["late", "calm"]);
    expect(ids(chosen([late, calm], { fase: "idee" }))).toEqual(["calm"]);
    expect(ids(chosen([late, calm], { wacht: "ICT" }))).toEqual(["late"]);
    expect(ids(chosen([late, calm], { laat: true, fase: "idee" }))).toEqual([]);
    expect(isLate(late)).toBe(true);
  });
  test("an address holds no empty choice", () => {
    expect(placed({ fase: "idee", laat: true }, { fase: "" })).toEqual({ laat: true });
    expect(placed({}, { wacht: "ICT" })).toEqual({ wacht: "ICT" });
  });
  test("every phase has its projects, and how many stopped there", () => {
    const ended = [{ id: "x", phase: { key: "idee" }, funnel: { key: "f" } }] as never;
    const [funnel] = funnelsOf([late, calm], ended);
    expect(funnel?.phases.map(({ key, projects, stopped }) => [key, projects.length, stopped])).toEqual([
      ["idee", 1, 1],
      ["proef", 1, 0],
    ]);
  });
  test("the one sentence counts", () => {
    expect(figures([late, calm], now)).toEqual({ count: 2, late: 1, held: 0, soon: 1 });
  });
});
