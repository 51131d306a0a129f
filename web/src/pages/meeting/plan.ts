import type { StoredFile } from "../../api/files.ts";
import type { Problem } from "../../api/problem.ts";
import type { Point } from "../../parts/summary.tsx";
import { daysAhead } from "../../texts/dates.ts";
import type { Say } from "../../texts/language.tsx";
import type { decisionInput, Typed } from "../decision/promises.ts";
import type { AgendaItem, AgendaMember, RecordedProject } from "./documents.ts";

/** How somebody voted. */
export type Vote = "for" | "against" | "abstained";

/** A decision as it was filled in and checked: what is sent is what was shown. */
export interface Chosen {
  /** The round and the readiness that were seen (law 17). */
  round: number;
  digest: string;
  gate: { key: string; name: string };
  /** Which outcome, and the phases that its words need. */
  offer: {
    outcome: "STOP" | "REWORK" | "HOLD" | "CONDITIONAL_GO" | "GO";
    leadsTo: { key: string; name: string } | null;
  };
  phase: { key: string; name: string };
  input: ReturnType<typeof decisionInput>;
  /** The agreements in words. */
  promises: { name: string; who: string; due: string }[];
  /** How many votes it takes, where members vote. */
  votesNeeded: number | null;
  chairDecides: boolean;
  lead: string;
  /** Whether the viewer enters it for the body, or decides as one of it. */
  enters: boolean;
}

/** What became of an item when it was sent. */
export type Outcome =
  | { kind: "done"; reference: number; before: boolean }
  | { kind: "voted"; reference: number; votes: number; needed: number }
  | { kind: "not"; problem: Problem };

/** One item as it was filled in so far. */
export interface ItemTyped {
  /** What the agenda called it, for when it is no longer there. */
  title: string;
  typed?: Typed | undefined;
  votes?: Record<string, Vote>;
  chosen?: Chosen | undefined;
  notTreated?: boolean;
  outcome?: Outcome | undefined;
}

/** Everything that was typed about a meeting; it is kept on the device until the meeting is put away. */
export interface Meeting {
  /** The items in the order that somebody gave them. */
  order: string[];
  /** Whether an item is on the agenda, where somebody said so. */
  on: Record<string, boolean>;
  date: string;
  /** Who was not there; everybody else was. */
  absent: string[];
  /** Who spoke for the body. */
  speaker: string;
  minutes: string;
  /** The minutes as a file, in the place of the text. */
  file: StoredFile | null;
  /** That file in each project, by id: once it is there, it stays the same one. */
  filesIn: Record<string, string>;
  items: Record<string, ItemTyped>;
}

export const noMeeting: Meeting = {
  order: [],
  on: {},
  date: "",
  absent: [],
  speaker: "",
  minutes: "",
  file: null,
  filesIn: {},
  items: {},
};

/** Days before its date from which an item that is not ready stands on the agenda by itself. */
const NEAR_DAYS = 14;

/** Whether an item is on the agenda: as somebody said, else when it can be decided, or its date is near. */
export function isOn({ on }: Pick<Meeting, "on">, { project, ready }: Pick<AgendaItem, "project" | "ready">): boolean {
  const due = project.readiness?.due;
  return on[project.id] ?? (ready || (!project.reviewOn && due != null && due <= daysAhead(NEAR_DAYS)));
}

/** The items in the order of the meeting; new ones come after those that somebody arranged. */
export function arranged<Item extends { project: { id: string } }>(items: readonly Item[], order: readonly string[]) {
  const place = ({ project }: Item) => {
    const at = order.indexOf(project.id);
    return at < 0 ? order.length : at;
  };
  return [...items].sort((left, right) => place(left) - place(right));
}

/** The order after one item moved a place up or down among those that are shown. */
export function moved(shown: readonly string[], id: string, by: -1 | 1): string[] {
  const next = [...shown];
  const at = next.indexOf(id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= next.length) return next;
  next.splice(at, 1);
  next.splice(to, 0, id);
  return next;
}

/** Who was there. */
export const presentOf = ({ absent }: Pick<Meeting, "absent">, members: readonly AgendaMember[]) =>
  members.filter(({ person }) => !absent.includes(person.id));

/** Who speaks for the body: as somebody said, else its chair when that one was there. */
export function speakerOf(meeting: Pick<Meeting, "absent" | "speaker">, members: readonly AgendaMember[]): string {
  const present = presentOf(meeting, members);
  const named = present.find(({ person }) => person.id === meeting.speaker);
  const one = named ?? present.find(({ chair }) => chair) ?? present[0];
  return one?.person.id ?? "";
}

/** What the frame of the meeting still lacks. */
export function missingOfMeeting(meeting: Meeting, members: readonly AgendaMember[], say: Say): Point[] {
  const points: Point[] = [];
  if (!meeting.date) points.push({ text: say("web-meeting-day-missing"), field: "dag" });
  else if (meeting.date > daysAhead(0)) points.push({ text: say("web-meeting-day-ahead"), field: "dag" });
  if (presentOf(meeting, members).length === 0)
    points.push({ text: say("web-meeting-present-missing"), field: "aanwezig" });
  if (!meeting.file && !meeting.minutes.trim())
    points.push({ text: say("web-meeting-minutes-missing"), field: "verslag" });
  return points;
}

/** The votes of those who were there, in numbers. Whoever said nothing abstained. */
export function countVotes(votes: Record<string, Vote> | undefined, present: readonly string[]) {
  const of = (vote: Vote) => present.filter((person) => votes?.[person] === vote);
  const [inFavour, against] = [of("for"), of("against")];
  return {
    inFavour,
    counted: {
      inFavour: inFavour.length,
      against: against.length,
      abstained: present.length - inFavour.length - against.length,
    },
  };
}

/** Who gives the decision on one item: who spoke for the body, unless any member may decide and that one leads the project. */
export function giverOf(
  chosen: Pick<Chosen, "chairDecides" | "lead">,
  speaker: string,
  present: readonly string[],
): string {
  if (chosen.chairDecides || speaker !== chosen.lead) return speaker;
  return present.find((person) => person !== chosen.lead) ?? speaker;
}

export interface Frame {
  party: string;
  date: string;
  present: readonly string[];
  speaker: string;
  minutes: string;
  viewer: string;
  /** What is said of the meeting under the reason, where the viewer decides as one of the body. */
  told: string;
}

/**
 * What is sent for one item, in order. Mostly one request; where members vote and were not all in favour, one for each vote
 * in favour, since only then it is known who voted what (law 7).
 */
export function requestsOf(
  chosen: Chosen,
  votes: Record<string, Vote> | undefined,
  frame: Frame,
  /** The minutes as a file of this project. */
  file: string | null = null,
) {
  const { date: heldOn, minutes, party, present, speaker, viewer } = frame;
  const input = { ...chosen.input, seenReadiness: chosen.digest };
  const meeting = (voterId: string | null) => ({ party, heldOn, round: chosen.round, voterId });
  if (!chosen.enters) {
    const motivation = `${chosen.input.motivation}\n\n${frame.told}`;
    const voter = chosen.votesNeeded === null ? null : viewer;
    return [{ ...input, motivation, onBehalf: null, meeting: meeting(voter) }];
  }
  const behalf = (personId: string, counted: ReturnType<typeof countVotes>["counted"] | null) => ({
    personId,
    heldOn,
    presentIds: [...present],
    votes: counted,
    minutes: file ? null : minutes,
    minutesFileId: file,
  });
  if (chosen.votesNeeded === null) {
    return [{ ...input, onBehalf: behalf(giverOf(chosen, speaker, present), null), meeting: meeting(null) }];
  }
  const { counted, inFavour } = countVotes(votes, present);
  if (inFavour.length === present.length) {
    return [{ ...input, onBehalf: behalf(speaker, counted), meeting: meeting(null) }];
  }
  return inFavour.map((voter) => ({ ...input, onBehalf: behalf(voter, counted), meeting: meeting(voter) }));
}

/** Whether a project was decided by what was sent, or still waits for votes. */
export function isDecided(project: RecordedProject, { gate, input, round }: Chosen): boolean {
  const { readiness, reviewOn } = project;
  if (input.outcome === "HOLD" && reviewOn === input.reviewOn) return true;
  return !readiness || readiness.round !== round || readiness.gate?.key !== gate.key;
}

/** How far the votes are, as the server counts them. */
export function votedIn(project: RecordedProject): { votes: number; needed: number } {
  const ballot = project.readiness?.ballots.find(({ kind }) => kind === "DECISION");
  return { votes: ballot?.voted.length ?? 0, needed: ballot?.needed ?? 0 };
}

/** A line of the meeting: an item of the agenda, or one that was filled in and is no longer there. */
export interface MeetingLine {
  id: string;
  title: string;
  item: ItemTyped | undefined;
  /** What the agenda says of it now. */
  listed: AgendaItem | undefined;
}

/** Everything that the meeting treats, in its order; what was recorded or is gone from the agenda comes after. */
export function linesOf({ items, on: said }: Pick<Meeting, "items" | "on">, on: readonly AgendaItem[]): MeetingLine[] {
  const lines = on.map((listed): MeetingLine => {
    const { id, title } = listed.project;
    return { id, title, item: items[id], listed };
  });
  const here = new Set(lines.map(({ id }) => id));
  const gone = Object.entries(items).filter(
    ([id, item]) => !here.has(id) && said[id] !== false && (item.chosen || item.outcome),
  );
  return [...lines, ...gone.map(([id, item]): MeetingLine => ({ id, title: item.title, item, listed: undefined }))];
}

/** Whether an item has been dealt with: recorded, or its votes are. */
export const isSettled = (item: ItemTyped | undefined) =>
  item?.outcome?.kind === "done" || item?.outcome?.kind === "voted";

/** The lines that are to be sent: filled in, treated, and not recorded yet. */
export const toSend = (lines: readonly MeetingLine[]) =>
  lines.flatMap(({ id, item, title }) =>
    item?.chosen && !item.notTreated && !isSettled(item) ? [{ id, title, item, chosen: item.chosen }] : [],
  );

/** Whether what was seen of an item is no longer so (law 17). */
export function isChanged({ item, listed }: MeetingLine): boolean {
  if (!item?.chosen || item.notTreated || isSettled(item)) return false;
  return listed?.project.readiness?.digest !== item.chosen.digest;
}
