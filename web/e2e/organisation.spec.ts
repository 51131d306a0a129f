import { expect, type Page, test } from "@playwright/test";
import { choose, expectSaid, inDays, unfold } from "./doing.ts";
import { expectFit } from "./fit.ts";
import { type Part, signIn } from "./people.ts";

async function organisation(page: Page, part: Part) {
  await signIn(page, part);
  await page.goto("/organisatie");
  await expect(page.getByRole("heading", { level: 2, name: "Bewijs van de organisatie" })).toBeVisible();
}

const certificate = (page: Page) => page.locator(".row").filter({ hasText: "Demo Modules BV" });

test("a supplier's certificate is handed in again, and judged once for all projects", async ({ page }, { project }) => {
  await organisation(page, "PURCHASE");
  const row = certificate(page);
  await unfold(row, "Nieuwe versie indienen");
  await row.getByRole("button", { name: "Bewijs indienen" }).click();
  await expect(row.getByRole("alert")).toBeFocused();
  await expect(row.getByRole("alert")).toContainText("Beschrijf het bewijs, of voeg een bestand toe.");
  await expectFit(page);
  await row.getByLabel("Wat is het bewijs?").fill(`NEN 7510, vernieuwd, nummer NEN-3310, ${project.name}.`);
  await row.getByRole("button", { name: "Bewijs indienen" }).click();
  await expectSaid(page, "'Certificaat informatiebeveiliging' is ingediend.");
  await expect(row).toContainText("Wacht op beoordeling");

  await organisation(page, "CISO");
  await expect(page.getByRole("heading", { name: "Dit wacht hier op u" })).toBeVisible();
  await unfold(certificate(page), "Bewijs beoordelen");
  await certificate(page).getByRole("button", { name: "Antwoord vastleggen" }).click();
  await expect(certificate(page).getByRole("alert")).toBeFocused();
  await choose(certificate(page), /^Ja, projecten/);
  await certificate(page).getByRole("button", { name: "Antwoord vastleggen" }).click();
  await expectSaid(page, "Het oordeel over 'Certificaat informatiebeveiliging' is vastgelegd.");
  await expect(certificate(page)).toContainText("In orde");
  await expect(
    page.getByText(/vond 'Certificaat informatiebeveiliging: Demo Modules BV' goed genoeg/).first(),
  ).toBeVisible();
});

test("the administrator settles a kind of evidence and the rules of a body", async ({ page }, { project }) => {
  await organisation(page, "SECRETARY");
  const kinds = page.getByRole("region", { name: "Welk bewijs houdt de organisatie bij?" });
  await unfold(kinds, "Andere soort bewijs toevoegen");
  await kinds.getByRole("button", { name: "Soort bewijs vastleggen" }).last().click();
  await expect(kinds.getByRole("alert").getByRole("link")).toHaveCount(4);
  await expectFit(page);
  await kinds.locator("#soort-nieuw-naam").fill(`Zorgbrede oefening ${project.name}`);
  await choose(kinds.locator("#soort-nieuw-wiens"), /^Van de organisatie zelf$/);
  await choose(kinds.locator("#soort-nieuw-indienen"), /^ICT$/);
  await kinds.locator("#soort-nieuw-beoordelen").selectOption({ label: "Kwaliteit en veiligheid" });
  await kinds.getByRole("button", { name: "Soort bewijs vastleggen" }).last().click();
  await expectSaid(page, "De soort bewijs is vastgelegd.");
  await expect(kinds.locator(".title").filter({ hasText: `Zorgbrede oefening ${project.name}` })).toBeVisible();

  const bodies = page.getByRole("region", { name: "Raden en adviseurs" });
  await unfold(bodies, "Regels wijzigen");
  await bodies.locator("#regels-clientenraad-werkdagen").fill("veel");
  await bodies.getByRole("button", { name: "Regels vastleggen" }).first().click();
  await expect(bodies.getByRole("alert")).toContainText("Vul een heel getal in, van 0 tot en met 260.");
  await bodies.locator("#regels-clientenraad-werkdagen").fill("21");
  await bodies.locator("#regels-clientenraad-vergadering-0").fill(inDays(40));
  await bodies.getByRole("button", { name: "Regels vastleggen" }).first().click();
  await expectSaid(page, "De regels zijn vastgelegd.");
  await expect(bodies).toContainText("minstens 21 werkdagen de tijd");
  await expect(bodies).toContainText("Vergadert op:");
});

test("a body is asked about the funnel, answers, and the provider responds", async ({ page }, { project }) => {
  const question = `Kijkt deze trechter goed naar cliënten? (${project.name})`;
  await organisation(page, "SECRETARY");
  const asking = page.getByRole("region", { name: "Vragen die voor alle projecten gelden" });
  await unfold(asking, "Een raad of adviseur iets vragen");
  await asking.locator("#vraag-raad-raad").selectOption({ label: "Cliëntenraad" });
  await asking.locator("#vraag-raad-waarover").selectOption({ index: 1 });
  await choose(asking, /^Advies/);
  await asking.locator("#vraag-raad-vraag").fill(question);
  await asking.locator("#vraag-raad-samenvatting").fill("Zo kijken wij naar nieuwe ideeën. Wat vindt u ervan?");
  await asking.getByRole("button", { name: "Controleren" }).click();
  await expectFit(page);
  await asking.getByRole("button", { name: "Vraag versturen" }).click();
  await expectSaid(page, "De vraag is verstuurd.");

  await organisation(page, "COUNCIL");
  await page.locator(".row").filter({ hasText: question }).first().getByRole("link").click();
  await expect(page.getByText("Waar gaat het over?")).toBeVisible();
  await expectFit(page);
  const answer = page.locator("details.card").filter({ hasText: "Stel het antwoord vast" });
  await choose(answer, /^Positief advies, met punten/);
  await answer.locator("#establish-advice-tekst").fill("Goed. Vraag cliënten ook na een half jaar wat zij vinden.");
  await answer.getByRole("button", { name: "Controleren" }).click();
  await page.getByRole("button", { name: "Stel het antwoord vast" }).click();
  await expectSaid(page, "Dit is vastgelegd.");

  await organisation(page, "SECRETARY");
  await page.locator(".row").filter({ hasText: question }).first().getByRole("link").click();
  const given = page.getByRole("region", { name: "Het antwoord van Cliëntenraad" });
  await expect(given.getByText("Goed. Vraag cliënten ook na een half jaar wat zij vinden.")).toBeVisible();
  const respond = page.locator("details.card").filter({ hasText: "Reageer op het advies" });
  // The conversation stands open first; whoever follows the advice needs none.
  await respond.locator("summary").click();
  await choose(respond, /^Wij volgen het advies helemaal/);
  await respond.locator("#respond-to-advice-reden").fill("Dat doen wij. Het staat in de volgende versie.");
  await respond.getByRole("button", { name: "Controleren" }).click();
  await page.getByRole("button", { name: "Reageer op het advies" }).click();
  await expect(page.getByText("Deze vraag is afgerond.")).toBeVisible();
  await page.getByRole("link", { name: "Naar de tijdlijn" }).click();
  await expect(page.getByText("Dat doen wij. Het staat in de volgende versie.").first()).toBeVisible();
  await expectFit(page);
});

test("the use is suspended, everybody sees it on the project, and it goes on again", async ({ page }) => {
  await signIn(page, "CARE");
  await page.goto("/projecten");
  await page.getByRole("link", { name: "Herinnering aan uw afspraak" }).click();
  await page.getByRole("link", { name: "Gebruik, signalen en wijzigingen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Gebruik" })).toBeVisible();
  const holding = page.getByRole("region", { name: "Gebruik stilleggen" });
  await unfold(holding, "Nu stilleggen namens Zorg");
  await holding.getByRole("button", { name: "Gebruik stilleggen" }).click();
  await expect(holding.getByRole("alert")).toContainText("Schrijf op waarom.");
  await expectFit(page);
  await holding.getByLabel("Waarom moet het gebruik stoppen?").fill("De berichten komen op het verkeerde moment.");
  await holding.getByRole("button", { name: "Gebruik stilleggen" }).click();
  await expectSaid(page, "Het gebruik ligt stil.");
  await page.getByRole("link", { name: "Herinnering aan uw afspraak" }).click();
  await expect(page.getByText(/^Het gebruik ligt stil sinds .*, door Zorg\.$/)).toBeVisible();
  await expectFit(page);
  await page.getByRole("link", { name: "Gebruik, signalen en wijzigingen" }).first().click();
  await unfold(holding, "Weer vrijgeven");
  await holding.getByLabel("Waarom is het weer veilig?").fill("De tijden zijn aangepast en nagekeken.");
  await holding.getByRole("button", { name: "Controleren" }).click();
  await expectFit(page);
  await page.getByRole("button", { name: "Gebruik vrijgeven" }).click();
  await expectSaid(page, "U houdt het gebruik niet meer tegen.");
  await expect(page.getByText("Cliënten gebruiken dit nu.")).toBeVisible();
});
