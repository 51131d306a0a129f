import { expect, type Page, test } from "@playwright/test";
import { inDays, openProject, region } from "./doing.ts";
import { expectFit } from "./fit.ts";
import { type CouncilLetter, councilLetter, expectPlain } from "./letters.ts";

// What a council answered elsewhere is entered by its coach, by a personal link, with the minutes as a file. Who chairs it
// says that it is not right, so that the council can answer again: the phone does the same after the desktop.
test.describe.configure({ mode: "serial" });

const TITLE = "Sensoren in de woning";
const ADVICE = "Bewoners willen weten hoe het kastje uit gaat.";
const minutes = {
  name: "Verslag cliëntenraad.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.7 verslag"),
};
const script = { name: "verslag.sh", mimeType: "text/plain", buffer: Buffer.from("#!/bin/sh\n") };

const ASKED: CouncilLetter = {
  subject: new RegExp(`^Wilt u advies geven over '${TITLE}'`),
  start: "Vul het antwoord van de raad in",
};

const next = (page: Page) => page.getByRole("button", { name: "Verder" }).click();
const question = (page: Page, name: string) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

/** The seven questions before the one about what shows the answer. */
async function answer(page: Page) {
  await question(page, "Wat adviseert de raad?");
  await page.getByText("Ja, als er iets anders gaat").click();
  await next(page);
  await page.getByRole("textbox").fill(ADVICE);
  await next(page);
  // What a smaller part thinks may stay empty.
  await next(page);
  await page.locator('input[type="date"]').fill(inDays(0));
  await next(page);
  await page.getByText("In een vergadering").click();
  await next(page);
  await page.getByText("Demo Wim (cliëntenraad)").click();
  await next(page);
  await question(page, "Is er gestemd?");
  await next(page);
  await question(page, "Waaruit blijkt het antwoord?");
}

/** The chair reads what was entered, and says that it is not right: the council can answer again. */
async function contest(page: Page, look = expectPlain) {
  const link = await councilLetter(page, {
    subject: new RegExp(`^Klopt dit\\? Iemand vulde voor u het antwoord in over '${TITLE}'`),
    start: "Zeg dat het ingevulde antwoord niet klopt",
  });
  await page.goto(link);
  await expect(page.getByText(/^Ingevuld door Demo Lena .* namens Demo Cor/)).toBeVisible();
  await look(page);
  await page.getByRole("link", { name: "Zeg dat het ingevulde antwoord niet klopt" }).click();
  await page.getByRole("textbox").fill("Wij willen hier eerst nog over praten.");
  await next(page);
  await page.getByRole("button", { name: "Zeggen dat het niet klopt" }).click();
  await question(page, "U zei dat het antwoord niet klopte");
  await look(page);
}

test("the coach enters what the council answered, with the minutes as a file", async ({ page }) => {
  const link = await councilLetter(page, ASKED);
  await page.goto(link);
  await expectPlain(page);
  await page.getByRole("link", { name: "Vul het antwoord van de raad in" }).click();
  await expectPlain(page);
  await answer(page);
  await expectPlain(page);
  await next(page);
  await expect(page.getByRole("alert")).toContainText("Schrijf op waaruit het antwoord blijkt, of kies een bestand.");
  await expect(page.getByRole("alert")).toBeFocused();
  await expectPlain(page);

  // What is no document is refused; the words beside it stay, and so does everything before.
  const file = page.locator('input[type="file"]');
  await page.getByRole("textbox", { name: "In uw eigen woorden" }).fill("Het verslag komt er nog aan.");
  await file.setInputFiles(script);
  await next(page);
  await expect(page.getByRole("alert")).toContainText("Dit soort bestand kan niet.");
  await expect(page.getByRole("textbox", { name: "In uw eigen woorden" })).toHaveValue("Het verslag komt er nog aan.");
  await expectPlain(page);
  await file.setInputFiles(minutes);
  await next(page);
  // What shows it is one thing.
  await expect(page.getByRole("alert")).toContainText("U hebt een tekst en een bestand. Kies één van de twee");
  await page.getByRole("textbox", { name: "In uw eigen woorden" }).fill("");
  await next(page);
  await question(page, "Klopt dit?");
  await expect(page.getByText(minutes.name)).toBeVisible();
  await expect(page.getByText("Demo Wim (cliëntenraad)", { exact: true })).toBeVisible();
  await expectPlain(page);

  // It can be taken away again, and another one put in its place.
  await page.getByRole("button", { name: "Wijzig Waaruit het blijkt" }).click();
  await expect(page.getByText(`Toegevoegd: ${minutes.name}`)).toBeVisible();
  await page.getByText("Dit bestand weghalen").click();
  await expectPlain(page);
  await next(page);
  await expect(page.getByRole("alert")).toContainText("Schrijf op waaruit het antwoord blijkt, of kies een bestand.");
  await expect(page.getByText(minutes.name)).toHaveCount(0);
  await file.setInputFiles(minutes);
  await next(page);
  await page.getByRole("button", { name: "Advies vastleggen" }).click();
  await question(page, "Het advies van de raad is vastgelegd");
  await expect(page.getByText(/^Ingevuld door Demo Lena .* namens Demo Cor/)).toBeVisible();
  await expectPlain(page);
  expect(await page.context().cookies(), "no cookie").toEqual([]);
});

test("the provider reads the answer, who entered it, and the minutes", async ({ page }) => {
  await openProject(page, "MANAGER", TITLE);
  await page
    .getByRole("link", { name: /Advies van Cliëntenraad/ })
    .first()
    .click();
  const given = region(page, "Het antwoord van Cliëntenraad");
  await expect(given).toContainText("Positief advies, met punten");
  await expect(given).toContainText(ADVICE);
  await expect(given).toContainText("Demo Lena (coach van de cliëntenraad) vulde dit antwoord in.");
  await expect(given).toContainText(/Dit antwoord is gegeven door Demo Cor \(cliëntenraad\) op/);
  await expect(given).toContainText("Erbij waren: Demo Wim (cliëntenraad)");
  await expectFit(page);
  const path = (await given.getByRole("link", { name: minutes.name }).getAttribute("href")) ?? "";
  const file = await page.request.get(path);
  expect(await file.text()).toBe("%PDF-1.7 verslag");
  expect(file.headers()["content-disposition"]).toContain("attachment");
  await contest(page);
});

test("without script it goes the same", async ({ browser }, { project }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: project.use.viewport ?? null });
  const page = await context.newPage();
  await page.goto(`${await councilLetter(page, ASKED)}/advies`);
  await answer(page);
  await page.getByLabel("Of als bestand").setInputFiles(minutes);
  await next(page);
  await page.getByRole("button", { name: "Advies vastleggen" }).click();
  await question(page, "Het advies van de raad is vastgelegd");
  // Nothing of what looks at a page runs in it either.
  await contest(page, async () => {});
  await context.close();
});
