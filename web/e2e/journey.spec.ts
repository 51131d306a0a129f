import { expect, type Page, test } from "@playwright/test";
import { expectFit, expectHeadingFocus } from "./fit.ts";
import { signIn } from "./people.ts";

// One project from idea to its first decision, as four people, on the real server: each test goes on where the one
// before it stopped.
test.describe.configure({ mode: "serial" });

let project = "";
const title = (name: string) => `Demo slaapcoach ${name} ${new Date().toISOString().slice(0, 19)}`;

/** Fills every open question of a form with some plain text. */
async function fillForm(page: Page, text: string) {
  for (const area of await page.locator("form textarea").all()) await area.fill(text);
}

/** Chooses an answer as people do: by pressing its words. */
const choose = (page: Page, words: RegExp) => page.locator("label.choice").filter({ hasText: words }).click();

/** The decision for this project, filled in up to the button. */
async function chooseGo(page: Page, why: string) {
  await page.goto(`${project}/besluit`);
  await choose(page, /^Ja, doorgaan naar/);
  await page.getByLabel("Waarom?").fill(why);
  await page.getByRole("button", { name: "Controleer uw besluit" }).click();
}

test("a project starts", async ({ page }, { project: { name } }) => {
  await signIn(page, "LEAD");
  await page.getByRole("link", { name: "Projecten", exact: true }).click();
  await page.getByRole("link", { name: "Nieuw project" }).click();
  await expectHeadingFocus(page, "Nieuw project");
  await page.getByRole("button", { name: "Project starten" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expectFit(page);
  await page.getByLabel("Hoe heet het project?").fill(title(name));
  await page.getByLabel("Waar gaat het over?").fill("Een app die cliënten helpt om beter te slapen.");
  const funnel = page.getByLabel("Door welke trechter gaat het?");
  if ((await funnel.inputValue()) === "") await funnel.selectOption({ index: 1 });
  await page.getByRole("button", { name: "Project starten" }).click();
  await expectHeadingFocus(page, /Demo slaapcoach/);
  project = new URL(page.url()).pathname;
  await expect(page.locator('.funnel [aria-current="step"]')).toHaveText(/Idee/);
  await expect(page.locator(".now")).toContainText("U moet");
  await expectFit(page);
  // A question about the project opens in its place; the focus goes along, and back.
  const answer = page.getByRole("button", { name: /^Beantwoord Gebruikt de toepassing gegevens/ });
  await answer.click();
  await expect(page.getByRole("radio", { name: "Ja" })).toBeFocused();
  await page.getByRole("button", { name: "Annuleren" }).click();
  await expect(answer).toBeFocused();
  await answer.click();
  await page.getByRole("button", { name: "Antwoord opslaan" }).click();
  await expect(page.getByText("Kies een antwoord.")).toBeVisible();
  await choose(page, /^Ja$/);
  await expectFit(page);
  await page.getByRole("button", { name: "Antwoord opslaan" }).click();
  await expect(
    page.getByRole("button", { name: /^Wijzig het antwoord Gebruikt de toepassing gegevens/ }),
  ).toBeFocused();
});

test("its document is written, saved by itself, checked and submitted", async ({ page }) => {
  await signIn(page, "LEAD");
  await page.goto(project);
  await page
    .getByRole("link", { name: /^Document schrijven/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: /versie 1 schrijven/ })).toBeVisible();
  await expectFit(page);
  // Whoever hands in an empty form reads which answers are missing.
  await page.getByRole("button", { name: "Versie 1 indienen" }).click();
  await expect(page.getByRole("alert").getByRole("link")).toHaveCount(4);
  await page.locator("form textarea").first().fill("Cliënten slapen slecht en vragen om hulp.");
  await expect(page.getByRole("status").filter({ hasText: /^Bewaard om/ })).toBeVisible();
  await page.reload();
  await expect(page.locator("form textarea").first()).toHaveValue("Cliënten slapen slecht en vragen om hulp.");
  await choose(page, /^Definitief/);
  await page.getByRole("button", { name: "Versie 1 indienen" }).click();
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await summary.getByRole("link").first().click();
  await expect(page.locator("form textarea:focus, form input:focus")).toHaveCount(1);
  await expectFit(page);
  await fillForm(page, "Na zes weken slaapt de helft van de deelnemers een uur langer.");
  await page.getByRole("button", { name: "Versie 1 indienen" }).click();
  await expect(page.getByText("Versie 1 is ingediend.")).toBeVisible();
  await expect(page.getByText("Daarom beoordelen anderen die: Zorg en Innovatie.")).toBeVisible();
  await expectFit(page);
  await page.goto(`${project}/besluit`);
  await expect(page.getByText("Innovatie neemt dit besluit.")).toBeVisible();
  await expectFit(page);
});

test("go is refused while points are open, with a link to each", async ({ page }) => {
  await signIn(page, "INNOVATION");
  await page.goto(`${project}/besluit`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectFit(page);
  await chooseGo(page, "Wij willen dit snel verkennen.");
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("Doorgaan kan nog niet");
  await expect(summary).toContainText("Regel 2");
  expect(await summary.getByRole("link").count()).toBeGreaterThanOrEqual(3);
  await expectFit(page);
  // Every point of the gate stands beside the choice, open or not; what only informs too, while its question is open.
  await expect(page.getByRole("region", { name: /van \d+ punten klaar/ }).locator(".row")).toHaveCount(6);
  await summary.getByRole("link").first().click();
  await expect(page).toHaveURL(/documenten|voorwaarden/);
  // What was typed is still there.
  await page.goto(`${project}/besluit`);
  await expect(page.getByLabel("Waarom?")).toHaveValue("Wij willen dit snel verkennen.");
});

/** Goes on with Tab, as people without a mouse do, until something with these words has the focus and shows it. */
async function tabTo(page: Page, words: RegExp) {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    const [text, ring] = await page.evaluate(() => {
      const found = document.activeElement as HTMLElement;
      const shown = found.closest("label") ?? found;
      return [shown.textContent?.trim() ?? "", getComputedStyle(shown).outlineStyle];
    });
    if (!words.test(text)) continue;
    expect(ring, `the focus on ${words} is not to be seen`).toBe("solid");
    return;
  }
  throw new Error(`Tab does not lead to ${words}`);
}

test("ICT answers its own question, with the keyboard alone", async ({ page, isMobile }) => {
  await signIn(page, "ICT");
  await page.goto(project);
  await page
    .locator(".now")
    .getByRole("link", { name: /^Oordeel over: Heeft ICT/ })
    .click();
  await expect(page).toHaveURL(/voorwaarden\/ict-vroeg/);
  await expect(page.getByRole("heading", { level: 1, name: /^Heeft ICT/ })).toBeVisible();
  await expectFit(page);
  await choose(page, /^Nee, dit voldoet niet$/);
  await page.getByRole("button", { name: "Antwoord vastleggen" }).click();
  await expect(page.getByRole("alert")).toContainText("Schrijf op waarom.");
  if (isMobile) {
    await choose(page, /^Ja, dit voldoet$/);
    await page.getByRole("button", { name: "Antwoord vastleggen" }).click();
  } else {
    await tabTo(page, /^Nee, dit voldoet niet$/);
    await page.keyboard.press("ArrowUp");
    await expect(page.getByRole("radio", { name: "Ja, dit voldoet" })).toBeChecked();
    await tabTo(page, /^Antwoord vastleggen$/);
    await page.keyboard.press("Enter");
  }
  await expect(page.getByText("Vastgelegd namens ICT: Voldoet.")).toBeVisible();
  await expectFit(page);
});

for (const [part, party, criterion] of [
  ["CARE", "Zorg", "past-in-zorg"],
  ["INNOVATION", "Innovatie", "doelen-meetbaar"],
] as const) {
  test(`${party} reviews the document and answers its criterion`, async ({ page }) => {
    await signIn(page, part);
    await page.goto(`${project}/documenten/idee`);
    const box = page.getByRole("region", { name: `Uw beoordeling namens ${party}` });
    await expect(box).toBeVisible();
    await box.getByRole("button", { name: "Beoordeling vastleggen" }).click();
    await expect(box.getByRole("alert")).toBeFocused();
    await expectFit(page);
    await choose(page, /^Goedkeuren$/);
    await box.getByRole("button", { name: "Beoordeling vastleggen" }).click();
    await expect(page.getByText(`${party} heeft dit document goedgekeurd.`).first()).toBeVisible();
    // The page has read again: the box is gone, and each question stands in a form of its own.
    await expect(box).toHaveCount(0);
    const form = page.locator("form").filter({ has: page.locator(`#oordeel-${criterion}-${party.toLowerCase()}`) });
    const question = page
      .locator("details")
      .filter({ has: page.locator(`#oordeel-${criterion}-${party.toLowerCase()}`) });
    await question.locator("summary").click();
    await form
      .locator("label.choice")
      .filter({ hasText: /^Ja, dit voldoet$/ })
      .click();
    await form.getByRole("button", { name: "Antwoord vastleggen" }).click();
    await expect(question).toHaveCount(0);
    await page.goto(`${project}/voorwaarden/${criterion}`);
    await expect(page.getByText(`Het antwoord van ${party}`)).toBeVisible();
    await expectFit(page);
  });
}

test("a new version leaves standing what it does not touch, and makes the rest outdated", async ({ page }) => {
  await signIn(page, "LEAD");
  await page.goto(`${project}/documenten/idee`);
  await page.getByRole("link", { name: "Nieuwe versie schrijven" }).click();
  await expectHeadingFocus(page, /versie 2 schrijven/);
  await page.getByLabel("Hoe meten we succes?").fill("Na acht weken slaapt de helft een uur langer dan nu.");
  await page.getByRole("button", { name: "Versie 2 indienen" }).click();
  await expect(page.getByText("Versie 2 is ingediend.")).toBeVisible();
  await page.getByRole("link", { name: "Vergelijk met versie 1" }).click();
  await expect(page.getByText("Er is 1 verschil.")).toBeVisible();
  await expectFit(page);
  await page.goto(project);
  const row = (words: RegExp) => page.locator(".row").filter({ hasText: words });
  await expect(row(/Past dit idee bij de zorg/)).toContainText("Voldoet");
  await expect(row(/waaraan we straks zien/)).toContainText("Verouderd");
});

for (const [part, party, answers] of [
  ["CARE", "Zorg", "1 antwoord bevestigen"],
  ["INNOVATION", "Innovatie", "2 antwoorden bevestigen"],
] as const) {
  test(`${party} sees what changed and confirms its earlier answers in one act`, async ({ page }) => {
    await signIn(page, part);
    const partij = party.toLowerCase();
    await page.locator(`a[href="${project}/bevestigen?partij=${partij}"]`).click();
    await expectHeadingFocus(page, "Eerdere antwoorden bevestigen");
    await expect(page.getByText("ging van versie 1 naar 2").first()).toBeVisible();
    await expectFit(page);
    await page.getByRole("button", { name: answers }).click();
    await expect(page.getByText(/Uw (antwoord is|2 antwoorden zijn) bevestigd/)).toBeVisible();
    await expectFit(page);
  });
}

test("go is allowed, checked, recorded, and has a receipt", async ({ page }) => {
  await signIn(page, "INNOVATION");
  await page.goto(project);
  await expect(page.getByText("Alle punten zijn klaar.")).toBeVisible();
  await expectFit(page);
  await page.getByRole("link", { name: "Besluit nemen" }).click();
  await chooseGo(page, "De behoefte is groot en ICT heeft tijd.");
  await expectHeadingFocus(page, "Controleer het besluit");
  await expectFit(page);
  await page.getByRole("link", { name: /^Wijzig Waarom/ }).click();
  await expect(page.getByLabel("Waarom?")).toHaveValue("De behoefte is groot en ICT heeft tijd.");
  await page.getByRole("button", { name: "Controleer uw besluit" }).click();
  await page.getByRole("button", { name: "Besluit vastleggen" }).click();
  await expectHeadingFocus(page, "Het besluit is vastgelegd");
  await expect(page.getByText("Kenmerk van dit besluit:")).toBeVisible();
  await expectFit(page);
  await page.getByRole("link", { name: "Naar het project" }).click();
  await expect(page.locator('.funnel [aria-current="step"]')).toHaveText(/Verkenning/);
  await expectFit(page);
});
