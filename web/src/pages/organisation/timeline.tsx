import { usePages } from "../../api/pages.ts";
import { dayOf, longDate, timeOfDay } from "../../texts/dates.ts";
import type { Language } from "../../texts/files.ts";
import { type Say, useLanguage, useSay } from "../../texts/language.tsx";
import { type OrganisationHappening, organisationTimelineQuery } from "./documents.ts";

/** What happened in the organisation, as one sentence. */
export function ownHappening(
  event: OrganisationHappening,
  suppliers: readonly { key: string; name: string }[],
  say: Say,
  language: Language,
): string {
  const supplier = (key: string | null | undefined) => suppliers.find((one) => one.key === key)?.name ?? key ?? "";
  const { consulted, due, evidence, evidenceKind, from, kind, number, party, person, sufficient, to } = event;
  const who = person ? person.name || say("who-erased") : say("who-system");
  const whose = supplier(evidence?.supplier ?? event.supplier);
  if (kind === "CONSULTATION") {
    const body = party?.name ?? say("web-some-body");
    const what = say(consultedId(consulted), { who, party: body });
    return say("event-own-consultation", { number: number ?? 0, body, what });
  }
  const name = evidence?.name ?? evidenceKind ?? "";
  return say(`event-organisation-${kind.toLowerCase()}`, {
    who,
    name: evidence?.supplier ? `${name}: ${whose}` : name,
    supplier: whose,
    party: party?.name ?? "",
    number: number ?? 0,
    date: due ? longDate(due, language) : "",
    from: from?.name ?? "",
    to: to?.name ?? "",
    sufficient: sufficient === false ? "no" : "yes",
  });
}

/** The sentences of consultations are those of projects. */
const sentences: Partial<Record<NonNullable<OrganisationHappening["consulted"]>, string>> = {
  ADVICE_ANSWERED: "responded",
  ADVICE_CONFIRMED: "confirmed",
  ADVICE_CONTESTED: "contested",
  ADVICE_ESTABLISHED: "established",
  BODY_INFORMED: "informed",
  BODY_REMINDED: "reminded",
  CONFERRED: "conferred",
  CONSENT_SUBSTITUTED: "substituted",
  CONSULTATION_OPENED: "opened",
  CONSULTATION_WITHDRAWN: "withdrawn",
  EXTENSION_ASKED: "extension_asked",
  NO_ANSWER_RECORDED: "no_answer",
  OVERLEG_CONTESTED: "overleg_contested",
  SUMMARY_REVISED: "summary_revised",
  TERM_CHOSEN: "term_chosen",
  TERM_EXTENDED: "extended",
  TERM_KEPT: "term_kept",
  TERM_PASSED: "term_passed",
  WAIT_OVER: "wait_over",
};

/** What members say among themselves has no kind of its own (law 9). */
const consultedId = (kind: OrganisationHappening["consulted"]) =>
  `event-consultation-${(kind && sentences[kind]) ?? "opined"}`;

/** Everything that was settled, kept and agreed, newest first (law 18). */
export default function OwnTimeline() {
  const say = useSay();
  const { language } = useLanguage();
  const { data, nodes, next } = usePages(organisationTimelineQuery, {}, (found) => found.organisation.timeline);
  const suppliers = data?.organisation.suppliers ?? [];
  if (nodes.length === 0) return null;
  return (
    <section className="card timeline" aria-labelledby="tijdlijn">
      <h2 id="tijdlijn">{say("web-timeline")}</h2>
      <ol>
        {nodes.map((event) => (
          <li key={event.id}>
            <p>{ownHappening(event, suppliers, say, language)}</p>
            {event.text && event.kind !== "SUPPLIER_NAMED" && <p className="quote">{event.text}</p>}
            <p className="soft small">
              {longDate(dayOf(event.at), language)}, {timeOfDay(event.at, language)}
              {event.function && ` · ${event.function}`}
            </p>
          </li>
        ))}
      </ol>
      {next && (
        <button type="button" className="button second compact" onClick={next}>
          {say("web-timeline-more")}
        </button>
      )}
    </section>
  );
}
