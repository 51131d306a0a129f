import { expect, test } from "@playwright/test";
import { choose, expectSaid, inDays, openProject, region, unfold } from "./doing.ts";
import { expectFit } from "./fit.ts";
import { signIn } from "./people.ts";

test("a project comes in by itself, and the steering group sets a criterion aside", async ({ page }, { project }) => {
  const title = `Digitaal dagboek ${project.name}`;
  await signIn(page, "SECRETARY");
  await page.goto("/projecten/inbrengen");
  await page.getByRole("button", { name: "Controleren" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expectFit(page);
  await page.getByLabel("Hoe heet het project?").fill(title);
  await page.getByLabel("Waar gaat het over?").fill("Cliënten houden bij hoe het gaat.");
  await page.getByLabel("In welke fase is het project nu echt?").selectOption({ label: "Verkenning" });
  await page
    .getByLabel("Wie leidt het project?")
    .selectOption({ label: "Demo Noor (projectleider zorg), projectleider" });
  await page.getByLabel("Waarom komt het project nu binnen?").fill("Het liep al.");
  await page.getByLabel("Wie zorgt voor wat nog ontbreekt?").selectOption({ label: "Demo Ilse (ICT), hoofd ICT" });
  await page.getByLabel("Wanneer is dat klaar?").fill(inDays(60));
  await page.getByRole("button", { name: "Controleren" }).click();
  await expectFit(page);
  await page.getByRole("button", { name: "Project inbrengen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const address = new URL(page.url()).pathname;

  await signIn(page, "BOARD");
  await page.goto(address);
  const row = region(page, /punten klaar/)
    .locator(".row")
    .filter({ hasText: "Kunnen we dit bouwen, koppelen en beheren" });
  await row.getByRole("button", { name: "Ontheffing geven" }).click();
  await row.getByRole("button", { name: "Ontheffing vastleggen" }).click();
  await expect(row.getByText("Schrijf op waarom dit hier niet geldt.")).toBeVisible();
  await expectFit(page);
  await row.getByRole("textbox").fill("De leverancier beheert dit zelf, zonder koppeling.");
  await row.getByRole("button", { name: "Ontheffing vastleggen" }).click();
  await expectSaid(page, "De ontheffing is vastgelegd.");
  await expect(row).toContainText("Ontheffing");
  await expect(row.getByRole("button", { name: "Ontheffing geven" })).toHaveCount(0);
});

// The demo has two of them: one is decided on the desktop, the other on the phone.
test("an agreement that is too late asks for an extra decision, and gets one", async ({ page }) => {
  await openProject(page, "BOARD", "Beeldbellen thuis");
  const late = region(page, "Vervolgafspraken").locator(".row").filter({ hasText: "Extra besluit nemen" });
  const row = page.locator(`#${await late.first().getAttribute("id")}`);
  await expect(row).toContainText("Te laat");
  await expect(row).toContainText("Er is een extra besluit nodig");
  await unfold(row, "Extra besluit nemen");
  await row.getByRole("button", { name: "Besluit vastleggen" }).click();
  await expect(row.getByRole("alert").getByRole("link")).toHaveCount(2);
  await choose(row, /^Het project stopt/);
  await expect(row.getByLabel("Wat leren we hiervan?")).toBeVisible();
  await expectFit(page);
  await choose(row, /^Het gebruik gaat door/);
  await row.getByLabel(/^(Wanneer|Uiterlijk|Op welke dag)/).fill(inDays(30));
  await row.getByLabel("Waarom?").fill("Het plan ligt klaar. Alleen de uren ontbreken nog.");
  await expectFit(page);
  await row.getByRole("button", { name: "Besluit vastleggen" }).click();
  await expectSaid(page, "Het extra besluit is vastgelegd.");
  await expect(row).not.toContainText("Extra besluit nemen");
});
