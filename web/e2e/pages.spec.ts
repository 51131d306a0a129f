import { expect, test } from "@playwright/test";
import { expectFit, expectHeadingFocus } from "./fit.ts";
import { signIn } from "./people.ts";

test.describe("signing in", () => {
  test("says what is missing, and puts the focus there", async ({ page }) => {
    await page.goto("/inloggen");
    await expectFit(page);
    await page.getByRole("button", { name: "Inloggen" }).click();
    const summary = page.getByRole("alert");
    await expect(summary).toBeFocused();
    await summary.getByRole("link", { name: "Vul uw e-mailadres in." }).click();
    await expect(page.getByLabel("E-mailadres")).toBeFocused();
    await expectFit(page);
  });

  test("refuses without saying which of the two is wrong", async ({ page }) => {
    await page.goto("/inloggen");
    await page.getByLabel("E-mailadres").fill("niemand@example.test");
    await page.getByLabel("Wachtwoord").fill("onjuist-wachtwoord");
    await page.getByRole("button", { name: "Inloggen" }).click();
    await expect(page.getByRole("alert")).toContainText("Het e-mailadres of het wachtwoord klopt niet");
    await expectFit(page);
  });

  test("leads back to the page that was asked for", async ({ page }) => {
    await page.goto("/projecten");
    await expect(page).toHaveURL(/\/inloggen\?naar=/);
    await page.getByLabel("E-mailadres").fill(process.env.TRECHTER_E2E_ICT ?? "");
    await page.getByLabel("Wachtwoord").fill(process.env.TRECHTER_E2E_PASSWORD ?? "");
    await page.getByRole("button", { name: "Inloggen" }).click();
    await expect(page).toHaveURL(/\/projecten$/);
  });
});

test("the language can be switched, and is said to screen readers", async ({ page }) => {
  await signIn(page, "ICT");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "My tasks" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  // What the funnel calls things comes from the server, in the same language.
  await expect(page.getByRole("link", { name: /^Judge: Does it work with our systems/ }).first()).toBeVisible();
  await expectFit(page);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "My tasks" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Judge: Does it work with our systems/ }).first()).toBeVisible();
  await page.getByRole("button", { name: "Nederlands" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  await expect(
    page.getByRole("link", { name: /^Oordeel over: Werkt het samen met onze systemen/ }).first(),
  ).toBeVisible();
});

test("my tasks and the projects are fit, and the heading gets the focus", async ({ page }) => {
  await signIn(page, "ICT");
  await expectFit(page);
  await page.getByRole("link", { name: /^Wacht op anderen/ }).click();
  await expect(page).toHaveURL(/lijst=anderen/);
  // One list is the current one, and says so.
  const lists = page.getByRole("navigation", { name: "Soorten taken" });
  await expect(lists.locator('[aria-current="page"]')).toHaveText(/^Wacht op anderen/);
  await expectFit(page);
  await page.getByRole("link", { name: "Projecten", exact: true }).click();
  await expectHeadingFocus(page, "Projecten");
  await expectFit(page);
  await page.getByRole("link", { name: "Gestopt" }).click();
  await expect(page.getByRole("navigation", { name: "Soorten projecten" }).locator('[aria-current="page"]')).toHaveText(
    "Gestopt",
  );
  await expectFit(page);
  // By its name: the first row may still be one of the list before.
  await page.getByRole("link", { name: "Chatten met het team", exact: true }).click();
  await expect(page.locator('.funnel [aria-current="step"]')).toContainText("Hier gestopt");
  // A long story is told in parts, the last first.
  const began = page.getByText("startte het project.");
  const earlier = page.getByRole("button", { name: "Toon wat er eerder gebeurde" });
  await expect(async () => {
    if ((await began.count()) === 0) await earlier.click({ timeout: 1_000 });
    await expect(began).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expectFit(page);
});

test("the list of tasks can be walked with j and k, and that can be switched off", async ({ page, isMobile }) => {
  test.skip(isMobile, "a phone has no keys");
  await signIn(page, "CARE");
  const rows = page.locator("a.whole");
  await expect(rows.nth(1)).toBeVisible();
  await page.keyboard.press("j");
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press("j");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(rows.nth(0)).toBeFocused();
  await page.getByRole("button", { name: "Sneltoetsen uitzetten" }).click();
  await page.keyboard.press("j");
  await expect(rows.nth(0)).not.toBeFocused();
  await page.getByRole("button", { name: "Sneltoetsen aanzetten" }).click();
});

test("the skip link leads to the content", async ({ page, isMobile }) => {
  test.skip(isMobile, "a phone has no keys");
  await signIn(page, "ICT");
  await page.goto("/projecten");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Naar de inhoud" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
});

test("what is not there says so", async ({ page }) => {
  await signIn(page, "ICT");
  for (const path of ["/nergens", "/projecten/00000000-0000-7000-8000-000000000000"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: "Niet gevonden" })).toBeVisible();
    await expectFit(page);
  }
});

test("a page that cannot be read offers to try again", async ({ page }) => {
  await signIn(page, "ICT");
  await page.route("**/graphql", (route) => route.abort());
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "De pagina komt niet binnen" })).toBeVisible();
  await expectFit(page);
  await page.unroute("**/graphql");
  await page.getByRole("button", { name: "Probeer het opnieuw" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Mijn taken" })).toBeVisible();
});

test("pages bear text of 200 % and forced colours", async ({ page, isMobile }) => {
  test.skip(isMobile, "on a phone the page itself is enlarged");
  await signIn(page, "ICT");
  await page.emulateMedia({ forcedColors: "active" });
  for (const path of ["/taken", "/projecten"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "225%";
    });
    await expectFit(page);
  }
});
