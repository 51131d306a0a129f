import { expect, type Page, test } from "@playwright/test";
import { choose, expectSaid, inDays, openProject, region, unfold } from "./doing.ts";
import { expectFit, expectHeadingFocus } from "./fit.ts";
import { type Part, signIn } from "./people.ts";

// A product goes out of use: its round is opened early, the steering group lets it be phased out, the plan for that is
// written, reviewed and told to the council, and after the last decision the closing work is done and accepted.
test.describe.configure({ mode: "serial" });
test.skip(({ isMobile }) => isMobile, "the demo has one project that can go out of use");

const TITLE = "Vragenlijsten over klachten";
const PLAN = "Afbouwplan";
const QUESTION = "Zijn cliënten, gegevens, accounts en contract afgerond?";

const open = (page: Page, part: Part) => openProject(page, part, TITLE);

/** Where it stands after it went out of use: no longer in the first list of projects. */
let project = "";

/** Fit as it is, and on a narrow screen too. */
async function expectFitEverywhere(page: Page) {
  await expectFit(page);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  await expectFit(page);
  if (size) await page.setViewportSize(size);
}

async function decide(page: Page, outcome: RegExp, why: string, lessons?: string) {
  await open(page, "BOARD");
  await page.getByRole("link", { name: "Besluit nemen", exact: true }).click();
  await choose(page, outcome);
  await page.getByLabel("Waarom?").fill(why);
  if (lessons) await page.getByLabel("Wat leren we hiervan?").fill(lessons);
  await expectFit(page);
  await page.getByRole("button", { name: "Controleer uw besluit" }).click();
}

test("the round is opened before its day, and the steering group stops the use", async ({ page }) => {
  await open(page, "MANAGER");
  await page.getByRole("link", { name: "Het project bijsturen" }).click();
  const card = page.locator("section.card").filter({ hasText: "De volgende ronde nu openen" });
  await expect(card).toContainText("De volgende ronde staat gepland op");
  await expectFitEverywhere(page);
  await card.getByRole("button", { name: "Ronde nu openen" }).click();
  await expectSaid(page, "De ronde is open.");

  await decide(
    page,
    /^Nee, stoppen en naar Uitfaseren$/,
    "Er is een vragenlijst in het dossier zelf.",
    "Kijk er eerder naar.",
  );
  await expectHeadingFocus(page, "Controleer het besluit");
  await expectFitEverywhere(page);
  await page.getByRole("button", { name: "Besluit vastleggen" }).click();
  await expectHeadingFocus(page, "Het besluit is vastgelegd");
  await expect(page.getByText(`${TITLE} stopt hier en gaat naar Uitfaseren.`)).toBeVisible();
  await page.getByRole("link", { name: "Naar het project" }).click();
  await expect(page.locator('.funnel [aria-current="step"]')).toHaveText(/Uitfaseren/);
  await expect(region(page, /^Afsluiting: 0 van 4 punten klaar/)).toContainText(PLAN);
  await expectFitEverywhere(page);
});

test("the lead writes how it is phased out", async ({ page }) => {
  await open(page, "LEAD");
  await page
    .locator(".now")
    .getByRole("link", { name: `Dien in: ${PLAN}` })
    .click();
  await expectHeadingFocus(page, `${PLAN}: versie 1 schrijven`);
  await page.getByLabel("Waarom stoppen we?").fill("De vragenlijst staat nu in het dossier.");
  await page.getByLabel(/^Hoe weten cliënten en naasten het/).fill("Elke cliënt krijgt een brief en een gesprek.");
  await page.getByRole("button", { name: "Versie 1 indienen" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expectFit(page);
  await page.getByRole("button", { name: "Regel toevoegen" }).click();
  await page.getByLabel("Taak", { exact: true }).fill("Koppeling met het dossier uitzetten");
  await page.getByLabel("Wie?", { exact: true }).fill("Architect");
  await page.getByLabel("Klaar op", { exact: true }).fill(inDays(10));
  await page.getByLabel(/^Welke gegevens bewaren we/).fill("De uitkomsten staan in het dossier.");
  await page.getByLabel(/^Welke gegevens zijn gewist/).fill("De leverancier stuurt een verklaring.");
  await page.getByLabel("Contract gestopt op").fill(inDays(30));
  await page.getByLabel("Wie moet het nog weten?").fill("De helpdesk en de opleiding.");
  await expectFitEverywhere(page);
  await page.getByRole("button", { name: "Versie 1 indienen" }).click();
  await expect(page.getByText("Versie 1 is ingediend.")).toBeVisible();
});

for (const [part, party] of [
  ["ICT", "ICT"],
  ["CARE", "Zorg"],
] as const) {
  test(`${party} approves the plan and says how it saw that all is finished`, async ({ page }) => {
    await open(page, part);
    await page
      .locator(".now")
      .getByRole("link", { name: `Beoordeel: ${PLAN}` })
      .click();
    const box = region(page, `Uw beoordeling namens ${party}`);
    await choose(box, /^Goedkeuren$/);
    await box.getByRole("button", { name: "Beoordeling vastleggen" }).click();
    await expectSaid(page, `${party} heeft dit document goedgekeurd.`);
    await open(page, part);
    await region(page, /punten klaar/)
      .locator(".row")
      .filter({ hasText: QUESTION })
      .filter({ hasText: `Wacht op ${party}` })
      .getByRole("link", { name: QUESTION })
      .click();
    await choose(page, /^Ja, dit voldoet$/);
    await choose(page, /praktijk/);
    await page.getByRole("button", { name: "Antwoord vastleggen" }).first().click();
    await expect(page.getByText(`Vastgelegd namens ${party}: Voldoet.`)).toBeVisible();
    await expectFit(page);
  });
}

test("the council is told, and nothing more is asked of it", async ({ page }) => {
  await open(page, "LEAD");
  await region(page, /^Advies en instemming/)
    .getByRole("link", { name: /Cliëntenraad/ })
    .first()
    .click();
  await expectFitEverywhere(page);
  await page.getByRole("button", { name: "Controleren" }).click();
  await expectFit(page);
  await page.getByRole("button", { name: "Informatie geven" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Cliëntenraad/ })).toBeVisible();
  await expectFit(page);
});

test("the last decision takes it out of use, and asks for the closing work", async ({ page }) => {
  await decide(page, /^Ja, uit gebruik nemen/, "Alles is geregeld; wat nog loopt, staat in de afspraken.");
  await expectHeadingFocus(page, "Controleer het besluit");
  await expectFit(page);
  await page.getByRole("button", { name: "Besluit vastleggen" }).click();
  await expectHeadingFocus(page, "Het besluit is vastgelegd");
  await expect(page.getByText(`${TITLE} is uit gebruik.`)).toBeVisible();
  await expectFitEverywhere(page);
  await page.goto("/projecten?toon=uit-gebruik");
  await page.getByRole("link", { name: TITLE, exact: true }).click();
  await expect(page.locator(".now")).toContainText("De toepassing is uit gebruik.");
  project = new URL(page.url()).pathname;
  await expectFitEverywhere(page);
});

const work: [words: string, owner: Part, acceptedBy: Part][] = [
  ["Cliënten en naasten weten het", "CARE", "CLIENTS"],
  ["Gegevens terug of gewist", "PRIVACY", "CISO"],
  ["Accounts gesloten", "ICT", "CISO"],
  ["Koppelingen verwijderd", "CISO", "ICT"],
  ["Contract gestopt", "PURCHASE", "FINANCE"],
  ["Lessen gedeeld", "INNOVATION", "BOARD"],
];

test("the closing work is done by its owners and accepted by others, and then it is closed", async ({ page }) => {
  test.setTimeout(240_000);
  const row = (words: string) => region(page, "Vervolgafspraken").locator(".row").filter({ hasText: words });
  for (const [words, owner, acceptedBy] of work) {
    await signIn(page, owner);
    await page.goto(project);
    await unfold(row(words), "Gereed melden");
    await row(words).getByLabel("Hoe is dit gedaan?").fill(`${words}: gedaan en nagekeken.`);
    await row(words).getByRole("button", { name: "Gereed melden" }).click();
    await expectSaid(page, "De afspraak is gereed gemeld.");
    await signIn(page, acceptedBy);
    await page.goto(project);
    await unfold(row(words), "Kijk of dit klaar is");
    await choose(row(words), /^Ja, dit is klaar/);
    await row(words).getByRole("button", { name: "Antwoord vastleggen" }).click();
    await expectSaid(page, "De afspraak is klaar.");
  }
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  await expect(page.locator(".now")).toContainText("Alles wat daarbij hoort, was klaar op");
  for (const [words] of work) await expect(row(words)).toHaveCount(0);
  await expectFitEverywhere(page);
});
