import { expect, test } from "@playwright/test";
import { choose, expectSaid, inDays, openProject, region, unfold } from "./doing.ts";
import { expectFit } from "./fit.ts";

test("an agreement that is too late asks for an extra decision, and gets one", async ({ page, isMobile }) => {
  test.skip(isMobile, "the demo has one such agreement; its form is looked at on a narrow screen here");
  await openProject(page, "BOARD", "Beeldbellen thuis");
  const row = region(page, "Vervolgafspraken").locator(".row").filter({ hasText: "Extra besluit nemen" });
  await expect(row).toContainText("Te laat");
  await expect(row).toContainText("Er is een extra besluit nodig");
  await unfold(row, "Extra besluit nemen");
  await row.getByRole("button", { name: "Besluit vastleggen" }).click();
  await expect(row.getByRole("alert").getByRole("link")).toHaveCount(2);
  await choose(row, /^Het project stopt/);
  await expect(row.getByLabel("Wat leren we hiervan?")).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  await expectFit(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await choose(row, /^Het gebruik gaat door/);
  await row.getByLabel(/^(Wanneer|Uiterlijk|Op welke dag)/).fill(inDays(30));
  await row.getByLabel("Waarom?").fill("Het plan ligt klaar. Alleen de uren ontbreken nog.");
  await expectFit(page);
  await row.getByRole("button", { name: "Besluit vastleggen" }).click();
  await expectSaid(page, "Het extra besluit is vastgelegd.");
  await expect(region(page, "Vervolgafspraken")).not.toContainText("Extra besluit nemen");
});
