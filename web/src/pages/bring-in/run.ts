import { useCallback, useRef, useState } from "react";
import { type Client, type CombinedError, useClient } from "urql";
import { type Problem, problemOf } from "../../api/problem.ts";
import { forgetSession } from "../../api/session.ts";
import type { TableRow } from "../../api/tables.ts";
import { announceChange } from "../../app/changes.ts";
import { useLanguage } from "../../texts/language.tsx";

/** What became of one row. */
export type Outcome = { state: "done"; project: string | undefined } | { state: "failed"; problem: Problem };

/** Sends one row that can come in. It gives the project that it became, where it became one. */
export type SendRow<R extends TableRow> = (
  client: Client,
  row: R,
) => Promise<{ project?: string | undefined; error?: CombinedError | undefined } | undefined>;

/** After these it makes no sense to send the next row. */
const ends = new Set(["UNAVAILABLE", "UNAUTHENTICATED", "RATE_LIMITED"]);

/** Brings rows in, one after the other. Each carries the key of its file and row, so sending it again does nothing twice. */
export function useRun<R extends TableRow>(send: SendRow<R>) {
  const client = useClient();
  const { language } = useLanguage();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<number, Outcome>>(new Map());
  const [busy, setBusy] = useState(false);
  const running = useRef(false);

  const run = useCallback(
    async (rows: readonly R[]) => {
      if (running.current) return;
      running.current = true;
      setBusy(true);
      for (const one of rows) {
        const { row } = one;
        const sent = await send(client, one);
        if (!sent) continue;
        const problem: Problem | undefined = sent.error && problemOf(sent.error, language);
        const outcome: Outcome = problem ? { state: "failed", problem } : { state: "done", project: sent.project };
        setOutcomes((before) => new Map(before).set(row, outcome));
        if (problem?.code === "UNAUTHENTICATED") forgetSession();
        if (problem && ends.has(problem.code)) break;
      }
      running.current = false;
      setBusy(false);
      announceChange();
    },
    [client, language, send],
  );
  return { outcomes, busy, run };
}
