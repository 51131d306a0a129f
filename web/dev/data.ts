/** A made-up funnel and project, only for looking at the screens. */
const party = (key: string, name: string) => ({ key, name });
export const parties = {
  ict: party("ict", "ICT"),
  zorg: party("zorg", "Zorg"),
  innovatie: party("innovatie", "Innovatie"),
  kwaliteit: party("kwaliteit", "Kwaliteit"),
};
const person = (id: string, name: string, title: string, of: (keyof typeof parties)[]) => ({
  id,
  name,
  function: title,
  of,
});
export const people = [
  person("lead", "Demo projectleider (Lotte)", "projectleider", []),
  person("ict", "Demo ICT (Ilse)", "ICT-adviseur", ["ict"]),
  person("zorg", "Demo zorg (Zara)", "verpleegkundige", ["zorg", "kwaliteit"]),
  person("innovatie", "Demo innovatie (Imre)", "innovatiemanager", ["innovatie"]),
];
const text = (title: string, widget: string, description = "") => ({
  type: "string",
  title,
  description,
  "x-widget": widget,
});
const scale = (title: string) => ({ type: "integer", title, minimum: 1, maximum: 5 });

export const kinds = [
  {
    key: "idee",
    name: "Ideeformulier",
    help: "Beschrijf het idee in gewone taal. Wat is de behoefte, voor wie is het, en wanneer is het gelukt?",
    reviewDays: 10,
    reviewedBy: [parties.innovatie, parties.zorg],
    files: { required: false, atMost: 3, mediaTypes: ["application/pdf", "image/png"] },
    form: {
      type: "object",
      required: ["behoefte", "doelgroep", "doel"],
      "x-order": ["behoefte", "doelgroep", "doel", "start", "soort"],
      properties: {
        behoefte: text("Welke behoefte is er?", "textarea", "Van cliënten, naasten of medewerkers."),
        doelgroep: text("Voor wie is het?", "text"),
        doel: text("Wat willen we bereiken, en hoe meten we dat?", "textarea"),
        start: { ...text("Wanneer wilt u beginnen?", "date"), format: "date" },
        soort: {
          ...text("Wat voor toepassing is het?", "choice"),
          oneOf: [
            { const: "app", title: "Een app" },
            { const: "sensor", title: "Een sensor of apparaat" },
            { const: "anders", title: "Iets anders" },
          ],
        },
      },
    },
  },
  {
    key: "risicoanalyse",
    name: "Risicoanalyse cliëntveiligheid",
    help: "Wat kan er misgaan voor de cliënt, en wat doet u daaraan?",
    reviewDays: 10,
    reviewedBy: [parties.kwaliteit, parties.ict],
    files: null,
    form: {
      type: "object",
      required: ["risicos", "conclusie"],
      "x-order": ["risicos", "conclusie"],
      properties: {
        risicos: {
          type: "array",
          title: "Risico's",
          description: "Kans en gevolg zijn een cijfer van 1 (klein) tot 5 (groot).",
          "x-widget": "risk-table",
          items: {
            type: "object",
            required: ["risk", "likelihood", "impact"],
            "x-order": ["risk", "cause", "likelihood", "impact", "measure"],
            properties: {
              risk: text("Wat kan er misgaan?", "text"),
              cause: text("Waardoor?", "text"),
              likelihood: scale("Kans"),
              impact: scale("Gevolg voor de cliënt"),
              measure: text("Maatregel", "textarea"),
            },
          },
        },
        conclusie: text("Conclusie", "textarea"),
      },
    },
  },
];

export const criteria = [
  {
    key: "past-in-zorg",
    question: "Past dit idee bij de zorg die wij willen geven?",
    help: "Denk aan de visie op zorg. Vraag uzelf af of cliënten hier beter van worden.",
    legal: false,
    blocking: true,
    notApplicableAllowed: false,
    proof: "PAPER",
    restsOn: [{ kind: kinds[0], fields: ["behoefte", "doelgroep"] }],
    party: parties.zorg,
  },
  {
    key: "ict-vroeg",
    question: "Heeft ICT tijd gereserveerd voor de verkenning?",
    help: "ICT denkt mee vanaf het begin. Noem wie het doet en hoeveel uur.",
    legal: false,
    blocking: true,
    notApplicableAllowed: true,
    proof: "PAPER",
    restsOn: [],
    party: parties.ict,
  },
  {
    key: "client-risico",
    question: "Zijn de risico's voor cliënten bekend en klein genoeg?",
    help: "Kijk naar de risico's rechtsboven in de matrix.",
    legal: true,
    blocking: true,
    notApplicableAllowed: false,
    proof: "PAPER",
    restsOn: [{ kind: kinds[1], fields: ["risicos"] }],
    party: parties.kwaliteit,
  },
];

export const ideaAnswers = {
  behoefte: "Cliënten in de kliniek slapen slecht. Zij vragen om hulp zonder pillen.",
  doelgroep: "Volwassen cliënten op de opnameafdeling",
  doel: "Na zes weken slaapt de helft van de deelnemers een uur langer.",
  start: "2027-02-01",
  soort: "app",
};
export const riskAnswers = {
  risicos: [
    {
      risk: "Cliënt mist een waarschuwing",
      cause: "Geen wifi op de kamer",
      likelihood: 3,
      impact: 4,
      measure: "Ook een papieren dagboek",
    },
    {
      risk: "Slaapgegevens komen bij anderen",
      cause: "Gedeeld apparaat",
      likelihood: 2,
      impact: 5,
      measure: "Eigen inlog per cliënt",
    },
    {
      risk: "Cliënt slaapt juist slechter",
      cause: "Te veel letten op cijfers",
      likelihood: 4,
      impact: 2,
      measure: "Verpleging kijkt wekelijks mee",
    },
  ],
  conclusie: "De risico's zijn te beheersen als de verpleging meekijkt.",
};
