import { expect, type Page, test } from "@playwright/test";
import { expectFit, expectHeadingFocus } from "./fit.ts";
import { signIn } from "./people.ts";
import { picture } from "./picture.ts";

// The meeting of the steering group: its agenda, its papers, and two decisions recorded together. On the phone it is the
// meeting of the day before, about the same two projects.
test.describe.configure({ mode: "serial" });

const CHAIRED = "Online modules bij somberheid";
const VOTED = "Alarmknop voor medewerkers";

/** The civil day so many days from today. */
function day(from: number): string {
  const at = new Date();
  at.setDate(at.getDate() + from);
  return at.toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });
}

const choose = (page: Page, words: RegExp) => page.locator("label.choice").filter({ hasText: words });

/** Only the two projects of this test stay on the agenda. */
async function arrange(page: Page) {
  await expect(page.getByRole("heading", { level: 2, name: /^Op de agenda/ })).toBeVisible();
  for (const title of [CHAIRED, VOTED]) {
    const put = page.getByRole("button", { name: `Op de agenda zetten ${title}` });
    if (await put.isVisible()) await put.click();
  }
  const off = page.getByRole("button", { name: /^Van de agenda halen/ });
  const others = off.filter({ hasNotText: CHAIRED }).filter({ hasNotText: VOTED });
  while ((await others.count()) > 0) {
    const before = await off.count();
    await others.first().click();
    await expect(off).toHaveCount(before - 1);
  }
  await expect(off).toHaveCount(2);
}

/** Waiting for a month, as the meeting decided about one project. */
async function fillHold(page: Page, title: string) {
  await page.getByRole("link", { name: `Invullen ${title}` }).click();
  await expectHeadingFocus(page, title);
  await choose(page, /^Even wachten/).click();
  await page.getByLabel("Wanneer kijken we opnieuw?").fill(day(30));
  await page.getByLabel("Waarom?").fill(`Wij wachten op de leverancier van ${title}.`);
}

test("somebody who holds no meetings reads what they are for", async ({ page }) => {
  await signIn(page, "ICT");
  await page.goto("/vergadering");
  await expect(page.getByRole("heading", { level: 1, name: "Vergadering" })).toBeVisible();
  await expect(page.getByText("U houdt nu geen vergaderingen.")).toBeVisible();
  await expectFit(page);
});

test("the secretary arranges the agenda and prints the papers", async ({ page }) => {
  await signIn(page, "SECRETARY");
  await page.getByRole("link", { name: "Projecten", exact: true }).click();
  await page.getByRole("link", { name: "Vergadering voorbereiden" }).click();
  await expectHeadingFocus(page, /^Vergadering: Stuurgroep/);
  await arrange(page);
  await expectFit(page);
  // Up and down by the keyboard; the place is told.
  const titles = page.locator("main ol h3 a");
  const second = (await titles.nth(1).textContent()) ?? "";
  await page.getByRole("button", { name: `Omhoog ${second}` }).focus();
  await page.keyboard.press("Enter");
  await expect(titles.first()).toHaveText(second);
  await expect(page.getByRole("status").filter({ hasText: `${second} staat nu op plaats 1 van 2.` })).toBeAttached();
  await page.reload();
  await expect(titles.first()).toHaveText(second);
  await page.getByRole("link", { name: "Stukken afdrukken" }).click();
  await expectHeadingFocus(page, /^Stukken voor de vergadering/);
  await expect(page.getByRole("heading", { level: 2, name: `1. ${second}` })).toBeVisible();
  await expectFit(page);
  // On paper only the papers: a page for the cover and at least one for each project.
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("header .bar")).toBeHidden();
  await expect(page.getByRole("button", { name: "Stukken afdrukken" })).toBeHidden();
  const paper = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(paper.match(/\/Type \/Page\b/g)?.length ?? 0).toBeGreaterThanOrEqual(3);
});

test("the secretary records what the meeting decided, each decision once", async ({ page, isMobile }) => {
  const held = day(isMobile ? -1 : 0);
  await signIn(page, "SECRETARY");
  await page.goto("/vergadering");
  await arrange(page);
  await page.getByRole("link", { name: "Besluiten vastleggen" }).click();
  await expectHeadingFocus(page, "Besluiten vastleggen");
  await page.getByRole("button", { name: "Controleer alles" }).click();
  await expect(page.getByRole("alert").getByRole("link")).toHaveCount(4);
  await expectFit(page);
  await page.getByLabel("Op welke dag was de vergadering?").fill(held);
  await page.getByLabel("Verslag in het kort").fill("Iedereen was er. Wij namen ruim de tijd.");

  await fillHold(page, CHAIRED);
  await expectFit(page);
  await page.getByRole("button", { name: "Bewaren en terug naar de lijst" }).click();
  await expect(page.locator("li.row").filter({ hasText: CHAIRED })).toContainText("Even wachten");
  // Members vote about the other: what is not filled in is asked, and all are in favour.
  await fillHold(page, VOTED);
  await page.getByRole("button", { name: "Bewaren en terug naar de lijst" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: /^Kies hoe deze persoon stemde/ })).toHaveCount(3);
  for (const vote of await choose(page, /^Voor$/).all()) await vote.click();
  await expectFit(page);
  await page.getByRole("button", { name: "Bewaren en terug naar de lijst" }).click();

  // Nothing typed is lost when the window closes.
  await page.reload();
  await expect(page.getByLabel("Verslag in het kort")).toHaveValue("Iedereen was er. Wij namen ruim de tijd.");
  // The minutes as one file for both; what was typed waits below it.
  const minutes = {
    name: "Verslag stuurgroep.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7 verslag"),
  };
  const script = { name: "verslag.sh", mimeType: "text/plain", buffer: Buffer.from("#!/bin/sh\n") };
  await page.getByLabel("Of het verslag als bestand").setInputFiles(script);
  await expect(page.getByText("Dit soort bestand kan niet.")).toBeVisible();
  await page.getByLabel("Of het verslag als bestand").setInputFiles(minutes);
  await expect(page.getByLabel("Verslag in het kort")).toHaveCount(0);
  await picture(page, "meeting-file", { height: 1300 });
  await expectFit(page);
  await page.reload();
  await page.getByRole("button", { name: "Weghalen Verslag stuurgroep.pdf" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Verslag in het kort")).toHaveValue("Iedereen was er. Wij namen ruim de tijd.");
  await page.getByLabel("Of het verslag als bestand").setInputFiles(minutes);
  await expect(page.getByRole("button", { name: "Weghalen Verslag stuurgroep.pdf" })).toBeVisible();
  await page.getByRole("button", { name: "Controleer alles" }).click();
  await expectHeadingFocus(page, "Controleer de besluiten");
  await expect(page.getByText("Verslag stuurgroep.pdf")).toBeVisible();
  await expect(page.getByText("3 voor, 0 tegen, 0 onthoudingen")).toBeVisible();
  await expectFit(page);
  await page.getByRole("button", { name: "2 besluiten vastleggen" }).click();
  await expect(page.getByText("2 besluiten zijn vastgelegd.")).toBeVisible();
  await expectFit(page);

  // The same meeting again, in other words: each of them is told by whom it was recorded.
  await page.getByRole("link", { name: "Vergadering afsluiten" }).click();
  await arrange(page);
  await page.getByRole("link", { name: "Besluiten vastleggen" }).click();
  await page.getByLabel("Op welke dag was de vergadering?").fill(held);
  await page.getByLabel("Verslag in het kort").fill("Nog een keer.");
  await fillHold(page, CHAIRED);
  await page.getByRole("button", { name: "Bewaren en terug naar de lijst" }).click();
  await page.getByRole("link", { name: `Invullen ${VOTED}` }).click();
  await choose(page, /^Niet behandeld/).click();
  await page.getByRole("button", { name: "Bewaren en terug naar de lijst" }).click();
  await page.getByRole("button", { name: "Controleer alles" }).click();
  await page.getByRole("button", { name: "1 besluit vastleggen" }).click();
  await expect(page.getByText(/is al vastgelegd: door Demo Tess/)).toBeVisible();
  await expectFit(page);
});
