import { useQuery } from "urql";
import { ActForm } from "../../parts/act-form.tsx";
import type { Field } from "../../parts/asking.ts";
import { Waiting } from "../../parts/states.tsx";
import { daysAhead } from "../../texts/dates.ts";
import { useSay } from "../../texts/language.tsx";
import { ReadingHint } from "../consultation/reading-hint.tsx";
import { askBodyQuery, consultBody } from "./documents.ts";
import { partyOptions } from "./shared.tsx";

const rights = ["ADVICE", "CONSENT", "INFORMATION"] as const;

/** Asks a body about a version of a funnel or about evidence: what holds for every project (law 8). */
export default function AskBody({ done }: { done: (said: string) => void }) {
  const say = useSay();
  const [{ data }] = useQuery({ query: askBodyQuery });
  if (!data) return <Waiting />;
  const { funnels, organisation } = data;
  const supplier = (key: string) => organisation.suppliers.find((one) => one.key === key)?.name ?? key;
  const subjects = [
    ...funnels.map(({ id, name, version }) => ({
      value: `f ${id}`,
      label: say("web-funnel-version", { name, version }),
    })),
    ...organisation.evidence
      .filter(({ revision }) => revision)
      .map(({ of: { kind, name, supplier: whose } }) => ({
        value: `e ${kind} ${whose ?? ""}`,
        label: whose ? `${name}: ${supplier(whose)}` : name,
      })),
  ];
  const rules = new Set(organisation.bodies.map(({ body }) => body.key));
  const parties = partyOptions(organisation);
  const fields: Field[] = [
    {
      name: "raad",
      kind: "pick",
      label: say("web-own-advice-body"),
      missing: say("web-body-which-missing"),
      // Bodies with rules of their own come first.
      options: [
        ...parties.filter(({ value }) => rules.has(value)),
        ...parties.filter(({ value }) => !rules.has(value)),
      ],
    },
    {
      name: "waarover",
      kind: "pick",
      label: say("web-own-advice-about"),
      missing: say("web-own-advice-about-missing"),
      options: subjects,
    },
    {
      name: "soort",
      kind: "choice",
      label: say("web-consult-right"),
      missing: say("web-own-advice-right-missing"),
      options: rights.map((right) => ({ value: right, label: say(`web-right-word-${right.toLowerCase()}`) })),
    },
    {
      name: "vraag",
      kind: "area",
      rows: 3,
      label: say("web-ask-question"),
      hint: say("web-ask-question-hint"),
      missing: say("web-ask-question-missing"),
    },
    {
      name: "samenvatting",
      kind: "area",
      rows: 8,
      label: say("web-ask-summary"),
      hint: say("web-ask-summary-hint"),
      missing: say("web-ask-summary-missing"),
      after: ({ samenvatting = "" }) => <ReadingHint text={samenvatting} />,
    },
    {
      name: "datum",
      kind: "date",
      label: say("web-own-advice-due"),
      hint: say("web-own-advice-due-hint"),
      min: daysAhead(1),
      when: ({ soort }) => soort !== "INFORMATION",
    },
  ];
  return (
    <ActForm
      id="vraag-raad"
      kept="consult-body"
      document={consultBody}
      fields={fields}
      input={({ raad = "", waarover = "", soort, vraag = "", samenvatting = "", datum = "" }) => {
        const [what, one = "", whose = ""] = waarover.split(" ");
        return {
          body: raad,
          right: soort as (typeof rights)[number],
          question: vraag,
          summary: samenvatting,
          due: soort !== "INFORMATION" && datum ? datum : null,
          funnelId: what === "f" ? one : null,
          kind: what === "e" ? one : null,
          supplier: what === "e" && whose ? whose : null,
        };
      }}
      check={{ title: say("web-ask-check") }}
      button={say("web-own-advice-send")}
      onDone={() => done(say("web-own-advice-done"))}
    />
  );
}
