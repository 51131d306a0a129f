// What people download, compressed. Above a budget the check fails: make it smaller, or say in review why not.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";

const KB = 1000;
const SHELL = 120 * KB;
const PAGE = 40 * KB;
const CSS = 12 * KB;

const out = mkdtempSync(join(tmpdir(), "trechter-web-"));
await build({ logLevel: "error", build: { outDir: out, emptyOutDir: true } });
const manifest = JSON.parse(readFileSync(join(out, ".vite/manifest.json"), "utf8"));
const size = (file) => gzipSync(readFileSync(join(out, file)), { level: 9 }).length;

/** The chunk with everything that it cannot do without. */
function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) closure(next, seen);
  return seen;
}

const sum = (keys) => [...keys].reduce((total, key) => total + size(manifest[key].file), 0);
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
// The shell speaks one language: the larger one counts.
const texts = Object.keys(manifest).filter((key) => /src\/texts\/(nl|en)\.ts$/.test(key));
const largest = texts.sort((left, right) => size(manifest[right].file) - size(manifest[left].file))[0];
const shell = closure(entry);
closure(largest, shell);

const lines = [];
let failed = false;
function line(name, bytes, budget) {
  const over = bytes > budget;
  failed ||= over;
  lines.push(`${over ? "TOO LARGE " : ""}${name}: ${(bytes / KB).toFixed(1)} of ${budget / KB} kB`);
}
line("shell", sum(shell), SHELL);
for (const key of Object.keys(manifest).filter(
  (name) => manifest[name].isDynamicEntry && !name.includes("src/texts/"),
)) {
  line(key.replace("src/", ""), sum([...closure(key)].filter((part) => !shell.has(part))), PAGE);
}
const styles = new Set(Object.values(manifest).flatMap((chunk) => chunk.css ?? []));
line(
  "css",
  [...styles].reduce((total, file) => total + size(file), 0),
  CSS,
);
rmSync(out, { recursive: true });
console.log(lines.join("\n"));
if (failed) process.exit(1);
