import { execFileSync } from "node:child_process";
import { expect, test } from "@playwright/test";
import { choose, expectSaid, openProject, region } from "./doing.ts";
import { expectFit } from "./fit.ts";

// Two small projects of the demo began under version 2 of the funnel: one is moved on the desktop, one on the phone.
const titles: Record<string, string> = {
  desktop: "Inchecken met uw telefoon",
  phone: "Vragenkaart voor uw gesprek",
};

test("what a version changes is told in words before it is used", async ({ isMobile }) => {
  test.skip(isMobile, "the command line is the same everywhere");
  const program = process.env.TRECHTER_E2E_PROGRAM;
  test.skip(!program, "needs the program itself");
  const files = ["../funnels/demo/innovatietrechter-ggz-2.yaml", "../funnels/innovatietrechter-ggz.yaml"];
  const told = execFileSync(program ?? "", ["funnel", "diff", ...files], { encoding: "utf8" });
  expect(told).toContain("Nieuw: voorwaarde `behoefte-in-idee`, “Sluit dit idee aan bij wat wij nodig hebben?”.");
  expect(told).toContain("`samenvatting`: wanneer het geldt was altijd en is nu");
});

test("a project goes on under the newer version after a look at what opens and closes", async ({ page }, {
  project: { name },
}) => {
  const title = titles[name] ?? "";
  await openProject(page, "MANAGER", title);
  const address = new URL(page.url()).pathname;
  const checks = region(page, /punten klaar/);
  const summary = checks.locator(".row").filter({ hasText: "Samenvatting in gewone taal" });
  await expect(summary).toContainText("Goedgekeurd");
  await page.getByRole("link", { name: "Het project bijsturen" }).click();
  const card = page.locator("section.card").filter({ hasText: "Overzetten op een andere versie van de trechter" });
  await expect(card).toContainText("Dit project volgt versie 2.");
  await card.getByRole("button", { name: "Controleren" }).click();
  await expect(card.getByRole("alert")).toContainText("Kies een versie.");
  await choose(card, /versie 3/);
  const preview = card.locator(".notice");
  await expect(preview).toContainText("Sluit dit idee aan bij wat wij nodig hebben?");
  await expect(preview).toContainText("Het project gaat dan verder in de fase Verkenning.");
  await expect(preview).toContainText("Een vraag aan: Functionaris gegevensbescherming");
  await expectFit(page);
  await card.getByRole("button", { name: "Controleren" }).click();
  await expect(card).toContainText("versie 3");
  await expectFit(page);
  await card.getByRole("button", { name: "Project overzetten" }).click();
  await expectSaid(page, "Het project volgt nu de andere versie.");

  // On the project: the new question is there, the old one is gone, and what was answered still counts.
  await page.goto(address);
  await expect(checks).toContainText("Sluit dit idee aan bij wat wij nodig hebben?");
  await expect(summary).toHaveCount(0);
  await expect(checks.locator(".row").filter({ hasText: "Risicoanalyse" }).first()).toContainText("Goedgekeurd");
  await expect(page.getByText("zette het project over op een nieuwe versie van de trechter.").first()).toBeVisible();
  await expectFit(page);
});
