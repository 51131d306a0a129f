import { describe, expect, test } from "vitest";
import { sayIn } from "../test/say.ts";
import { dayOf, fileSize, listed, longDate, shortDate } from "./dates.ts";

const now = new Date("2026-11-23T12:00:00Z");

describe("dates", () => {
  test("a civil date is that day for every reader", () => {
    expect(longDate("2026-11-28", "nl", now)).toBe("zaterdag 28 november");
    expect(longDate("2026-11-28", "en", now)).toBe("Saturday 28 November");
  });
  test("another year is said", () => {
    expect(longDate("2027-02-01", "nl", now)).toBe("maandag 1 februari 2027");
    expect(shortDate("2027-02-01", "nl", now)).toBe("1 feb 2027");
  });
  test("a moment just after midnight in Amsterdam belongs to the new day", () => {
    expect(dayOf("2026-11-22T23:30:00Z")).toBe("2026-11-23");
  });
  test("lists and sizes are written as people do", () => {
    expect(listed(["ICT", "Zorg", "Kwaliteit"], "nl")).toBe("ICT, Zorg en Kwaliteit");
    expect(fileSize(420_000, "nl")).toBe("420 kB");
    expect(fileSize(2_100_000, "nl")).toBe("2,1 MB");
  });
});

describe("texts", () => {
  test("one and many", () => {
    const say = sayIn("nl");
    expect(say("web-decision-open", { count: 1 })).toBe("Er staat nog 1 punt open.");
    expect(say("web-decision-open", { count: 3 })).toBe("Er staan nog 3 punten open.");
  });
  test("every text of the screens can be parsed in both languages", () => {
    for (const language of ["nl", "en"] as const) expect(sayIn(language)("web-tasks")).not.toBe("");
  });
});
