// The types of the API must be those of the schema: generated, committed, and compared here.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const committed = new URL("../src/api/schema.d.ts", import.meta.url);
const made = join(tmpdir(), `trechter-schema-${process.pid}.d.ts`);
execFileSync("npx", ["--no-install", "gql.tada", "generate-output", "--output", made], { stdio: "pipe" });
if (readFileSync(made, "utf8") !== readFileSync(committed, "utf8")) {
  console.error("src/api/schema.d.ts is not fresh: run `npm run types`.");
  process.exit(1);
}
