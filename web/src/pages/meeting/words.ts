import { listed, longDate } from "../../texts/dates.ts";
import type { Language } from "../../texts/files.ts";
import type { Say } from "../../texts/language.tsx";
import { offerText } from "../decision/offer.ts";
import type { AgendaItem } from "./documents.ts";
import { type Chosen, countVotes, type ItemTyped } from "./plan.ts";

const DAY = 86_400_000;

/** Whole days since a moment. */
export const daysSince = (moment: string, now = new Date()) =>
  Math.max(0, Math.floor((now.getTime() - new Date(moment).getTime()) / DAY));

interface Waiting {
  ready: boolean;
  since: string;
  project: {
    reviewOn: string | null;
    readiness: { due: string | null; doneCount: number; totalCount: number; blockers: readonly unknown[] } | null;
  };
}

/** Why it is on the agenda now, in one line. */
export function whyNow({ project, ready, since }: Waiting, say: Say, language: Language, now = new Date()): string {
  const { readiness, reviewOn } = project;
  const date = (text: string) => longDate(text, language, now);
  if (reviewOn) return say("web-meeting-why-hold", { date: date(reviewOn) });
  const due = readiness?.due;
  const late = due != null && new Date(`${due}T23:59:59`) < now;
  if (ready) {
    const words = { days: daysSince(since, now), date: due ? date(due) : "" };
    return say(late ? "web-meeting-why-ready-late" : "web-meeting-why-ready", words);
  }
  const words = { count: readiness?.blockers.length ?? 0, date: due ? date(due) : "" };
  return say(late ? "web-meeting-why-open-late" : "web-meeting-why-open", words);
}

/** The size of a project, as the funnel asks for it; nothing where it does not. */
export function impactOf(facts: AgendaItem["project"]["facts"]): string | undefined {
  const fact = facts.find(({ key }) => key === "impact");
  return fact?.levels.find(({ key }) => key === fact.effective)?.name;
}

/** What was chosen, in words. */
export const chosenText = ({ offer, phase }: Chosen, say: Say) => offerText(offer, { phase }, say);

/** What stands beside an item while the meeting is recorded. */
export function itemText(item: ItemTyped | undefined, say: Say): string {
  if (item?.notTreated) return say("web-meeting-not-treated");
  return item?.chosen ? chosenText(item.chosen, say) : say("web-meeting-to-fill");
}

/** How they voted, in words. */
export function votesText(item: ItemTyped, present: readonly string[], say: Say): string {
  return say("web-behalf-votes", countVotes(item.votes, present).counted);
}

/** Names in a sentence. */
export const namesOf = (people: readonly { person: { name: string } }[], say: Say, language: Language) =>
  listed(
    people.map(({ person }) => person.name || say("who-erased")),
    language,
  );
