import { expect, type Page } from "@playwright/test";
import { findings } from "./fit.ts";

// What a council gets: letters with a personal link, and the pages behind it.

/** A letter by its subject, and something that the page behind its link says, or does not say. */
export interface CouncilLetter {
  subject: RegExp;
  start: string;
  not?: string;
}

async function found(page: Page, { subject, start, not }: CouncilLetter): Promise<string | undefined> {
  let next = "/postvak";
  for (let pages = 0; pages < 20 && next; pages += 1) {
    const list = await (await page.request.get(next)).text();
    const rows = [...list.matchAll(/href="(\/postvak\/[0-9a-f-]{36})"[^>]*>([^<]*)</g)];
    for (const [, path, title] of rows) {
      if (!path || !subject.test((title ?? "").replaceAll("&#x27;", "'"))) continue;
      const mail = await (await page.request.get(path)).text();
      const link = /\/raad\/[0-9a-f]{64}/.exec(mail.replaceAll("&#x2f;", "/"))?.[0];
      if (!link) continue;
      const said = await (await page.request.get(link)).text();
      if (said.includes(start) && !(not && said.includes(not))) return link;
    }
    next = /href="(\/postvak\?[^"]*na=[^"]*)"/.exec(list)?.[1]?.replaceAll("&amp;", "&") ?? "";
  }
  return undefined;
}

/** The path of a personal link in the demo's mailbox; a letter may still be on its way. */
export async function councilLetter(page: Page, letter: CouncilLetter): Promise<string> {
  let link: string | undefined;
  await expect(async () => {
    link = await found(page, letter);
    expect(link, `a letter ${letter.subject}`).toBeDefined();
  }).toPass({ timeout: 30_000 });
  return link ?? "";
}

/** Every page of the council: no finding of axe, one `h1`, targets of 44 px, text of 20 px, no sideways scroll. */
export async function expectPlain(page: Page) {
  await expect(page.locator("h1")).toHaveCount(1);
  expect(await findings(page)).toEqual([]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways, "the page scrolls sideways").toBeLessThanOrEqual(0);
  const small = await page.evaluate(() => {
    const targets = [
      ...document.querySelectorAll<HTMLElement>("button, .button, .links a, .choice, textarea, input[type=file]"),
    ];
    return targets.filter((target) => target.getBoundingClientRect().height < 44).map((target) => target.outerHTML);
  });
  expect(small, "targets of 44 px").toEqual([]);
  const text = page.locator("main p").first();
  if (await text.count())
    expect(await text.evaluate((p) => Number.parseFloat(getComputedStyle(p).fontSize))).toBeGreaterThan(19);
}
