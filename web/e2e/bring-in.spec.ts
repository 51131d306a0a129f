import { expect, type Page, test } from "@playwright/test";
import { expectFit, expectHeadingFocus } from "./fit.ts";
import { signIn } from "./people.ts";
import { picture } from "./picture.ts";

const columns = ["titel", "samenvatting", "fase", "projectleider", "waarom", "wie lost op", "wanneer"];

/** A day from today, as people in the Netherlands write it. */
function day(ahead: number): string {
  const at = new Date(Date.now() + ahead * 86_400_000);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(at.getUTCDate())}-${two(at.getUTCMonth() + 1)}-${at.getUTCFullYear()}`;
}

const row = (title: string, phase: string, lead: string, due: string) =>
  [title, "Een plan op zak.", phase, lead, "Het liep al.", "ilse@demo.example", due].join(";");

/** A list as Excel saves it: three rows that can come in, and three that cannot. */
function list(mark: string): Buffer {
  const rows = [
    row(`Slaapcoach ${mark}`, "Verkenning", "noor@demo.example", day(60)),
    row(`Beeldbellen thuis ${mark}`, "Pilot", "niemand@demo.example", day(60)),
    row(`Digitale intake ${mark}`, "Idee", "noor@demo.example", day(30)),
    row(`Valsensor ${mark}`, "Fase 3", "daan@demo.example", "31-02-2027"),
    row(`Wachtlijstapp ${mark}`, "Verkenning", "daan@demo.example", day(90)),
    row("", "Idee", "noor@demo.example", day(-1)),
  ];
  return Buffer.from(`\uFEFF${[columns.join(";"), ...rows].join("\r\n")}\r\n`);
}

async function choose(page: Page, name: string, buffer: Buffer, mimeType = "text/csv") {
  await page.getByLabel("Uw lijst met projecten").setInputFiles({ name, mimeType, buffer });
}

test("projects come in from a file after a look at each row, and never twice", async ({ page }) => {
  const mark = test.info().project.name;
  await signIn(page, "SECRETARY");
  await page.goto("/projecten/inbrengen");
  await page.getByRole("link", { name: "Uit een bestand" }).click();
  await expectHeadingFocus(page, "Projecten inbrengen uit een bestand");
  await expectFit(page);
  for (const name of ["Voorbeeld voor Excel", "Voorbeeld als CSV"]) {
    const path = (await page.getByRole("link", { name }).getAttribute("href")) ?? "";
    expect((await page.request.get(path)).status()).toBe(200);
  }

  await choose(page, "plan.pdf", Buffer.from("%PDF-1.7 plan"), "application/pdf");
  await expect(page.getByRole("alert")).toContainText("Dit is geen Excel- of CSV-bestand.");
  await expectFit(page);

  const file = list(mark);
  await choose(page, "lijst.csv", file);
  await expect(page.getByRole("heading", { name: "3. Kijk na wat er binnenkomt" })).toBeFocused();
  await expect(page.getByRole("heading", { name: "3 rijen kunnen niet mee" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "3 rijen zijn goed" })).toBeVisible();
  const bad = page.getByRole("region", { name: "3 rijen kunnen niet mee" });
  await expect(bad).toContainText("D3 (projectleider) 'niemand@demo.example':");
  await expect(bad).toContainText("Deze datum bestaat niet.");
  await expect(bad).toContainText("Dit is leeg. Vul hier iets in.");
  await picture(page, "bring-in", { height: 1300 });
  await expectFit(page);

  // One of them not now.
  await page.getByText(`Wachtlijstapp ${mark}`).click();
  await expect(page.getByText("Nu niet", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Breng 2 projecten in" }).click();
  await expect(page.getByText("2 projecten zijn ingebracht.")).toBeVisible();
  await expectFit(page);

  // The same file once more: what is in is in.
  await choose(page, "lijst.csv", file);
  await expect(page.getByText("Is al binnen")).toHaveCount(2);
  await page.getByRole("button", { name: "Breng 1 project in" }).click();
  await expect(page.getByText("1 project is ingebracht.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Breng/ })).toHaveCount(0);
  await page.getByRole("link", { name: `Open het project Slaapcoach ${mark}` }).click();
  await expectHeadingFocus(page, new RegExp(`Slaapcoach ${mark}`));
});

test("who is no administrator is told so", async ({ page }) => {
  await signIn(page, "ICT");
  await page.goto("/projecten/inbrengen/bestand");
  await expect(page.getByText("Alleen een beheerder kan een lopend project inbrengen.")).toBeVisible();
  await expect(page.getByLabel("Uw lijst met projecten")).toHaveCount(0);
  await expectFit(page);
});

test("a broken connection halfway loses nothing", async ({ page }) => {
  const mark = `los ${test.info().project.name}`;
  await signIn(page, "SECRETARY");
  await page.goto("/projecten/inbrengen/bestand");
  await choose(page, "lijst.csv", list(mark));
  let acts = 0;
  await page.route("**/graphql", (route) => {
    const sends = route.request().postData()?.includes("mutation BringInProject") ?? false;
    if (sends) acts += 1;
    return sends && acts === 2 ? route.abort() : route.continue();
  });
  await page.getByRole("button", { name: "Breng 3 projecten in" }).click();
  await expect(page.getByText("1 project is niet gelukt.")).toBeVisible();
  await expect(page.getByText("1 project is ingebracht.")).toBeVisible();
  await expectFit(page);
  await page.getByRole("button", { name: "Breng 2 projecten in" }).click();
  await expect(page.getByText("3 projecten zijn ingebracht.")).toBeVisible();
  await expect(page.getByText("Niet gelukt")).toHaveCount(0);
});

const evidence = (supplier: string, kind: string, told: string, number: string, until: string) =>
  [supplier, kind, told, number, until].join(";");

/** A list of suppliers: three rows that can come in, and three that cannot. */
function suppliers(mark: string): Buffer {
  const rows = [
    evidence(`Demo Beeld ${mark}`, "Certificaat informatiebeveiliging", "Door Demo Keuring.", "27-001", day(300)),
    evidence(`Demo Valsensor ${mark}`, "NEN 8000", "Toets.", "", day(300)),
    evidence(`Demo Sensor ${mark}`, "Certificaat informatiebeveiliging", "", "27-002", "31-02-2027"),
    evidence(`Demo Thuis ${mark}`, "", "", "", ""),
    evidence(`Demo Beeld ${mark}`, "Certificaat informatiebeveiliging", "Nog een.", "", ""),
    evidence(`Demo Oud ${mark}`, "Certificaat informatiebeveiliging", "Een oude verklaring.", "", day(-20)),
  ];
  const names = "leverancier;soort bewijs;omschrijving;nummer;geldig tot en met";
  return Buffer.from(`\uFEFF${[names, ...rows].join("\r\n")}\r\n`);
}

const chooseSuppliers = (page: Page, buffer: Buffer) =>
  page
    .getByLabel("Uw lijst met leveranciers")
    .setInputFiles({ name: "leveranciers.csv", mimeType: "text/csv", buffer });

test("suppliers come in from a file with what they have on file", async ({ page }) => {
  const mark = test.info().project.name;
  await signIn(page, "SECRETARY");
  await page.goto("/organisatie");
  await page.getByRole("link", { name: "Leveranciers inbrengen uit een bestand" }).click();
  await expectHeadingFocus(page, "Leveranciers inbrengen uit een bestand");
  await expectFit(page);
  for (const name of ["Voorbeeld voor Excel", "Voorbeeld als CSV"]) {
    const path = (await page.getByRole("link", { name }).getAttribute("href")) ?? "";
    expect((await page.request.get(path)).status()).toBe(200);
  }

  const file = suppliers(mark);
  await chooseSuppliers(page, file);
  await expect(page.getByRole("heading", { name: "3. Kijk na wat er binnenkomt" })).toBeFocused();
  const bad = page.getByRole("region", { name: "3 rijen kunnen niet mee" });
  await expect(bad).toContainText("Dit soort bewijs kennen we niet voor leveranciers.");
  await expect(bad).toContainText("Deze datum bestaat niet.");
  await expect(bad).toContainText("In rij 2 staat hetzelfde soort bewijs van deze leverancier.");
  const good = page.getByRole("region", { name: "3 rijen zijn goed" });
  await expect(good).toContainText("Nummer: 27-001");
  await expect(good).toContainText("Dit bewijs geldt nu al niet meer.");
  await picture(page, "suppliers-file", { height: 1300 });
  await expectFit(page);

  // With the keyboard: what asks for a look is chosen too.
  await page.getByLabel(`Demo Oud ${mark}`).focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Breng 3 rijen in" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("3 rijen zijn ingebracht.")).toBeVisible();
  await expectFit(page);

  await chooseSuppliers(page, file);
  await expect(page.getByText("Is al binnen")).toHaveCount(3);
  await expect(page.getByRole("button", { name: /^Breng/ })).toHaveCount(0);
  await page.goto("/organisatie");
  await expect(page.getByText(`Certificaat informatiebeveiliging: Demo Beeld ${mark}`)).toBeVisible();
  await expect(page.getByText(`Demo Thuis ${mark}`, { exact: true })).toBeVisible();
});

test("who is no administrator does not bring in suppliers", async ({ page }) => {
  await signIn(page, "PURCHASE");
  await page.goto("/organisatie");
  await expect(page.getByRole("heading", { name: "Leveranciers" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Leveranciers inbrengen uit een bestand" })).toHaveCount(0);
  await page.goto("/organisatie/inbrengen");
  await expect(page.getByText("Alleen een beheerder kan leveranciers inbrengen.")).toBeVisible();
  await expectFit(page);
});
