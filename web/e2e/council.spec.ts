import { expect, type Page, test } from "@playwright/test";
import { councilLetter, expectPlain } from "./letters.ts";
import { picture } from "./picture.ts";

/** The personal link of a member. The coach gets the same letter, and enters opinions for members. */
const invitation = (page: Page) =>
  councilLetter(page, {
    subject: /^Wilt u advies geven over/,
    start: "/mening",
    not: "Vul een mening in voor een lid",
  });

test("a member of a council reads, answers and checks on any screen", async ({ page }) => {
  const link = await invitation(page);
  await page.goto(link);
  await expectPlain(page);
  await picture(page, "council", { width: 420, height: 900 });
  expect(await page.context().cookies(), "no cookie").toEqual([]);
  await page.locator('a[href$="/stuk/0"]').click();
  await expectPlain(page);
  await page.getByRole("link", { name: "Terug naar het begin" }).click();
  await page.locator('a[href$="/mening"]').first().click();
  await expectPlain(page);
  await page.getByRole("button", { name: "Verder" }).click();
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await expectPlain(page);
  await summary.getByRole("link", { name: "Kies een antwoord." }).click();
  await page.getByText("Ja, maar er moet iets anders").click();
  await page.getByRole("button", { name: "Verder" }).click();
  const why = page.getByRole("textbox");
  await why.fill("De letters mogen groter.");
  await expect(page.getByText("Wat u typt, blijft op dit apparaat bewaard.")).toBeVisible();
  await expectPlain(page);
  // The telephone rings, the page is closed: what was typed is there again.
  await page.goto(`${link}/mening`);
  await page.getByText("Ik weet het niet").click();
  await page.getByRole("button", { name: "Verder" }).click();
  await expect(page.getByRole("textbox")).toHaveValue("De letters mogen groter.");
  await page.getByRole("button", { name: "Verder" }).click();
  await expectPlain(page);
  await page.getByRole("button", { name: "Wijzig Mening" }).click();
  await page.getByText("Ja, maar er moet iets anders").click();
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByRole("button", { name: "Mening bewaren" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Uw mening is bewaard");
  await expectPlain(page);
  await page.goto(`${link}/samen`);
  await expect(page.getByText("De letters mogen groter.")).toBeVisible();
  await expectPlain(page);
  await page.goto(`${link}/tijd`);
  await expectPlain(page);
});

test("a page without script says and does the same", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const link = await invitation(page);
  await page.goto(`${link}/mening`);
  await page.getByText("Nee, liever niet").click();
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByRole("button", { name: "Mening bewaren" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Uw mening is bewaard");
  await context.close();
});

test("a link that does not work offers a new one", async ({ page }) => {
  await page.goto(`/raad/${"0".repeat(64)}`);
  await expectPlain(page);
  await page.getByRole("button", { name: "Stuur mij een nieuwe link" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Kijk in uw e-mail" })).toBeVisible();
  await expectPlain(page);
});
