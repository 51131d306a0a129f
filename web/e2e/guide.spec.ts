import { type Page, test } from "@playwright/test";
import { expectFit } from "./fit.ts";
import { type Part, signIn } from "./people.ts";
import { picture } from "./picture.ts";

// The pages that docs/guide shows. With TRECHTER_E2E_PICTURES their pictures are taken again.

async function shown(page: Page, name: string) {
  await expectFit(page);
  await picture(page, name);
}

async function openProject(page: Page, part: Part, title: string) {
  await signIn(page, part);
  await page.getByRole("link", { name: "Projecten", exact: true }).click();
  await page.getByRole("link", { name: title, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

test("what waits for somebody who judges", async ({ page }) => {
  await signIn(page, "CARE");
  await shown(page, "tasks");
});

test("a criterion beside its evidence", async ({ page }) => {
  await signIn(page, "ICT");
  await page
    .getByRole("link", { name: /^Oordeel over: / })
    .first()
    .click();
  await page.getByText("Wat vragen we en waarom?").waitFor();
  await shown(page, "criterion");
});

test("where a gate is decided", async ({ page, isMobile }) => {
  test.skip(isMobile, "the walkthrough of README.md decides it on the desktop");
  await openProject(page, "INNOVATION", "Slaapcoach-app");
  await page.getByRole("link", { name: "Besluit nemen", exact: true }).click();
  await page.getByText("Wat besluit u?").waitFor();
  await shown(page, "decision");
});

test("what an organisation has proved", async ({ page }) => {
  await signIn(page, "SECRETARY");
  await page.getByRole("link", { name: "Organisatie", exact: true }).click();
  await page.getByRole("heading", { name: "Bewijs van de organisatie" }).waitFor();
  await shown(page, "organisation");
});
