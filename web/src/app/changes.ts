import { useEffect, useRef, useState } from "react";
import { useClient } from "urql";
import { changes } from "./documents.ts";

const listeners = new Set<() => void>();

/** Something turned out to be different from what is on the screen: read it again. */
export function announceChange() {
  for (const listener of listeners) listener();
}

/** Calls `refetch` when the project changes (any project without an id). The event says that, not what, changed. */
export function useChanges(refetch: () => void, project?: string) {
  const client = useClient();
  const latest = useRef(refetch);
  useEffect(() => {
    latest.current = refetch;
  });
  useEffect(() => {
    const call = () => latest.current();
    listeners.add(call);
    const { unsubscribe } = client.subscription(changes, { project: project ?? null }).subscribe((result) => {
      if (result.data) call();
    });
    return () => {
      listeners.delete(call);
      unsubscribe();
    };
  }, [client, project]);
}

/**
 * What somebody saw when they began to answer (law 17). The page may refresh under the form; the answer still names
 * what was there at the start, so that the server can say what changed. After that, it names what is shown now.
 */
export function useSeen<Value>(current: Value): [Value, () => void] {
  const [pinned, setPinned] = useState<{ value: Value } | undefined>({ value: current });
  return [pinned ? pinned.value : current, () => setPinned(undefined)];
}
