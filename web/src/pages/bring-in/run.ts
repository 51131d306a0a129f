import { useCallback, useRef, useState } from "react";
import { useClient } from "urql";
import { type Problem, problemOf } from "../../api/problem.ts";
import { forgetSession } from "../../api/session.ts";
import type { TableRow } from "../../api/tables.ts";
import { announceChange } from "../../app/changes.ts";
import { useLanguage } from "../../texts/language.tsx";
import { bringInProject } from "./documents.ts";

/** What became of one row. */
export type Outcome = { state: "done"; project: string } | { state: "failed"; problem: Problem };

/** After these it makes no sense to send the next row. */
const ends = new Set(["UNAVAILABLE", "UNAUTHENTICATED", "RATE_LIMITED"]);

/** Brings rows in, one after the other. Each carries the key of its file and row, so sending it again does nothing twice. */
export function useRun() {
  const client = useClient();
  const { language } = useLanguage();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<number, Outcome>>(new Map());
  const [busy, setBusy] = useState(false);
  const running = useRef(false);

  const run = useCallback(
    async (rows: readonly TableRow[]) => {
      if (running.current) return;
      running.current = true;
      setBusy(true);
      for (const { input, key, row } of rows) {
        if (!input) continue;
        const { data, error } = await client.mutation(bringInProject, { input: { ...input, key } }).toPromise();
        const problem: Problem | undefined = error && problemOf(error, language);
        const outcome: Outcome | undefined = data
          ? { state: "done", project: data.bringInProject.project.id }
          : problem && { state: "failed", problem };
        if (outcome) setOutcomes((before) => new Map(before).set(row, outcome));
        if (problem?.code === "UNAUTHENTICATED") forgetSession();
        if (problem && ends.has(problem.code)) break;
      }
      running.current = false;
      setBusy(false);
      announceChange();
    },
    [client, language],
  );
  const forget = useCallback(() => setOutcomes(new Map()), []);
  return { outcomes, busy, run, forget };
}
