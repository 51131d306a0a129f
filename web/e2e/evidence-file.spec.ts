import { expect, test } from "@playwright/test";
import { expectFit } from "./fit.ts";
import { signIn } from "./people.ts";

test("evidence of the organisation comes with its file", async ({ page }) => {
  const mark = test.info().project.name;
  await signIn(page, "ICT");
  await page.goto("/organisatie");
  const form = page.locator("details.unfold", { hasText: /^(Bewijs indienen|Nieuwe versie indienen)/ }).first();
  await form.locator("summary").click();
  await expectFit(page);
  await form.getByRole("button", { name: "Bewijs indienen" }).click();
  await expect(page.getByRole("alert")).toContainText("Beschrijf het bewijs, of voeg een bestand toe.");

  // What is no document is refused where it is chosen, and a document is taken.
  const files = form.getByLabel("Bestanden");
  await files.setInputFiles({ name: "plan.exe", mimeType: "application/pdf", buffer: Buffer.from("MZ\u0090") });
  await expect(form.getByText("plan.exe: Dit soort bestand kan niet.")).toBeVisible();
  const name = `certificaat ${mark}.pdf`;
  await files.setInputFiles({ name, mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.7 ${mark}`) });
  await expect(form.getByText(name, { exact: true }).first()).toBeVisible();
  await expectFit(page);
  await form.getByRole("button", { name: "Bewijs indienen" }).click();
  await expect(page.getByRole("link", { name })).toBeVisible();
  const path = (await page.getByRole("link", { name }).getAttribute("href")) ?? "";
  expect((await page.request.get(path)).headers()["content-disposition"]).toContain("attachment");
  await expectFit(page);
});
