import { expect, type Page, test } from "@playwright/test";
import { choose, expectSaid, inDays, openProject, region, unfold } from "./doing.ts";
import { expectFit } from "./fit.ts";
import type { Part } from "./people.ts";

// A small product in use: it changes, something goes wrong, a team starts, and a duty comes round.
const TITLE = "Herinnering aan uw afspraak";

async function openUse(page: Page, part: Part) {
  await openProject(page, part, TITLE);
  await page.getByRole("link", { name: "Gebruik, signalen en wijzigingen" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Gebruik" })).toBeVisible();
}

test("a change is reported with what it asks again, and a small one is closed", async ({ page }, { project }) => {
  const text = `De sms noemt voortaan ook het gebouw (${project.name}).`;
  await openUse(page, "LEAD");
  const changes = region(page, "Wijzigingen");
  await unfold(changes, "Wijziging melden");
  await changes.getByRole("button", { name: "Wijziging melden" }).click();
  await expect(changes.getByRole("alert").getByRole("link")).toHaveCount(2);
  await choose(changes, /^Nieuwe versie van de leverancier/);
  await expect(changes).toContainText("Dit wordt dan opnieuw gevraagd:");
  await expect(changes).toContainText("Is het een kleine wijziging? Dan kan ICT die meteen afsluiten.");
  await expectFit(page);
  await changes.getByLabel("Beschrijf de wijziging").fill(text);
  await changes.getByRole("button", { name: "Wijziging melden" }).click();
  await expectSaid(page, "De wijziging is gemeld.");

  await openUse(page, "ICT");
  const row = changes.locator("ul.rows > .row").filter({ hasText: text });
  await expect(row).toContainText("Gemeld door Demo Noor");
  await expect(row.getByRole("listitem").first()).toBeVisible();
  await unfold(row, "Afsluiten als kleine wijziging");
  await row.getByRole("button", { name: "Kleine wijziging afsluiten" }).click();
  await expect(row.getByRole("alert")).toContainText("Schrijf op waarom.");
  await row.getByLabel("Waarom hoeft niets opnieuw te worden beantwoord?").fill("Alleen een woord in de tekst.");
  await expectFit(page);
  await row.getByRole("button", { name: "Kleine wijziging afsluiten" }).click();
  await expectSaid(page, "De wijziging is afgesloten.");
  await expect(row).toHaveCount(0);
});

test("a signal is reported without a client in it, judged again and handled", async ({ page }, { project }) => {
  const text = `Melding 2026-401 (${project.name}): een sms ging naar een oud nummer.`;
  await openUse(page, "CARE");
  const signals = region(page, "Signalen");
  await unfold(signals, "Signaal melden");
  await signals.getByRole("button", { name: "Signaal melden" }).click();
  await expect(signals.getByRole("alert").getByRole("link")).toHaveCount(4);
  await expectFit(page);
  await choose(signals, /^Incident/);
  await signals.getByLabel("Op welke dag was het?").fill(inDays(-1));
  await signals.getByLabel("Wat gebeurde er, en waar is het geregistreerd?").fill(text);
  await signals.getByText("In deze melding staat niets over een cliënt.").click();
  await signals.getByRole("button", { name: "Signaal melden" }).click();
  await expectSaid(page, "Het signaal is gemeld.");

  await openUse(page, "QUALITY");
  const row = signals.locator("ul.rows > .row").filter({ hasText: text });
  await expect(row).toContainText("Kwaliteit en veiligheid handelt dit af");
  await row.getByRole("link").first().click();
  await choose(page, /^Ja, dit voldoet$/);
  await choose(page, /praktijk/);
  await page.getByRole("button", { name: "Antwoord vastleggen" }).first().click();
  await expect(page.getByText("Vastgelegd namens Kwaliteit en veiligheid: Voldoet.")).toBeVisible();
  await expectFit(page);
  await openUse(page, "QUALITY");
  await expect(row).toContainText("Nu hoeft niemand iets te beantwoorden. Het signaal kan worden afgehandeld.");
  await unfold(row, "Signaal afhandelen");
  await row.getByRole("button", { name: "Afhandeling vastleggen" }).click();
  await expect(row.getByRole("alert")).toContainText("Schrijf op wat er is gedaan.");
  await row.getByLabel("Wat is er gedaan?").fill("De balie kijkt elk nummer na bij het aanmelden.");
  await expectFit(page);
  await row.getByRole("button", { name: "Afhandeling vastleggen" }).click();
  await expectSaid(page, "Het signaal is afgehandeld.");
  await expect(row).toHaveCount(0);
});

test("a team is planned, answers its questions and starts; another is called off", async ({ page }, { project }) => {
  const team = `Poli ${project.name}`;
  await openUse(page, "LEAD");
  const rollouts = region(page, "Uitrol naar teams en locaties");
  const row = rollouts.locator("ul.rows > .row").filter({ hasText: team });
  for (const name of [team, `${team} bis`]) {
    await unfold(rollouts, "Uitrol plannen");
    await rollouts.getByLabel("Welk team of welke locatie?").fill(name);
    await rollouts.getByLabel("Op welke dag start het?").fill(inDays(3));
    await rollouts.getByRole("button", { name: "Uitrol plannen" }).click();
    await expectSaid(page, "De uitrol is gepland.");
  }
  const other = row.filter({ hasText: `${team} bis` });
  await unfold(other, "Deze uitrol gaat niet door");
  await other.getByLabel("Waarom gaat dit niet door?").fill("Dit team verhuist eerst.");
  await other.getByRole("button", { name: "Uitrol laten vervallen" }).click();
  await expectSaid(page, "De uitrol gaat niet door.");
  await expect(row).toHaveCount(1);

  for (const [part, party] of [
    ["CARE", "Zorg"],
    ["ICT", "ICT"],
  ] as const) {
    await openUse(page, part);
    await unfold(row, `Vragen beantwoorden namens ${party}`);
    for (const yes of await row.locator("label.choice").filter({ hasText: /^Ja$/ }).all()) await yes.click();
    await expectFit(page);
    await row.getByRole("button", { name: "Antwoord vastleggen" }).click();
    await expectSaid(page, "De antwoorden zijn vastgelegd.");
  }

  await openUse(page, "LEAD");
  await expect(row).toContainText("6 van 6");
  await unfold(row, "Vastleggen dat dit is gestart");
  await expect(row.getByLabel("Op welke dag is het gestart?")).toHaveValue(inDays(0));
  await row.getByRole("button", { name: "Start vastleggen" }).click();
  await expectSaid(page, "De start is vastgelegd.");
  await expect(row).toHaveCount(0);
});

test("a duty is done when its document is renewed and approved", async ({ page }) => {
  await openUse(page, "CARE");
  const duty = () => region(page, "Vaste taken").locator(".row").filter({ hasText: "De risicoanalyse vernieuwen" });
  await expect(duty()).toContainText("Klaar als dit document is goedgekeurd:");
  await expectFit(page);
  await duty().getByRole("link", { name: "Risicoanalyse" }).click();
  await page.getByRole("link", { name: "Nieuwe versie schrijven" }).click();
  await page.locator("form textarea").last().fill(`Nagekeken na een half jaar: niets nieuws (${Date.now()}).`);
  await choose(page, /^Definitief/);
  await page.getByRole("button", { name: /^Versie \d+ indienen$/ }).click();
  await expect(page.getByText(/^Versie \d+ is ingediend\.$/)).toBeVisible();
  const document = new URL(page.url()).pathname;

  await openUse(page, "QUALITY");
  await page.goto(document);
  const box = region(page, "Uw beoordeling namens Kwaliteit en veiligheid");
  await choose(box, /^Goedkeuren$/);
  await box.getByRole("button", { name: "Beoordeling vastleggen" }).click();
  await expect(page.getByText("Kwaliteit en veiligheid heeft dit document goedgekeurd.")).toBeVisible();
  await openUse(page, "CARE");
  const today = new Intl.DateTimeFormat("nl-NL", {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "Europe/Amsterdam",
  }).format();
  await expect(duty()).toContainText(`laatst gedaan op ${today}`);
  await expectFit(page);
});
