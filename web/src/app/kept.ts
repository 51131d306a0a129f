import { useCallback, useState } from "react";

const PREFIX = "trechter.typed.";

/** Reads what was kept on this device; nothing when the browser keeps nothing or it is of another shape. */
export function readKept<Value>(key: string): Value | undefined {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}

/** Keeps something on this device until it is sent. */
export function writeKept(key: string, value: unknown) {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // A full or closed store: the text still stands on the screen.
  }
}

/** Forgets everything that was typed; at signing out, so that the next person at this device reads nothing. */
export function forgetAllKept() {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch {
    // Nothing was kept then.
  }
}

/** Typed text that survives a lost connection, a closed window and an ended session, until it is sent. */
export function useKept<Value extends object>(key: string, empty: Value) {
  const [value, setValue] = useState<Value>(() => ({ ...empty, ...readKept<Value>(key) }));
  const keep = useCallback(
    (part: Partial<Value>) =>
      setValue((was) => {
        const next = { ...was, ...part };
        writeKept(key, next);
        return next;
      }),
    [key],
  );
  const forget = useCallback(() => writeKept(key, undefined), [key]);
  /** Begins anew: nothing is kept, and this is what stands there. */
  const restart = useCallback(
    (next: Value) => {
      writeKept(key, undefined);
      setValue(next);
    },
    [key],
  );
  return [value, keep, forget, restart] as const;
}
