import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

// The guide names what is on the screens in bold: neither can change without the other.

const guide = new URL("../../../docs/guide/", import.meta.url);
const texts = new URL("../../../texts/nl/", import.meta.url);
const pages = readdirSync(guide).filter((name) => name.endsWith(".md"));
const screens = readdirSync(texts)
  .map((name) => readFileSync(new URL(name, texts), "utf8"))
  .join("\n")
  .replaceAll(/\{ \$[\w-]+ \}/g, "…");

for (const name of pages) {
  const page = readFileSync(new URL(name, guide), "utf8").replaceAll(/\s+/g, " ");

  test(`${name} says what the screens say`, () => {
    const said = [...page.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words = ""]) => words.replace(/\.$/, ""));
    expect(said.filter((words) => !screens.includes(words))).toEqual([]);
  });

  test(`${name} leads somewhere`, () => {
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, link = ""]) => link);
    expect(links.filter((link) => !existsSync(new URL(link, guide)))).toEqual([]);
  });
}

test("each page of the guide is in its index", () => {
  const index = readFileSync(new URL("README.md", guide), "utf8");
  expect(pages.filter((name) => name !== "README.md" && !index.includes(`(${name})`))).toEqual([]);
});
