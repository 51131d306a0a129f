import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { type Part, signIn } from "./people.ts";
import { picture } from "./picture.ts";

// The walkthrough of README.md, on the demo's own project, word for word. With TRECHTER_E2E_PICTURES it also takes the
// pictures that README.md shows.

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8").replaceAll(/\s+/g, " ");

/** Words of a screen that the walkthrough names, so that neither can change without the other. */
function said(words: string): string {
  expect(readme, `README.md does not say ${words}`).toContain(words);
  return words;
}

const press = (page: Page, words: string) => page.getByRole("button", { name: said(words), exact: true }).click();
const choose = (page: Page, words: string) =>
  page
    .locator("label.choice")
    .filter({ hasText: new RegExp(`^${said(words)}`) })
    .click();

/** Signs in and opens the project of the walkthrough. */
async function open(page: Page, part: Part) {
  await signIn(page, part);
  await page.getByRole("link", { name: said("Projecten"), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Projecten" })).toBeVisible();
  await page.getByRole("link", { name: said("Slaapcoach-app"), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Slaapcoach-app" })).toBeVisible();
}

async function decide(page: Page) {
  await page.getByRole("link", { name: said("Besluit nemen"), exact: true }).click();
  await choose(page, "Ja, doorgaan naar Verkenning");
  await page.getByLabel(said("Waarom?")).fill("De behoefte is groot en ICT heeft tijd.");
  await press(page, "Controleer uw besluit");
}

test("the walkthrough of README.md is true", async ({ page, isMobile }) => {
  test.skip(isMobile, "the demo's project can be decided once");
  test.setTimeout(300_000);

  await test.step("1. what waits", async () => {
    await signIn(page, "CARE");
    await expect(page.getByRole("heading", { level: 1, name: said("Mijn taken") })).toBeVisible();
    await expect(page.getByRole("link", { name: "Beoordeel: Ideeformulier" }).first()).toBeVisible();
    await signIn(page, "INNOVATION");
    await page.getByRole("link", { name: "Projecten", exact: true }).click();
    await expect(page.getByRole("link", { name: "Cliëntportaal met eigen dossier" })).toBeVisible();
    await picture(page, "projects", { height: 1000 });
    await open(page, "INNOVATION");
    await expect(page.getByText(said("Intake: 1 van 4 punten klaar"))).toBeVisible();
    await picture(page, "project", { height: 1000 });
  });

  await test.step("2. the gate refuses", async () => {
    await decide(page);
    const refusal = page.getByRole("alert");
    await expect(refusal).toContainText(said("Dit kan nog niet"));
    await expect(refusal).toContainText(said("Regel 2"));
    await expect(refusal.getByRole("listitem")).toHaveCount(3);
    await picture(page, "refused");
  });

  await test.step("3. care reviews and answers", async () => {
    await open(page, "CARE");
    await page.getByRole("link", { name: said("Beoordeel: Ideeformulier"), exact: true }).click();
    await choose(page, "Goedkeuren");
    await press(page, "Beoordeling vastleggen");
    await expect(page.getByText("Zorg heeft dit document goedgekeurd.")).toBeVisible();
    await page.getByText(said("Beantwoord dit namens Zorg")).click();
    await choose(page, "Ja, dit voldoet");
    await press(page, "Antwoord vastleggen");
    await expect(page.getByText("Beantwoord dit namens Zorg")).toHaveCount(0);
  });

  await test.step("4. a new version makes stale what rested on it", async () => {
    await open(page, "LEAD");
    await page.getByRole("link", { name: "Nieuwe versie schrijven Ideeformulier" }).click();
    said("Nieuwe versie schrijven");
    await page
      .getByLabel(said("Hoe meten we succes?"))
      .fill("De score op een slaapvragenlijst, nu, na zes weken en na een half jaar.");
    await press(page, "Versie 2 indienen");
    await expect(page.getByText("Versie 2 is ingediend.")).toBeVisible();
    await page.getByRole("link", { name: "Slaapcoach-app", exact: true }).click();
    const row = (words: string) =>
      page
        .getByRole("region", { name: /punten klaar/ })
        .locator(".row")
        .filter({ hasText: words });
    await expect(row("Ideeformulier")).toContainText(said("Verouderd"));
    await expect(row(said("Past dit idee bij de zorg die wij willen geven?"))).toContainText("Voldoet");
  });

  await test.step("5. care and innovation confirm, innovation answers", async () => {
    for (const part of ["CARE", "INNOVATION"] as const) {
      await signIn(page, part);
      const card = page.locator(".notice").filter({ hasText: "Slaapcoach-app" });
      await card.getByRole("link", { name: said("Bekijk en bevestig") }).click();
      await press(page, "1 antwoord bevestigen");
      await expect(page.getByText("Uw antwoord is bevestigd.")).toBeVisible();
    }
    await open(page, "INNOVATION");
    await page
      .locator(".now")
      .getByRole("link", { name: `Oordeel over: ${said("Weten we waaraan we straks zien dat het doel is gehaald?")}` })
      .click();
    await choose(page, "Ja, dit voldoet");
    await press(page, "Antwoord vastleggen");
    await expect(page.getByText("Vastgelegd namens Innovatie: Voldoet.")).toBeVisible();
  });

  await test.step("6. go", async () => {
    await open(page, "INNOVATION");
    await expect(page.getByText(said("Alle punten zijn klaar"))).toBeVisible();
    await decide(page);
    await press(page, "Besluit vastleggen");
    await expect(page.getByRole("heading", { level: 1, name: said("Het besluit is vastgelegd") })).toBeVisible();
    await page.getByRole("link", { name: "Naar het project" }).click();
    await expect(page.locator('.funnel [aria-current="step"]')).toHaveText(/Verkenning/);
  });

  await test.step("7. the letter", async () => {
    said("/postvak");
    const letter = page.getByRole("link", { name: /^Besluit over 'Slaapcoach-app': Ja, doorgaan naar Verkenning/ });
    await expect(async () => {
      await page.goto("/postvak");
      await expect(letter.first()).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 20_000 });
    await letter.first().click();
    await expect(page.getByRole("heading", { level: 1, name: /^Besluit over 'Slaapcoach-app'/ })).toBeVisible();
  });
});
