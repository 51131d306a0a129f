import { describe, expect, test } from "vitest";
import { sayIn } from "../../test/say.ts";
import { daysAhead } from "../../texts/dates.ts";
import {
  arranged,
  type Chosen,
  isChanged,
  isDecided,
  isOn,
  linesOf,
  missingOfMeeting,
  moved,
  noMeeting,
  requestsOf,
  speakerOf,
  toSend,
  type Vote,
} from "./plan.ts";
import { whyNow } from "./words.ts";

const member = (id: string, chair = false) => ({ chair, person: { id, name: id } });
const members = [member("marga", true), member("rik"), member("tess")];
const say = sayIn("nl");

const chosen = (part: Partial<Chosen> = {}): Chosen => ({
  round: 2,
  digest: "d1",
  gate: { key: "g1", name: "Verkenning afgerond" },
  offer: { outcome: "GO", leadsTo: { key: "selectie", name: "Selectie" } },
  phase: { key: "verkenning", name: "Verkenning" },
  input: {
    projectId: "p1",
    gate: "g1",
    outcome: "GO",
    reworkTo: null,
    reviewOn: null,
    lessons: null,
    conditions: [],
    motivation: "Doen.",
  },
  promises: [],
  votesNeeded: null,
  chairDecides: true,
  lead: "noor",
  enters: true,
  ...part,
});
const frame = {
  party: "stuurgroep",
  date: "2026-11-23",
  present: ["marga", "rik", "tess"],
  speaker: "marga",
  minutes: "Kort.",
  viewer: "marga",
  told: "Besloten in de vergadering.",
};
const item = (id: string, part: object = {}) =>
  ({
    ready: false,
    since: "2026-11-01T09:00:00Z",
    project: { id, title: id, reviewOn: null, readiness: { due: null, digest: "d1" } },
    ...part,
  }) as never;

describe("the agenda", () => {
  test("holds what can be decided or is near, unless somebody said otherwise", () => {
    const near = { project: { id: "b", reviewOn: null, readiness: { due: daysAhead(10) } } };
    const far = { project: { id: "c", reviewOn: null, readiness: { due: daysAhead(40) } } };
    const held = { project: { id: "d", reviewOn: daysAhead(9), readiness: { due: daysAhead(1) } } };
    expect(isOn(noMeeting, item("a", { ready: true }))).toBe(true);
    expect([near, far, held].map((one) => isOn(noMeeting, item("x", one)))).toEqual([true, false, false]);
    expect(isOn({ on: { a: false } }, item("a", { ready: true }))).toBe(false);
    expect(isOn({ on: { c: true } }, item("c", far))).toBe(true);
  });
  test("keeps the order that somebody gave it, with what is new after that", () => {
    const ids = arranged([item("a"), item("b"), item("c")] as { project: { id: string } }[], ["c", "a"]);
    expect(ids.map(({ project }) => project.id)).toEqual(["c", "a", "b"]);
    expect(moved(["a", "b", "c"], "b", -1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b", "c"], "c", 1)).toEqual(["a", "b", "c"]);
  });
  test("says why each item is there now", () => {
    const now = new Date("2026-11-23T10:00:00Z");
    const project = { reviewOn: null, readiness: { due: "2026-11-30", doneCount: 1, totalCount: 3, blockers: [1, 2] } };
    const open = { ready: false, since: "2026-11-01T09:00:00Z", project };
    expect(whyNow(open, say, "nl", now)).toBe(
      "Nog niet klaar: 2 punten staan open. Een besluit is gepland op maandag 30 november.",
    );
    const late = { ...project, readiness: { ...project.readiness, due: "2026-11-20", blockers: [] } };
    expect(whyNow({ ...open, ready: true, project: late }, say, "nl", now)).toBe(
      "Alles is klaar, al 22 dagen. Het besluit had er vrijdag 20 november moeten zijn.",
    );
    expect(whyNow({ ...open, project: { ...project, reviewOn: "2026-12-01" } }, say, "nl", now)).toMatch(
      /^Dit project wacht/,
    );
  });
});

describe("a meeting", () => {
  test("asks for its day, who was there, and its minutes", () => {
    const fields = (part: object) =>
      missingOfMeeting({ ...noMeeting, ...part }, members, say).map(({ field }) => field);
    expect(fields({})).toEqual(["dag", "verslag"]);
    expect(fields({ date: daysAhead(1), minutes: "Kort.", absent: ["marga", "rik", "tess"] })).toEqual([
      "dag",
      "aanwezig",
    ]);
    expect(fields({ date: daysAhead(0), minutes: "Kort." })).toEqual([]);
    const file = { id: "f", name: "Verslag.pdf", mediaType: "application/pdf", size: 9 };
    expect(fields({ date: daysAhead(0), file })).toEqual([]);
  });
  test("gives its minutes as a text, or as the file of the project", () => {
    const minutes = (file: string | null) => {
      const [request] = requestsOf(chosen(), undefined, frame, file);
      return [request?.onBehalf?.minutes, request?.onBehalf?.minutesFileId];
    };
    expect([minutes(null), minutes("f2")]).toEqual([
      ["Kort.", null],
      [null, "f2"],
    ]);
    expect(requestsOf(chosen({ enters: false }), undefined, frame, null)[0]?.onBehalf).toBeNull();
  });
  test("is spoken for by its chair, or whoever was named and was there", () => {
    expect(speakerOf(noMeeting, members)).toBe("marga");
    expect(speakerOf({ absent: ["marga"], speaker: "marga" }, members)).toBe("rik");
    expect(speakerOf({ absent: [], speaker: "tess" }, members)).toBe("tess");
  });
});

describe("what is sent", () => {
  test("for a chair is one decision, entered for who spoke, with the meeting that took it", () => {
    const [one, ...more] = requestsOf(chosen(), undefined, frame);
    expect(more).toEqual([]);
    expect(one?.onBehalf).toMatchObject({
      personId: "marga",
      heldOn: "2026-11-23",
      presentIds: frame.present,
      votes: null,
    });
    expect(one?.meeting).toEqual({ party: "stuurgroep", heldOn: "2026-11-23", round: 2, voterId: null });
    expect(one?.seenReadiness).toBe("d1");
  });
  test("is entered for another member where any may decide and who spoke leads the project", () => {
    const [one] = requestsOf(chosen({ chairDecides: false, lead: "marga" }), undefined, frame);
    expect(one?.onBehalf?.personId).toBe("rik");
    const [chair] = requestsOf(chosen({ lead: "marga" }), undefined, frame);
    expect(chair?.onBehalf?.personId).toBe("marga");
  });
  test("of a unanimous vote is one request, and of a divided one a request for each vote in favour", () => {
    const voting = chosen({ votesNeeded: 2, chairDecides: false });
    const all: Record<string, Vote> = { marga: "for", rik: "for", tess: "for" };
    const together = requestsOf(voting, all, frame);
    expect(together.map(({ onBehalf }) => onBehalf?.votes)).toEqual([{ inFavour: 3, against: 0, abstained: 0 }]);
    expect(together[0]?.meeting.voterId).toBeNull();
    const divided = requestsOf(voting, { ...all, rik: "against" }, frame);
    expect(divided.map(({ meeting }) => meeting.voterId)).toEqual(["marga", "tess"]);
    expect(divided[0]?.onBehalf?.votes).toEqual({ inFavour: 2, against: 1, abstained: 0 });
  });
  test("of who decides as one of the body says in the reason which meeting it was", () => {
    const [own] = requestsOf(chosen({ enters: false }), undefined, frame);
    expect(own?.onBehalf).toBeNull();
    expect(own?.motivation).toBe("Doen.\n\nBesloten in de vergadering.");
    expect(requestsOf(chosen({ enters: false, votesNeeded: 2 }), undefined, frame)[0]?.meeting.voterId).toBe("marga");
  });
});

test("a project is decided when its gate moved on, or waits as was decided; else votes are lacking", () => {
  const after = (part: object) => ({ reviewOn: null, readiness: { round: 2, gate: { key: "g1" } }, ...part }) as never;
  expect(isDecided(after({}), chosen())).toBe(false);
  expect(isDecided(after({ readiness: null }), chosen())).toBe(true);
  expect(isDecided(after({ readiness: { round: 3, gate: { key: "g1" } } }), chosen())).toBe(true);
  const hold = chosen({ input: { ...chosen().input, outcome: "HOLD", reviewOn: "2026-12-24" } });
  expect(isDecided(after({ reviewOn: "2026-12-24" }), hold)).toBe(true);
});

test("what was recorded is not sent again, and what changed or is gone is seen", () => {
  const here = (id: string, digest = "d1") => item(id, { project: { id, title: id, readiness: { digest } } });
  const items = {
    a: { title: "a", chosen: chosen() },
    b: { title: "b", chosen: chosen() },
    c: { title: "c", notTreated: true },
    d: { title: "d", chosen: chosen(), outcome: { kind: "done" as const, reference: 4, before: false } },
    e: { title: "e", chosen: chosen() },
  };
  const lines = linesOf({ items, on: {} }, [here("a"), here("b", "d2"), here("c")]);
  expect(lines.map(({ id }) => id)).toEqual(["a", "b", "c", "d", "e"]);
  expect(toSend(lines).map(({ id }) => id)).toEqual(["a", "b", "e"]);
  expect(lines.filter(isChanged).map(({ id }) => id)).toEqual(["b", "e"]);
});
