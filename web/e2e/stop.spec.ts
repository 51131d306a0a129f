import { expect, type Page, test } from "@playwright/test";
import { choose, expectSaid, region, startProject, unfold } from "./doing.ts";
import { expectFit, expectHeadingFocus } from "./fit.ts";
import { type Part, signIn } from "./people.ts";

// A project of its own stops with lessons; its closing work is done, sent back and accepted; and it goes on again. Each test goes on where the one before it stopped.
test.describe.configure({ mode: "serial" });

let project = "";

async function open(page: Page, part: Part) {
  await signIn(page, part);
  await page.goto(project);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** The row of the agreement to share what was learned. */
const lessons = (page: Page) => region(page, "Vervolgafspraken").locator(".row").filter({ hasText: "Lessen gedeeld" });

test("it is stopped with a reason and lessons", async ({ page }, info) => {
  project = await startProject(page, "LEAD", `Ademhalingsoefening ${info.project.name}`);
  await open(page, "INNOVATION");
  await page.getByRole("link", { name: "Besluit nemen", exact: true }).click();
  await choose(page, /^Nee, stoppen/);
  await page.getByLabel("Waarom?").fill("Er is al een app die dit doet, en die is beter.");
  await page.getByRole("button", { name: "Controleer uw besluit" }).click();
  await expect(page.getByRole("alert")).toContainText("Schrijf op wat we hiervan leren.");
  await expectFit(page);
  await page.getByLabel("Wat leren we hiervan?").fill("Vraag eerst aan ICT wat er al is.");
  await page.getByRole("button", { name: "Controleer uw besluit" }).click();
  await expectHeadingFocus(page, "Controleer het besluit");
  await expectFit(page);
  await page.getByRole("button", { name: "Besluit vastleggen" }).click();
  await expectHeadingFocus(page, "Het besluit is vastgelegd");
  await expect(page.getByText("Vraag eerst aan ICT wat er al is.")).toBeVisible();
  await expect(page.getByText(/is gestopt\./)).toBeVisible();
  await expectFit(page);
  await page.getByRole("link", { name: "Naar het project" }).click();
  await expect(lessons(page)).toContainText("Nog te doen");
  await expectFit(page);
});

test("the closing work is reported, sent back, reported again and accepted", async ({ page }) => {
  await open(page, "INNOVATION");
  await unfold(lessons(page), "Gereed melden");
  await lessons(page).getByRole("button", { name: "Gereed melden" }).click();
  await expect(lessons(page).getByRole("alert")).toContainText("Schrijf op hoe dit is gedaan.");
  await lessons(page).getByLabel("Hoe is dit gedaan?").fill("Het staat op het intranet.");
  await lessons(page).getByRole("button", { name: "Gereed melden" }).click();
  await expectSaid(page, "De afspraak is gereed gemeld.");
  await expect(lessons(page)).toContainText("Gereed gemeld");

  await open(page, "BOARD");
  await unfold(lessons(page), "Kijk of dit klaar is");
  await choose(lessons(page), /^Nee, dit is nog niet klaar/);
  await lessons(page).getByLabel("Wat moet er nog gebeuren?").fill("Stuur het ook aan de teamleiders.");
  await expectFit(page);
  await lessons(page).getByRole("button", { name: "Antwoord vastleggen" }).click();
  await expectSaid(page, "De afspraak is nog niet klaar.");
  await expect(lessons(page)).toContainText("Nog te doen");

  await open(page, "INNOVATION");
  // Who has to do it again reads what is still to be done.
  await unfold(lessons(page), "Gereed melden");
  await expect(lessons(page)).toContainText("Stuur het ook aan de teamleiders.");
  await lessons(page).getByLabel("Hoe is dit gedaan?").fill("Het staat op het intranet en de teamleiders kregen het.");
  await lessons(page).getByRole("button", { name: "Gereed melden" }).click();
  await expectSaid(page, "De afspraak is gereed gemeld.");

  await open(page, "BOARD");
  await unfold(lessons(page), "Kijk of dit klaar is");
  await choose(lessons(page), /^Ja, dit is klaar/);
  await lessons(page).getByRole("button", { name: "Antwoord vastleggen" }).click();
  await expectSaid(page, "De afspraak is klaar.");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(lessons(page)).toHaveCount(0);
  await expectFit(page);
});

test("who stopped it lets it go on, in a phase that it was in", async ({ page }) => {
  await open(page, "INNOVATION");
  await page.getByRole("link", { name: "Het project bijsturen" }).click();
  const card = page.locator("section.card").filter({ hasText: "Toch doorgaan met dit project" });
  await card.getByRole("button", { name: "Controleren" }).click();
  await expect(card.getByRole("alert").getByRole("link")).toHaveCount(2);
  await expectFit(page);
  await choose(card, /^Idee$/);
  await card.getByLabel("Waarom gaat het project toch door?").fill("De andere app stopt aan het eind van het jaar.");
  await card.getByRole("button", { name: "Controleren" }).click();
  await expectFit(page);
  await card.getByRole("button", { name: "Besluit vastleggen" }).click();
  await expectSaid(page, "Het project gaat weer verder.");
  await page.goto(project);
  await expect(page.locator('.funnel [aria-current="step"]')).toHaveText(/Idee/);
  await expect(page.locator(".now")).not.toContainText("gestopt");
  await expectFit(page);
});
