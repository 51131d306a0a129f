import type { Client as Socket } from "graphql-ws";
import { Client, cacheExchange, fetchExchange, subscriptionExchange } from "urql";
import { keptLanguage } from "../texts/language.tsx";
import { forgetSession } from "./session.ts";

let socket: Promise<Socket> | undefined;

/** The socket is opened when a page first listens; its code is fetched then. */
function listen(): Promise<Socket> {
  socket ??= import("graphql-ws").then(({ createClient }) => {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    return createClient({
      url: `${scheme}//${location.host}/graphql/ws`,
      lazy: true,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
    });
  });
  return socket;
}

/** Nobody is signed in any more: what was typed stays on this device, and signing in leads back here. */
function signInAgain() {
  forgetSession();
  const back = location.pathname + location.search;
  if (location.pathname !== "/inloggen") location.assign(`/inloggen?${new URLSearchParams({ naar: back })}`);
}

/** A read that finds nobody signed in leads to signing in; an act does not, it says so beside what was typed. */
const ask: typeof fetch = async (input, init) => {
  const answer = await fetch(input, init);
  const isAct = typeof init?.body === "string" && init.body.includes('"query":"mutation ');
  if (answer.status === 401 && !isAct) signInAgain();
  return answer;
};

/**
 * Talks to the API. The document cache is enough here: every answer names its types, and a mutation of a project
 * makes what was read about projects be read again.
 */
export const client = new Client({
  url: "/graphql",
  fetch: ask,
  preferGetMethod: false,
  // After an act somebody else may have acted too: show what is there, then refresh it.
  requestPolicy: "cache-and-network",
  fetchOptions: () => ({ credentials: "same-origin", headers: { "accept-language": keptLanguage() } }),
  exchanges: [
    cacheExchange,
    subscriptionExchange({
      forwardSubscription: (request) => ({
        subscribe: (sink) => {
          let stop: (() => void) | undefined;
          let stopped = false;
          listen().then((found) => {
            if (stopped) return;
            const { query = "", variables = {} } = request;
            stop = found.subscribe(
              { query, variables },
              {
                next: (value) => sink.next(value as never),
                error: (error) => sink.error(error),
                complete: () => sink.complete(),
              },
            );
          });
          return {
            unsubscribe: () => {
              stopped = true;
              stop?.();
            },
          };
        },
      }),
    }),
    fetchExchange,
  ],
});
