import { expect, type Page, test } from "@playwright/test";
import { choose, expectSaid, inDays, openProject, region, unfold } from "./doing.ts";
import { expectFit, expectHeadingFocus } from "./fit.ts";
import type { Part } from "./people.ts";

// What was said elsewhere is entered for who said it, with minutes, and can be contested: an advice, an answer on a
// criterion, a review and a decision. It goes on with the projects of newer-version.spec.ts, after it.
test.describe.configure({ mode: "serial" });

const titles: Record<string, string> = {
  desktop: "Inchecken met uw telefoon",
  phone: "Vragenkaart voor uw gesprek",
};

const open = (page: Page, part: Part) => openProject(page, part, titles[test.info().project.name] ?? "");

/** Who said it, on which day, who was there, and what was written down of it. */
async function fillBehalf(page: Page, who: string, minutes: string) {
  await page.getByLabel("Wie gaf het antwoord?").selectOption({ label: who });
  await page.getByLabel("Op welke dag was dat?").fill(inDays(0));
  await page.locator("fieldset").filter({ hasText: "Wie waren erbij?" }).last().getByText(who, { exact: true }).click();
  await choose(page.getByRole("radiogroup", { name: "Is er gestemd?" }), /^Nee$/);
  await page.getByLabel("Verslag", { exact: true }).fill(minutes);
}

test("the lead asks again whom the newer version asks", async ({ page }) => {
  await open(page, "NURSE");
  await region(page, /punten klaar/)
    .getByRole("link", { name: /Functionaris gegevensbescherming/ })
    .click();
  await expect(page.getByText("Wat is uw advies over deze gegevensbescherming").first()).toBeVisible();
  await page.getByRole("button", { name: "Controleren" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expectFit(page);
  await page
    .getByLabel("Korte samenvatting in gewone woorden")
    .fill("Cliënten gebruiken hun eigen telefoon. Wij bewaren geen gegevens.");
  await page.getByRole("button", { name: "Controleren" }).click();
  await expectFit(page);
  await page.getByRole("button", { name: /versturen|vragen/i }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Functionaris gegevensbescherming/ })).toBeVisible();
  await expectFit(page);
});

test("the privacy officer enters an advice by phone, and who gave it contests that", async ({ page }) => {
  await open(page, "PRIVACY");
  await region(page, /punten klaar/)
    .getByRole("link", { name: /Functionaris gegevensbescherming/ })
    .click();
  const form = page.locator("details.card").filter({ hasText: "namens een ander" }).first();
  await form.locator("summary").click();
  await form.getByRole("button", { name: "Controleren" }).click();
  await expect(form.getByRole("alert")).toBeFocused();
  await expectFit(page);
  await fillBehalf(page, "Demo Vera (FG)", "Vera belde: het is goed zo.");
  await choose(form, /^Positief advies/);
  await form.locator("#establish-advice-namens-tekst").fill("Er wordt niets bewaard. Ik adviseer positief.");
  await form.getByRole("button", { name: "Controleren" }).click();
  await expect(page.getByText("Vera belde: het is goed zo.")).toBeVisible();
  await expectFit(page);
  await page.getByRole("button", { name: "Stel het antwoord vast" }).click();
  await expectSaid(page, "Het antwoord is vastgesteld.");

  await open(page, "DATA_PROTECTION");
  const records = region(page, "Vastgelegd namens een ander");
  await expect(records).toContainText("Demo Vera (FG) voor Functionaris gegevensbescherming");
  await unfold(records, "Wie het invulde, en het verslag");
  await expect(records.getByText("Vera belde: het is goed zo.")).toBeVisible();
  await expectFit(page);
  await unfold(records, "Bezwaar maken");
  await records.getByRole("button", { name: "Bezwaar maken" }).click();
  await expect(records.getByRole("alert")).toBeFocused();
  await expectFit(page);
  await records.getByLabel("Wat klopt er niet?").fill("Ik heb gezegd dat ik er nog over nadenk.");
  await records.getByRole("button", { name: "Bezwaar maken" }).click();
  await expectSaid(page, "Het bezwaar is vastgelegd. Het antwoord staat weer open.");
});

test("the secretary enters what a client answered, with minutes as a file", async ({ page }) => {
  await open(page, "SECRETARY");
  await region(page, /punten klaar/)
    .getByRole("link", { name: /^Sluit dit (idee )?aan bij wat wij nodig hebben/ })
    .click();
  await unfold(page, /namens een ander/);
  const form = page.locator("details.card").filter({ hasText: "namens een ander" });
  await fillBehalf(page, "Demo Greet (cliënten en naasten)", "");
  await form.getByLabel("Of voeg het verslag toe als bestand").setInputFiles({
    name: "verslag.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7 verslag"),
  });
  await expect(form.getByText("verslag.pdf", { exact: true }).first()).toBeVisible();
  await choose(form, /^Ja, dit voldoet$/);
  await form.getByRole("button", { name: "Controleren" }).click();
  await expectFit(page);
  await page.getByRole("button", { name: "Antwoord vastleggen" }).last().click();
  await expect(
    page.getByText("Vastgelegd namens Cliënten en naasten. Wie het antwoord gaf, krijgt een e-mail."),
  ).toBeVisible();
  await expectFit(page);
});

test("the secretary enters a review that was given by phone, and who gave it contests that", async ({ page }) => {
  await open(page, "SECRETARY");
  await region(page, "Documenten").getByRole("link", { name: "Samenvatting in gewone taal", exact: true }).click();
  await expectHeadingFocus(page, "Samenvatting in gewone taal");
  const document = new URL(page.url()).pathname;
  const form = page.locator("details.card").filter({ hasText: "Beoordeling van Cliënten en naasten vastleggen" });
  await form.locator("summary").click();
  await form.getByRole("button", { name: "Controleren" }).click();
  await expect(form.getByRole("alert")).toBeFocused();
  await expectFit(page);
  await fillBehalf(page, "Demo Greet (cliënten en naasten)", "Greet belde: de uitleg is nog te moeilijk.");
  await choose(form, /^Aanpassing vragen/);
  await form.getByRole("button", { name: "Controleren" }).click();
  await expect(form.getByRole("alert")).toContainText(/reden|waarom/i);
  await form.getByLabel(/Wat moet er anders/).fill("Leg uit wat een QR-code is.");
  await form.getByRole("button", { name: "Controleren" }).click();
  await expect(page.getByText("Greet belde: de uitleg is nog te moeilijk.")).toBeVisible();
  await expectFit(page);
  await page.getByRole("button", { name: "Beoordeling vastleggen" }).last().click();
  await expectSaid(page, "Vastgelegd namens Cliënten en naasten. Wie het antwoord gaf, krijgt een e-mail.");
  const reviews = region(page, "Beoordelingen");
  await expect(reviews).toContainText("Aanpassen");
  await expect(reviews).toContainText("Leg uit wat een QR-code is.");

  // How it was given stands beside it, and who gave it says that it is not right: the version waits again.
  await open(page, "CLIENTS");
  const row = region(page, "Vastgelegd namens een ander").locator(".row").filter({ hasText: "Samenvatting" });
  await unfold(row, "Wie het invulde, en het verslag");
  await expect(row.getByText("Greet belde: de uitleg is nog te moeilijk.")).toBeVisible();
  await unfold(row, "Bezwaar maken");
  await row.getByLabel("Wat klopt er niet?").fill("Ik vroeg alleen of er een plaatje bij kan.");
  await row.getByRole("button", { name: "Bezwaar maken" }).click();
  await expectSaid(page, "Het bezwaar is vastgelegd. Het antwoord staat weer open.");
  await page.goto(document);
  await expect(reviews).toContainText("Wacht op beoordeling");
  await expect(reviews).not.toContainText("Leg uit wat een QR-code is.");
  await expectFit(page);
});

test("the secretary enters a decision of the chair, who contests it and then lets it stand", async ({ page }) => {
  await open(page, "SECRETARY");
  await page.getByRole("link", { name: "Besluit vastleggen namens een ander" }).first().click();
  await fillBehalf(page, "Demo Marga (bestuur)", "Besproken na afloop van de vergadering.");
  await choose(page, /^Even wachten/);
  await page.getByLabel("Wanneer kijken we opnieuw?").fill(inDays(20));
  await page.getByLabel("Waarom?").fill("Wij willen eerst het advies lezen.");
  await expectFit(page);
  await page.getByRole("button", { name: "Controleer uw besluit" }).click();
  await expectHeadingFocus(page, "Controleer het besluit");
  await expectFit(page);
  await page.getByRole("button", { name: "Besluit vastleggen" }).click();
  await expectHeadingFocus(page, "Het besluit is vastgelegd");
  await expectFit(page);

  await open(page, "BOARD");
  const records = region(page, "Vastgelegd namens een ander");
  const row = records.locator(".row").filter({ hasText: "Besluit over" });
  await unfold(row, "Bezwaar maken");
  await row.getByLabel("Wat klopt er niet?").fill("Ik noemde een andere dag.");
  await row.getByRole("button", { name: "Bezwaar maken" }).click();
  await expect(records.getByText(/Tegen het besluit over .* is bezwaar gemaakt/)).toBeVisible();
  await expectFit(page);
  await unfold(records, "Laat het besluit staan");
  await records.getByLabel("Waarom blijft het besluit staan?").fill("De dag maakt toch niet uit.");
  await records.getByRole("button", { name: "Controleren" }).click();
  await records.getByRole("button", { name: "Laat het besluit staan" }).click();
  await expectSaid(page, "Vastgelegd is dat het besluit blijft staan.");
});
