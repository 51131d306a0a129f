import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { run } from "./api.ts";
import { people } from "./data.ts";

const body = async (request: IncomingMessage) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

function send(response: ServerResponse, status: number, value: unknown, headers: Record<string, string> = {}) {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(value));
  return true;
}

/** Answers the routes of the server; gives false for every other one. */
export async function answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const path = (request.url ?? "").split("?")[0];
  const viewer = /demo=(\w+)/.exec(request.headers.cookie ?? "")?.[1];
  const known = people.find((person) => person.id === viewer);
  if (path === "/session") {
    if (!known) return send(response, 401, { error: { code: "UNAUTHENTICATED" } });
    const { of: _, ...person } = known;
    return send(response, 200, {
      person: { ...person, roles: [] },
      organisation: { id: "o1", name: "Demo ggz De Wilgen" },
    });
  }
  if (path === "/sign-in") {
    const { email, password } = JSON.parse(String(await body(request)));
    const id = String(email).split("@")[0];
    if (!people.some((person) => person.id === id) || !password)
      return send(response, 401, { error: { code: "SIGN_IN_FAILED" } });
    return send(response, 200, {}, { "set-cookie": `demo=${id}; Path=/; HttpOnly` });
  }
  if (path === "/sign-out") return send(response, 200, {}, { "set-cookie": "demo=; Path=/; Max-Age=0" });
  if (path === "/files" && request.method === "POST") {
    const size = (await body(request)).length;
    return send(response, 200, { id: `file-${size}`, name: "demo.pdf", mediaType: "application/pdf", size });
  }
  if (path !== "/graphql" || request.method !== "POST") return false;
  if (!known) return send(response, 401, { errors: [{ message: "no", extensions: { code: "UNAUTHENTICATED" } }] });
  const { query, variables } = JSON.parse(String(await body(request)));
  const allowed = JSON.parse(readFileSync(new URL("../operations.json", import.meta.url), "utf8"));
  if (!(createHash("sha256").update(query).digest("hex") in allowed)) {
    return send(response, 400, {
      errors: [{ message: "not on the allow-list: npm run operations", extensions: { code: "INPUT_INVALID" } }],
    });
  }
  return send(response, 200, await run(known.id, query, variables ?? {}));
}
