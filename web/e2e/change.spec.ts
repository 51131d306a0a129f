import { expect, type Page, test } from "@playwright/test";
import { choose, expectSaid, openProject, region, unfold } from "./doing.ts";
import { expectFit, expectHeadingFocus } from "./fit.ts";
import type { Part } from "./people.ts";

// A change of a product in use that is not small: whom it asks again answers everything anew, and with the last answer it
// is closed. Each test goes on where the one before it stopped.
test.describe.configure({ mode: "serial" });

const TITLE = "Herinnering aan uw afspraak";
const DEVICE = "Is het een medisch hulpmiddel?";

const what = () => `De nieuwe versie kiest zelf het tijdstip van de sms (${test.info().project.name}).`;
const changes = (page: Page) => region(page, "Wijzigingen");
const change = (page: Page) => changes(page).locator("ul.rows > .row").filter({ hasText: what() });

async function openUse(page: Page, part: Part) {
  await openProject(page, part, TITLE);
  await page.getByRole("link", { name: "Gebruik, signalen en wijzigingen" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Gebruik" })).toBeVisible();
}

/** The answer on one of the questions that the change asks again. */
async function judge(page: Page, question: RegExp, { inPractice }: { inPractice: boolean }) {
  await openUse(page, "QUALITY");
  await change(page).getByRole("link", { name: question }).click();
  await choose(page, /^Ja, dit voldoet$/);
  const proof = page.locator("label.choice").filter({ hasText: /praktijk/ });
  if (inPractice) await proof.first().click();
  else await expect(proof).toHaveCount(0);
  await expectFit(page);
  await page.getByRole("button", { name: "Antwoord vastleggen" }).first().click();
  await expect(page.getByText("Vastgelegd namens Kwaliteit en veiligheid: Voldoet.")).toBeVisible();
  await expectFit(page);
}

test("a change names what it asks again, and of whom", async ({ page }) => {
  await openUse(page, "LEAD");
  await unfold(changes(page), "Wijziging melden");
  await choose(changes(page), /^Nieuwe versie van de leverancier/);
  await expect(changes(page).locator(".notice")).toContainText(DEVICE);
  await changes(page).getByLabel("Beschrijf de wijziging").fill(what());
  await changes(page).getByRole("button", { name: "Wijziging melden" }).click();
  await expectSaid(page, "De wijziging is gemeld. Wie iets opnieuw moet beantwoorden, krijgt een taak.");
  await expect(change(page)).toContainText("Deze 3 punten worden opnieuw gevraagd:");
  await expect(change(page).getByRole("link")).toHaveCount(3);
  // Who asks for the change cannot say that it is small.
  await expect(change(page).getByText("Afsluiten als kleine wijziging")).toHaveCount(0);
  await expectFit(page);
});

test("quality reviews the document again and answers its questions anew", async ({ page }) => {
  await openUse(page, "QUALITY");
  await change(page)
    .getByRole("link", { name: new RegExp(`eerdere versie van '${DEVICE.replace("?", "\\?")}'`) })
    .click();
  await expectHeadingFocus(page, DEVICE);
  const reviews = region(page, "Beoordelingen");
  await expect(reviews).toContainText("Opnieuw gevraagd: er is iets veranderd of verlopen.");
  const box = region(page, "Uw beoordeling namens Kwaliteit en veiligheid");
  await choose(box, /^Goedkeuren$/);
  await box.getByRole("button", { name: "Beoordeling vastleggen" }).click();
  await expect(page.getByText("Kwaliteit en veiligheid heeft dit document goedgekeurd.").first()).toBeVisible();
  await expect(reviews).not.toContainText("Opnieuw gevraagd");
  await expectFit(page);
  await openUse(page, "QUALITY");
  await expect(change(page).getByRole("link")).toHaveCount(2);

  await judge(page, /Zijn de risico's voor de cliënt in beeld/, { inPractice: true });
  await judge(page, /Is duidelijk of dit een medisch hulpmiddel is/, { inPractice: false });
  // That was the last: no gate asks it, and now nothing else does either. What was said stays on the screen.
  await expect(page.getByText("Deze vraag staat niet meer open.")).toBeVisible();
  await expect(page.getByText("Vastgelegd namens Kwaliteit en veiligheid: Voldoet.")).toBeVisible();
  await expectFit(page);
});

test("with the last answer the change is closed, and the story says so", async ({ page }) => {
  await openUse(page, "LEAD");
  await expect(change(page)).toHaveCount(0);
  await expectFit(page);
  await page.getByRole("link", { name: TITLE, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  const story = region(page, "Wat is er gebeurd?");
  await expect(story.getByText(what())).toBeVisible();
  // The newest thing that happened, so that it is this change.
  await expect(story.getByRole("listitem").first()).toContainText(
    /Wijziging \d+ is afgerond\. Alles is opnieuw beantwoord\./,
  );
});
