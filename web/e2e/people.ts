import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";

/** A made-up person of the demo, by the part that they play here. */
export type Part =
  | "LEAD"
  | "INNOVATION"
  | "MANAGER"
  | "CARE"
  | "NURSE"
  | "ICT"
  | "QUALITY"
  | "PRIVACY"
  | "DATA_PROTECTION"
  | "CLIENTS"
  | "BOARD"
  | "SECRETARY"
  | "PURCHASE"
  | "CISO"
  | "FINANCE"
  | "COUNCIL";

/** From the environment, so that no address or password stands here. */
function setting(name: string): string {
  const value = process.env[`TRECHTER_E2E_${name}`];
  if (!value) throw new Error(`TRECHTER_E2E_${name} is not set`);
  return value;
}

/** What the server takes in production: see `operations.json`. */
const listed: Record<string, string> = JSON.parse(readFileSync(new URL("../operations.json", import.meta.url), "utf8"));

/** Fails the test when the screens send a document that is not on the allow-list. */
function watch(page: Page) {
  page.on("request", (request) => {
    if (!request.url().endsWith("/graphql")) return;
    const { query } = request.postDataJSON() as { query: string };
    const hash = createHash("sha256").update(query).digest("hex");
    if (listed[hash] !== query) throw new Error(`not on the allow-list: ${query.slice(0, 80)}`);
  });
}

/** Signs in on the page of that name, as a person does. */
export async function signIn(page: Page, part: Part) {
  watch(page);
  // A page that is still open finds itself signed out, and would go to the same place in between.
  await page.goto("about:blank");
  await page.context().clearCookies();
  await page.goto("/inloggen");
  await page.getByLabel("E-mailadres").fill(setting(part));
  await page.getByLabel("Wachtwoord").fill(setting("PASSWORD"));
  await page.getByRole("button", { name: "Inloggen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Mijn taken" })).toBeVisible();
}
