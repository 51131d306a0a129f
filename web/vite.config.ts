import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { mockServer } from "./dev/plugin.ts";

// With TRECHTER_API_URL the screens talk to a running server; without it to the mock of `dev/`, which is never shipped.
const server = process.env.TRECHTER_API_URL;
const routes = ["/graphql", "/session", "/sign-in", "/sign-out", "/files"];

const shell =
  /node_modules\/(react|react-dom|scheduler|urql|wonka|gql\.tada|use-sync-external-store|@urql|@0no-co|@tanstack|@fluent)\//;

/** Texts travel without their comments, and without the words that only other screens use. */
const texts = {
  name: "trechter-texts",
  enforce: "pre" as const,
  transform(code: string, id: string) {
    if (!id.includes(".ftl?raw")) return undefined;
    const used = code.replaceAll(/\\n(?:delivery|lifecycle)-.*?(?=\\n)/g, "");
    return used.replaceAll(/(^|\\n|")#[^\n]*?(?=\\n|"$)/g, "$1").replaceAll(/(\\n){2,}/g, "\\n");
  },
};

export default defineConfig({
  plugins: [
    react(),
    texts,
    { ...optimizeLocales.vite({ locales: ["nl-NL", "en-US"] }), enforce: "pre" },
    ...(server ? [] : [mockServer()]),
  ],
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
    proxy: server ? Object.fromEntries(routes.map((route) => [route, { target: server, ws: true }])) : {},
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
        // One file for what every page needs: it compresses better than five.
        codeSplitting: { groups: [{ name: "shell", test: shell, priority: 1 }] },
      },
    },
  },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
