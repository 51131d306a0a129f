import { expect, test } from "@playwright/test";
import { expectSaid, inDays, openProject, region, unfold } from "./doing.ts";
import { expectFit } from "./fit.ts";
import { signIn } from "./people.ts";

test("a lead says who supplies what the project uses", async ({ page }) => {
  await openProject(page, "LEAD", "Herinnering aan uw afspraak");
  const card = region(page, "Leveranciers");
  for (const [tick, left] of [
    [true, "Demo Zorgsoftware BV"],
    [false, "Er zijn nog geen leveranciers opgegeven."],
  ] as const) {
    await unfold(card, "Leveranciers opgeven");
    const box = card.getByRole("checkbox", { name: "Demo Zorgsoftware BV" });
    await expect(box).toBeChecked({ checked: !tick });
    await card.locator("label").filter({ hasText: "Demo Zorgsoftware BV" }).click();
    await expectFit(page);
    await card.getByRole("button", { name: "Leveranciers vastleggen" }).click();
    await expectSaid(page, "De leveranciers zijn vastgelegd.");
    await expect(card).toContainText(left);
  }
});

test("the administrator says which party adopts improvement plans", async ({ page }) => {
  await signIn(page, "SECRETARY");
  await page.goto("/organisatie");
  const card = region(page, "Wie stelt verbeterplannen vast?");
  for (const party of ["Stuurgroep zorg en ICT", "Raad van bestuur"]) {
    await unfold(card, "Iemand anders kiezen");
    await card.getByLabel("Welke partij stelt verbeterplannen vast?").selectOption({ label: party });
    await card.getByRole("button", { name: "Keuze vastleggen" }).click();
    await expectSaid(page, "De keuze is vastgelegd.");
    await expect(card).toContainText(`${party} stelt verbeterplannen vast.`);
  }
});

test("who is away lets a colleague answer, who gets the tasks until it ends", async ({ page }) => {
  // Quality alone confirms and judges much; its stand-in belongs to no such party.
  await signIn(page, "PURCHASE");
  const tasks = page.getByText(/^namens Kwaliteit en veiligheid/);
  await expect(tasks).toHaveCount(0);

  await signIn(page, "QUALITY");
  await page.goto("/organisatie");
  const away = region(page, "Afwezig");
  await unfold(away, "Ik ben afwezig");
  await away.getByRole("button", { name: "Afwezigheid vastleggen" }).click();
  await expect(away.getByRole("alert")).toContainText("Kies wie voor u antwoordt.");
  await expectFit(page);
  await away.getByLabel("Wie antwoordt voor u?").selectOption({ label: "Demo Inge (inkoop), inkoper" });
  await away.getByLabel("Vanaf welke dag?").fill(inDays(0));
  await away.getByLabel("Tot en met welke dag?").fill(inDays(7));
  await away.getByRole("button", { name: "Afwezigheid vastleggen" }).click();
  await expectSaid(page, "Uw afwezigheid is vastgelegd.");
  const row = away.locator(".row").filter({ hasText: "Demo Inge (inkoop) antwoordt voor Demo Fatima (kwaliteit)" });
  await expect(row).toBeVisible();

  await signIn(page, "PURCHASE");
  await expect(page.getByText(/Kwaliteit en veiligheid/).first()).toBeVisible();
  await expectFit(page);

  await signIn(page, "QUALITY");
  await page.goto("/organisatie");
  await row.getByRole("button", { name: "Afwezigheid beëindigen" }).click();
  await expectSaid(page, "De afwezigheid is beëindigd.");
  await expect(row).toHaveCount(0);
  await signIn(page, "PURCHASE");
  await expect(page.getByText(/Kwaliteit en veiligheid/)).toHaveCount(0);
});
