// Makes `operations.json`: every document that the screens send, by the SHA-256 of its text. The server takes no other
// document without a token. With --write it is written; without, it is compared.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "vite";

const file = new URL("../operations.json", import.meta.url);

/** The text as the client sends it: with `__typename` in every selection, printed by the client itself. */
async function texts() {
  const vite = await createServer({
    server: { middlewareMode: true, ws: false },
    optimizeDeps: { noDiscovery: true },
    logLevel: "error",
    appType: "custom",
  });
  try {
    const { createRequest, formatDocument, stringifyDocument } = await vite.ssrLoadModule("@urql/core");
    const found = [];
    for (const path of sources()) {
      for (const value of Object.values(await vite.ssrLoadModule(`/${path}`))) {
        if (value?.kind !== "Document" || value.definitions[0]?.kind !== "OperationDefinition") continue;
        found.push(stringifyDocument(formatDocument(createRequest(value, {}).query)));
      }
    }
    return found;
  } finally {
    await vite.close();
  }
}

function sources() {
  const root = new URL("..", import.meta.url).pathname;
  return readdirSync(`${root}src`, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith("documents.ts"))
    .map((path) => `src/${path}`)
    .sort();
}

const entries = (await texts()).map((text) => [createHash("sha256").update(text).digest("hex"), text]);
entries.sort(([left], [right]) => (left < right ? -1 : 1));
const made = `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
if (process.argv.includes("--write")) {
  writeFileSync(file, made);
  console.log(`operations.json: ${entries.length} documents`);
} else if (readFileSync(file, "utf8") !== made) {
  console.error("operations.json is not fresh: run `npm run operations`.");
  process.exit(1);
}
