import type { Page } from "@playwright/test";

const folder = process.env.TRECHTER_E2E_PICTURES;

/** Takes a picture for README.md or docs/guide, where pictures are asked for; otherwise nothing happens. */
export async function picture(page: Page, name: string, { width = 1200, height = 900 } = {}) {
  if (!folder) return;
  const size = page.viewportSize();
  await page.setViewportSize({ width, height });
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    scrollTo(0, 0);
    return document.fonts.ready;
  });
  await page.screenshot({ path: `${folder}/${name}.png`, animations: "disabled" });
  if (size) await page.setViewportSize(size);
}
