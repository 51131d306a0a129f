import { defineConfig, devices } from "@playwright/test";

/** The address of a running server with demo data. */
const address = process.env.TRECHTER_E2E_URL ?? "http://localhost:8080";

export default defineConfig({
  testDir: "e2e",
  // The journey changes the server's data, and two cores are shared with it.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  outputDir: process.env.TRECHTER_E2E_OUT ?? "test-results",
  use: {
    baseURL: address,
    actionTimeout: 15_000,
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    reducedMotion: "reduce",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.TRECHTER_E2E_CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 900 } } },
    {
      name: "phone",
      use: { ...devices["Pixel 7"], viewport: { width: 360, height: 740 }, defaultBrowserType: "chromium" },
    },
  ],
});
