import { readFileSync } from "node:fs";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// While working on the screens they talk to a running server, such as `trechter demo`.
const server = process.env.TRECHTER_API_URL ?? "http://127.0.0.1:8080";
const routes = ["/graphql", "/session", "/sign-in", "/sign-out", "/files", "/bring-in"];

const shell =
  /node_modules\/(react|react-dom|scheduler|urql|wonka|gql\.tada|use-sync-external-store|@urql|@0no-co|@tanstack|@fluent)\//;

/** What every page with a form shows: one file again compresses better than eight. */
const acts =
  /src\/(parts\/(refusal|notice|summary|field|asking|crumbs|bar|status)|api\/(names|problem)|texts\/dates)\.tsx?$|node_modules\/lucide-react\//;

/** What the frame, signing in and the tasks say. All else travels in a second part: see `withTexts` of the router. */
const FIRST =
  /^(state-|task-|web-(again|busy|confirm-card|demo|due|failed|foot|keys|loading|mailbox|more|nav|next-task|not-found|offline|problem|sign|skip|tasks?|to-tasks|version|was-due|window-title)\b)/;
/** Texts of letters and of the server's own pages. */
const OTHERS = /^(delivery|lifecycle)-/;

/** Texts travel without their comments, and in two parts: what the first screen says, and what is said later on. */
const texts = {
  name: "trechter-texts",
  enforce: "pre" as const,
  load(id: string) {
    const [file = "", query = ""] = id.split("?");
    if (!file.endsWith(".ftl") || !query.startsWith("raw")) return undefined;
    const messages = readFileSync(file, "utf8")
      .replaceAll(/^#.*$/gm, "")
      .split(/\n(?=[a-z])/)
      .map((message) => message.trim())
      .filter((message) => message !== "" && !OTHERS.test(message));
    const part = query.includes("first") ? messages.filter((message) => FIRST.test(message)) : messages;
    const kept = query.includes("later") ? part.filter((message) => !FIRST.test(message)) : part;
    return `export default ${JSON.stringify(kept.join("\n"))}`;
  },
};

export default defineConfig({
  plugins: [react(), texts, { ...optimizeLocales.vite({ locales: ["nl-NL", "en-US"] }), enforce: "pre" }],
  resolve: {
    // React has this hook itself; the stand-in for older versions is not needed.
    alias: [
      {
        find: /^use-sync-external-store\/shim(\/index\.js|\/with-selector(\.js)?)?$/,
        replacement: new URL("src/app/sync-store.ts", import.meta.url).pathname,
      },
    ],
  },
  server: {
    fs: { allow: [".."] },
    proxy: Object.fromEntries(routes.map((route) => [route, { target: server, ws: true }])),
  },
  build: {
    target: "es2022",
    // A strict content security policy allows no data URIs and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // One file for what every page needs: it compresses better than five. What a page asks the server stands apart, so
        // that a part of a page that comes later does not count on the whole page.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: "shell", test: shell, priority: 1, includeDependenciesRecursively: true },
            { name: "acts", test: acts },
            { name: "organisation-documents", test: /pages\/organisation\/(documents|shared)\.tsx?$/ },
            { name: "project-documents", test: /pages\/project\/documents\.ts$/ },
            { name: "use-documents", test: /pages\/use\/(documents|shared)\.tsx?$/ },
          ],
        },
      },
    },
  },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
