import { expect, type Page } from "@playwright/test";

/** A made-up person of the demo, by the part that they play here. */
export type Part = "LEAD" | "INNOVATION" | "CARE" | "ICT";

/** From the environment, so that no address or password stands here. */
function setting(name: string): string {
  const value = process.env[`TRECHTER_E2E_${name}`];
  if (!value) throw new Error(`TRECHTER_E2E_${name} is not set`);
  return value;
}

/** Signs in on the page of that name, as a person does. */
export async function signIn(page: Page, part: Part) {
  await page.context().clearCookies();
  await page.goto("/inloggen");
  await page.getByLabel("E-mailadres").fill(setting(part));
  await page.getByLabel("Wachtwoord").fill(setting("PASSWORD"));
  await page.getByRole("button", { name: "Inloggen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Mijn taken" })).toBeVisible();
}
