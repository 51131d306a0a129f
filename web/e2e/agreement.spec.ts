import { expect, type Page, test } from "@playwright/test";
import { choose, expectSaid, region, unfold } from "./doing.ts";
import { expectFit } from "./fit.ts";
import { signIn } from "./people.ts";

// The council agrees to be only informed of some projects, reads back which, and takes it back.
const places = (page: Page) => region(page, "Raden en adviseurs");
const text = () => `Over kleine dingen rond afspraken hoeft u ons niets te vragen (${test.info().project.name}).`;

test("a council agrees to be only informed of some projects, and takes it back", async ({ page }) => {
  await signIn(page, "COUNCIL");
  await page.goto("/organisatie");
  const name = "Afspreken dat Cliëntenraad alleen informatie wil";
  await unfold(page, name);
  const form = page.locator("details.unfold").filter({ hasText: name });
  await form.getByRole("button", { name: "Controleren" }).click();
  await expect(form.getByRole("alert").getByRole("link")).toHaveCount(2);
  await expectFit(page);
  await form.getByLabel("Wat spreekt u af?").fill(text());
  await choose(form, /^Alleen voor sommige projecten/);
  await form.getByRole("button", { name: "Controleren" }).click();
  await expect(form.getByRole("alert")).toContainText("Kies een vraag over het project.");
  await expectFit(page);

  // Yes or no; a level, or a lighter one; and the same question only once.
  await form.getByLabel("Vraag 1 over het project").selectOption({ label: "Gaat het over medicatie?" });
  await form.getByRole("button", { name: "Controleren" }).click();
  await expect(form.getByRole("alert")).toContainText("Kies of vul in welk antwoord erbij hoort.");
  await choose(form.getByRole("radiogroup", { name: "Antwoord op vraag 1" }), /^Nee$/);
  await form.getByLabel("Vraag 2 over het project").selectOption({ label: "Gaat het over medicatie?" });
  await choose(form.getByRole("radiogroup", { name: "Antwoord op vraag 2" }), /^Ja$/);
  await form.getByRole("button", { name: "Controleren" }).click();
  await expect(form.getByRole("alert")).toContainText("Deze vraag staat er al. Kies een andere.");
  await form
    .getByLabel("Vraag 2 over het project")
    .selectOption({ label: "Hoe groot is de invloed op de zorg en de organisatie?" });
  await form.getByLabel("Antwoord op vraag 2").selectOption({ label: "Middel" });
  await form.getByRole("button", { name: "Controleren" }).click();
  await expect(form.getByRole("alert")).toContainText("Kies of ook andere antwoorden gelden.");
  const also = form.getByRole("radiogroup", { name: "Gelden bij vraag 2 ook andere antwoorden?" });
  await choose(also, /^Ja, ook wat lichter is$/);
  await expectFit(page);
  await form.getByRole("button", { name: "Controleren" }).click();
  await expect(form).toContainText("Geldt alleen voor projecten waarbij dit allemaal zo is:");
  await expect(form.getByRole("listitem")).toHaveText([
    "Gaat het over medicatie? — Nee",
    "Hoe groot is de invloed op de zorg en de organisatie? — Middel of lichter",
  ]);
  await expectFit(page);
  await form.getByRole("button", { name: "Afspraak vastleggen" }).click();
  await expectSaid(page, "De afspraak is vastgelegd.");

  const row = places(page).locator(".row").filter({ hasText: text() });
  await expect(row).toContainText("Geldt alleen voor projecten waarbij dit allemaal zo is:");
  await expect(row.getByRole("listitem")).toHaveText([
    "Gaat het over medicatie? — Nee",
    "Hoe groot is de invloed op de zorg en de organisatie? — Middel of lichter",
  ]);
  await unfold(row, "Afspraak intrekken");
  await row.getByLabel("Waarom trekt u de afspraak in?").fill("Wij willen weer overal advies over geven.");
  await row.getByRole("button", { name: "Afspraak intrekken" }).click();
  await expectSaid(page, "De afspraak is ingetrokken.");
  await expect(row).toHaveCount(0);
});
