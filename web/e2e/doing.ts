import { expect, type Locator, type Page } from "@playwright/test";
import { expectFit } from "./fit.ts";
import { type Part, signIn } from "./people.ts";

// What the specs do on many screens, as people do it: by what stands there.

/** Opens a form by its name, unless it is open; it folds again when it was sent. */
export async function unfold(place: Page | Locator, name: string | RegExp) {
  // What is looked for inside must not be bound to the place itself.
  const page = "page" in place ? place.page() : place;
  const form = place
    .locator("details")
    .filter({ has: page.locator("summary").filter({ hasText: name }) })
    .first();
  await expect(form).toBeVisible();
  if ((await form.getAttribute("open")) === null) await form.locator("summary").first().click();
  await expect(form).toHaveAttribute("open", /.*/);
}

/** Chooses an answer as people do: by pressing its words. */
export async function choose(place: Page | Locator, label: RegExp) {
  await place.locator("label.choice").filter({ hasText: label }).first().click();
}

/** Says at the top that it was done, with the focus there, and the page is still fit. */
export async function expectSaid(page: Page, text: string) {
  // The same words may stand further down as well, as the state that it is in now.
  const said = page.locator(".said").filter({ hasText: text });
  await expect(said).toBeVisible();
  await expect(said).toBeFocused();
  await expectFit(page);
}

/** The civil day so many days from today in the Netherlands, as a date field takes it. */
export function inDays(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000);
  return at.toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });
}

/** Signs in and opens a project by its title, as somebody does who looks for it in the list. */
export async function openProject(page: Page, part: Part, title: string) {
  await signIn(page, part);
  await page.goto("/projecten");
  await page.getByRole("link", { name: title, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

/** Starts a project of one's own, and gives its address. */
export async function startProject(page: Page, part: Part, title: string): Promise<string> {
  await signIn(page, part);
  await page.goto("/projecten/nieuw");
  await page.getByLabel("Hoe heet het project?").fill(title);
  await page.getByLabel("Waar gaat het over?").fill("Cliënten doen thuis een korte oefening op hun telefoon.");
  await page.getByRole("button", { name: "Project starten" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** The first thing of a list that is there, in the words of a screen reader. */
export const region = (page: Page, name: string | RegExp) => page.getByRole("region", { name });
