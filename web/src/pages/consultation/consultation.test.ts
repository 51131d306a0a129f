import { describe, expect, test } from "vitest";
import { lacking, many } from "../../parts/asking.ts";
import { behalfInput, behalfPoints, behalfSaid, onBehalfFields } from "../../parts/on-behalf.ts";
import { sayIn } from "../../test/say.ts";
import { actOf, ordered } from "./acts.ts";
import type { Standing } from "./documents.ts";
import { reading, readsWell } from "./readable.ts";
import { markOf, standingText, wordOf } from "./standing.ts";

const say = sayIn("nl");
const standing = (part: Partial<Standing>): Standing => ({
  number: 1,
  right: "ADVICE",
  step: "ASKED",
  origin: "GATE",
  endedAs: null,
  extensionAsked: null,
  dueBefore: null,
  waitsUntil: null,
  waitingDays: 0,
  conferredOn: null,
  lacks: [],
  body: { key: "cr", name: "Cliëntenraad" },
  term: { days: 30, due: "2027-01-15", remindOn: "2027-01-08", passed: false },
  advice: null,
  response: null,
  ...part,
});

describe("where a consultation stands", () => {
  const text = (part: Partial<Standing>) => standingText(standing(part), say, "nl");
  test("a body has its time, and silence is no yes", () => {
    expect(text({})).toBe("Cliëntenraad heeft tot en met vrijdag 15 januari 2027 de tijd.");
    const passed = text({ term: { days: 30, due: "2026-11-20", remindOn: "2026-11-13", passed: true } });
    expect(passed).toContain("Dat is geen 'ja'");
  });
  test("negative advice asks for a conversation before one may deviate", () => {
    const advised = { step: "ADVISED", advice: { verdict: "NEGATIVE" }, lacks: ["OVERLEG_MISSING"] } as const;
    expect(text({ ...advised, lacks: [...advised.lacks] })).toContain("eerst een gesprek met Cliëntenraad");
    expect(text({ ...advised, lacks: [], conferredOn: "2026-11-20" })).toContain("overleg is gevoerd op");
  });
  test("withheld consent and no answer keep the gate shut", () => {
    for (const step of ["WITHHELD", "UNANSWERED"] as const) {
      expect(text({ right: "CONSENT", step })).toContain("blijft dicht");
      expect(markOf(standing({ step }))).toBe("adjust");
    }
  });
  test("the waiting time after a deviating response is said with its day", () => {
    const waits = standing({
      step: "SETTLED",
      endedAs: "ANSWERED",
      advice: { verdict: "NEGATIVE" },
      response: { following: "NOT_FOLLOWED" },
      waitsUntil: "2026-12-23",
    });
    expect(standingText(waits, say, "nl")).toContain("Op woensdag 23 december kan het besluit");
    expect(wordOf(waits, say)).toBe("Wachttijd loopt");
    expect(markOf(waits)).toBe("waiting");
  });
  test("an answer on documents that changed is out of date, whatever it was", () => {
    const stale = standing({ step: "SETTLED", endedAs: "ANSWERED", advice: { verdict: "POSITIVE" }, lacks: ["STALE"] });
    expect(markOf(stale)).toBe("stale");
    expect(standingText(stale, say, "nl")).toMatch(/^Wat Cliëntenraad zag, is daarna veranderd/);
  });
});

describe("how a text reads", () => {
  test("short sentences read well", () => {
    const read = reading("De app is voor cliënten. U kunt erin schrijven. Een hulpverlener leest mee.");
    expect(read).toMatchObject({ sentences: 3, words: 13, average: 4, longest: undefined, long: [] });
    expect(readsWell(read)).toBe(true);
  });
  test("a long sentence and long words are pointed at", () => {
    const long = `${"woord ".repeat(24)}gegevensuitwisselingsovereenkomst.`;
    const read = reading(`Dit is kort. ${long}`);
    expect(read.longest).toMatch(/^woord/);
    expect(read.long).toEqual(["gegevensuitwisselingsovereenkomst"]);
    expect(readsWell(read)).toBe(false);
  });
  test("a number with a point is no end of a sentence", () => {
    expect(reading("Het kost 1.500 euro per jaar").sentences).toBe(1);
    expect(reading("").average).toBe(0);
  });
});

describe("recorded for somebody else", () => {
  const people = [
    { id: "a", name: "Ada" },
    { id: "b", name: "Bo" },
  ];
  const fields = onBehalfFields("p", people, say);
  const filled = {
    "namens-wie": "a",
    "namens-dag": "2026-11-20",
    "namens-aanwezig": "a b",
    "namens-stemming": "ja",
    "namens-voor": "2",
    "namens-tegen": "0",
    "namens-onthouden": "0",
    "namens-verslag": "Allen voor.",
  };
  test("asks who, when, whether there was a vote, and a report", () => {
    expect(lacking("x", fields, {}).map(({ field }) => field)).toEqual([
      "x-namens-wie",
      "x-namens-dag",
      "x-namens-stemming",
      "x-namens-verslag",
    ]);
    expect(lacking("x", fields, filled)).toEqual([]);
  });
  test("there are no more votes than people", () => {
    expect(behalfPoints("x", filled, say)).toEqual([]);
    expect(behalfPoints("x", { ...filled, "namens-tegen": "1" }, say)).toHaveLength(1);
    expect(behalfPoints("x", { ...filled, "namens-voor": "twee" }, say)[0]?.field).toBe("x-namens-voor");
  });
  test("is sent as the API takes it", () => {
    expect(behalfInput(filled)).toMatchObject({
      personId: "a",
      presentIds: ["a", "b"],
      votes: { inFavour: 2, against: 0, abstained: 0 },
    });
    expect(behalfInput({ ...filled, "namens-stemming": "nee" }).votes).toBeNull();
    expect(behalfInput(filled)).toMatchObject({ minutes: "Allen voor.", minutesFileId: null });
  });
  test("a file is asked or a text, and one of the two is sent", () => {
    const file = JSON.stringify([{ id: "f", name: "verslag.pdf", mediaType: "application/pdf", size: 1 }]);
    const scanned = { ...filled, "namens-verslag": "", "namens-bestand": file };
    expect(lacking("x", fields, scanned)).toEqual([]);
    expect(behalfInput(scanned)).toMatchObject({ minutes: null, minutesFileId: "f" });
    expect(behalfSaid(people, scanned, say, (day) => day).at(-1)).toEqual([say("web-behalf-minutes"), "verslag.pdf"]);
  });
  test("names of people hold no spaces", () => {
    expect(many("a  b ")).toEqual(["a", "b"]);
  });
});

describe("what can be done", () => {
  const consultation = { ...standing({ waitingDays: 30 }), verdicts: ["POSITIVE"], exhibits: [], summary: "Was" };
  const around = { project: { id: "p", artefacts: [] }, consultation, say, language: "nl" } as never;
  test("the likely thing comes first, and after the conversation that is the response", () => {
    expect(ordered(["WITHDRAW_CONSULTATION", "RESPOND_TO_ADVICE", "CONFER"], false)[0]).toBe("CONFER");
    expect(ordered(["WITHDRAW_CONSULTATION", "RESPOND_TO_ADVICE", "CONFER"], true)[0]).toBe("RESPOND_TO_ADVICE");
  });
  test("a response that deviates says that a conversation comes first, and how long the decision waits", () => {
    const [follows] = actOf("RESPOND_TO_ADVICE", around).fields;
    const hint = String(follows?.options?.[2]?.hint);
    expect(hint).toContain("Leg eerst het overleg met Cliëntenraad vast");
    expect(hint).toContain("nog 30 dagen");
  });
  test("a summary that did not change is not sent", () => {
    const { input } = actOf("REVISE_SUMMARY", around);
    expect(input({ samenvatting: "Was" })).toMatchObject({ summary: null });
    expect(input({ samenvatting: "Nu anders" })).toMatchObject({ summary: "Nu anders" });
  });
});
