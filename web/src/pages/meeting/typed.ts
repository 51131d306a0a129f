import { useCallback, useState } from "react";
import { readKept, writeKept } from "../../app/kept.ts";
import type { AgendaItem, AgendaMember, Body } from "./documents.ts";
import { type ItemTyped, type Meeting, noMeeting } from "./plan.ts";

const place = (party: string) => `meeting-${party}`;

/**
 * What was typed about the meeting of a body. It stays on the device until the meeting is put away, also while its decisions
 * are being recorded.
 */
export function useMeeting(party: string) {
  const [meeting, set] = useState<Meeting>(() => ({ ...noMeeting, ...readKept<Meeting>(place(party)) }));
  const change = useCallback(
    (part: Partial<Meeting> | ((was: Meeting) => Partial<Meeting>)) =>
      set((was) => {
        const next = { ...was, ...(typeof part === "function" ? part(was) : part) };
        writeKept(place(party), next);
        return next;
      }),
    [party],
  );
  const putAway = useCallback(() => {
    writeKept(place(party), undefined);
    set(noMeeting);
  }, [party]);
  return [meeting, change, putAway] as const;
}

/** What the steps of a meeting share. */
export interface Shared {
  body: Body;
  members: readonly AgendaMember[];
  /** Everything that waits for the body, in the order of the meeting, and what of it is on the agenda. */
  items: readonly AgendaItem[];
  on: readonly AgendaItem[];
  meeting: Meeting;
  change: ReturnType<typeof useMeeting>[1];
}

/** Changes one item of the meeting. */
export const changeItem = (change: Shared["change"], id: string, title: string) => (part: Partial<ItemTyped>) =>
  change(({ items }) => ({ items: { ...items, [id]: { ...items[id], title, ...part } } }));
