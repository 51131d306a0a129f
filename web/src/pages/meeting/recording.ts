import { useRef, useState } from "react";
import { useClient } from "urql";
import { type Problem, problemOf } from "../../api/problem.ts";
import { forgetSession } from "../../api/session.ts";
import { announceChange } from "../../app/changes.ts";
import { useLanguage } from "../../texts/language.tsx";
import { recordDecision } from "./documents.ts";
import { type Chosen, type Frame, isDecided, type Outcome, requestsOf, type Vote, votedIn } from "./plan.ts";

type Request = ReturnType<typeof requestsOf>[number];

export const away: Problem = { code: "UNAVAILABLE", args: {}, blockers: [], differences: [], fields: [] };

/** One item to send. */
export interface Sending {
  id: string;
  chosen: Chosen;
  votes: Record<string, Vote> | undefined;
}

/** How far sending is. */
export interface Progress {
  at: number;
  of: number;
}

/**
 * Sends the decisions of a meeting one by one. Each stands by itself: what one is refused for does not keep the others
 * back. The server knows each by its meeting, so sending again after a lost connection does it once.
 */
export function useRecording(
  frame: Frame,
  /** The minutes as a file of this project; nothing where they are a text. */
  minutesIn: (project: string) => Promise<string | Problem | null>,
  told: (id: string, outcome: Outcome) => void,
) {
  const client = useClient();
  const { language } = useLanguage();
  const [progress, setProgress] = useState<Progress>();
  const busy = useRef(false);

  async function one({ id, chosen, votes }: Sending): Promise<Outcome> {
    let outcome: Outcome = { kind: "not", problem: away };
    const file = chosen.enters ? await minutesIn(id) : null;
    if (file && typeof file !== "string") return { kind: "not", problem: file };
    for (const request of requestsOf(chosen, votes, frame, file)) {
      const input = { ...request, key: crypto.randomUUID() } satisfies Request & { key: string };
      const { data, error } = await client.mutation(recordDecision, { input }).toPromise();
      if (error || !data) {
        const problem = error ? problemOf(error, language) : away;
        if (problem.code === "UNAUTHENTICATED") forgetSession();
        return { kind: "not", problem };
      }
      const { project, receipt } = data.decideGate;
      const reference = receipt.firstSequence;
      if (isDecided(project, chosen)) return { kind: "done", reference, before: receipt.replayed };
      outcome = { kind: "voted", reference, ...votedIn(project) };
    }
    return outcome;
  }

  async function send(all: readonly Sending[]) {
    if (busy.current) return;
    busy.current = true;
    for (const [at, sending] of all.entries()) {
      setProgress({ at: at + 1, of: all.length });
      told(sending.id, await one(sending));
    }
    busy.current = false;
    setProgress(undefined);
    announceChange();
  }
  return { progress, send };
}
