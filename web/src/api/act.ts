import type { TadaDocumentNode } from "gql.tada";
import { useCallback, useRef, useState } from "react";
import { useClient } from "urql";
import { announceChange } from "../app/changes.ts";
import { useLanguage } from "../texts/language.tsx";
import { type Problem, problemOf } from "./problem.ts";
import { forgetSession } from "./session.ts";

interface State {
  busy: boolean;
  problem?: Problem;
  /** Counts the refusals, so that the same one twice takes the focus twice. */
  turn: number;
}

interface Options {
  /** Acts on the project carry a key; drafts do not. */
  keyed?: boolean;
  /** What the author saw is no longer there: the next try names what is shown then. */
  onConflict?: () => void;
}

/**
 * Sends an act. The same act sent again, after a lost connection, carries the same key and happens once; changed
 * input gets a new key. Gives the answer, or nothing when it was refused (see `problem`).
 */
export function useAct<Data, Input extends object>(document: TadaDocumentNode<Data, { input: Input }>) {
  const client = useClient();
  const { language } = useLanguage();
  const [state, setState] = useState<State>({ busy: false, turn: 0 });
  const sent = useRef({ content: "", key: "" });
  const busy = useRef(false);

  const act = useCallback(
    async (input: Omit<Input, "key">, options: Options = {}): Promise<Data | undefined> => {
      const { keyed = true, onConflict } = options;
      if (busy.current) return undefined;
      busy.current = true;
      setState(({ turn }) => ({ busy: true, turn }));
      const content = JSON.stringify(input);
      if (sent.current.content !== content) sent.current = { content, key: crypto.randomUUID() };
      const full = (keyed ? { ...input, key: sent.current.key } : input) as Input;
      const { data, error } = await client.mutation(document, { input: full }).toPromise();
      busy.current = false;
      if (!error && data) {
        sent.current = { content: "", key: "" };
        setState(({ turn }) => ({ busy: false, turn }));
        return data;
      }
      const problem: Problem = error
        ? problemOf(error, language)
        : { code: "UNAVAILABLE", args: {}, blockers: [], differences: [], fields: [] };
      if (problem.code === "UNAUTHENTICATED") forgetSession();
      if (problem.code === "CONFLICT") {
        onConflict?.();
        announceChange();
      }
      setState(({ turn }) => ({ busy: false, problem, turn: turn + 1 }));
      return undefined;
    },
    [client, document, language],
  );
  const clear = useCallback(() => setState(({ turn }) => ({ busy: false, turn })), []);
  return { ...state, act, clear };
}
