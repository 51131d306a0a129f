import { useSyncExternalStore } from "react";
import { forgetAllKept } from "../app/kept.ts";

export interface Session {
  person: { id: string; name: string; function: string; roles: string[] };
  organisation: { id: string; name: string };
  /** The person's own language first. */
  languages?: ("nl" | "en")[];
  /** Everything here is made up. */
  isDemo?: boolean;
}

/** Why signing in did not work: wrong words, too many tries, or no connection. */
export type SignInFailure = "refused" | "too-often" | "unavailable";

let current: Session | null | undefined;
const listeners = new Set<() => void>();

function set(session: Session | null) {
  current = session;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Who is signed in on this device; `null` when nobody is. */
export function useSession(): Session | null {
  return useSyncExternalStore(subscribe, () => current ?? null);
}

/** Asks the server once who is signed in. */
export async function findSession(): Promise<Session | null> {
  if (current !== undefined) return current;
  const answer = await fetch("/session", { headers: { accept: "application/json" } });
  if (answer.ok) set((await answer.json()) as Session);
  else if (answer.status === 401) set(null);
  else throw new Error(`/session: ${answer.status}`);
  return current ?? null;
}

/** The server says that nobody is signed in any more. */
export function forgetSession() {
  if (current) set(null);
}

const post = (path: string, body: unknown) =>
  fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

/** Signs in. Gives nothing when it worked. */
export async function signIn(email: string, password: string): Promise<SignInFailure | undefined> {
  try {
    const answer = await post("/sign-in", { email, password });
    if (answer.ok) {
      current = undefined;
      return (await findSession()) ? undefined : "unavailable";
    }
    if (answer.status === 429) return "too-often";
    return answer.status >= 500 ? "unavailable" : "refused";
  } catch {
    return "unavailable";
  }
}

/** Signs out and starts afresh, so that nothing of this person stays in memory. */
export async function signOut() {
  await post("/sign-out", {});
  forgetAllKept();
  location.assign("/inloggen");
}
