// Both languages have the same texts with the same blanks, and every text that the screens name exists.
import { readdirSync, readFileSync } from "node:fs";

const root = new URL("..", import.meta.url).pathname;
const problems = [];

/** The ids of one language with the names of their blanks. */
function texts(language) {
  const found = new Map();
  const names = readdirSync(`${root}../texts/${language}`).filter((name) =>
    /^(web.*|words|rejection)\.ftl$/.test(name),
  );
  for (const name of names) {
    const source = readFileSync(`${root}../texts/${language}/${name}`, "utf8");
    for (const message of source.split(/^(?=[a-z][\w-]* =)/m)) {
      const id = /^([a-z][\w-]*) =/.exec(message)?.[1];
      if (!id) continue;
      if (found.has(id)) problems.push(`${language}: ${id} is there twice`);
      const blanks = [...message.replace(/^#.*$/gm, "").matchAll(/\{ ?\$(\w+)/g)].map((match) => match[1]);
      found.set(id, [...new Set(blanks)].sort().join());
    }
  }
  return found;
}

const [nl, en] = [texts("nl"), texts("en")];
for (const [id, blanks] of nl) {
  if (!en.has(id)) problems.push(`en: ${id} is missing`);
  else if (en.get(id) !== blanks)
    problems.push(`${id}: other blanks in English (${en.get(id)}) than in Dutch (${blanks})`);
}
for (const id of en.keys()) if (!nl.has(id)) problems.push(`nl: ${id} is missing`);

const used = new Set();
const sources = readdirSync(`${root}src`, { recursive: true }).map(String);
for (const path of sources.filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".test.ts"))) {
  const source = readFileSync(`${root}src/${path}`, "utf8");
  for (const [, id] of source.matchAll(/"((?:web|error|state|stage|answer|verdict|outcome|proof|who|task)-[\w-]+)"/g)) {
    used.add(id);
    if (!nl.has(id)) problems.push(`src/${path}: no text ${id}`);
  }
  for (const [, prefix] of source.matchAll(/`((?:web)-[\w-]+-)\$\{/g)) {
    for (const id of nl.keys()) if (id.startsWith(prefix)) used.add(id);
  }
}
for (const id of nl.keys()) if (id.startsWith("web-") && !used.has(id)) problems.push(`${id} is not used`);

if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}
