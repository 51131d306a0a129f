import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What axe finds wrong. */
export async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}

/** Every page and state: no finding of axe, one `h1`, a title, a language, and no sideways scroll. */
export async function expectFit(page: Page) {
  // A page that is just being replaced by the next has no heading for a moment: what counts is the page at rest.
  await expect(async () => {
    await expect(page.getByText("Even geduld, de pagina komt eraan.")).toHaveCount(0);
    await expect(page.locator("h1")).toHaveCount(1);
    expect(await findings(page)).toEqual([]);
  }).toPass({ timeout: 20_000 });
  expect(await page.title()).toMatch(/ – Trechter$/);
  await expect(page.locator("html")).toHaveAttribute("lang", /^(nl|en)$/);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways, "the page scrolls sideways").toBeLessThanOrEqual(0);
  await expect(page.locator(":disabled"), "no button is ever disabled").toHaveCount(0);
}

/** After a change of page the heading has the focus, so that a screen reader starts there. */
export async function expectHeadingFocus(page: Page, name: string | RegExp) {
  await expect(page.getByRole("heading", { level: 1, name })).toBeFocused();
}
