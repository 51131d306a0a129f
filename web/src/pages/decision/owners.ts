import { usePages } from "../../api/pages.ts";
import { ownersQuery, type Person } from "./documents.ts";

const none = {};

/** The people who can see to an agreement, by name; `more` reads the next hundred. */
export function useOwners(): { people: readonly Person[]; more: (() => void) | undefined } {
  const { nodes, next } = usePages(ownersQuery, none, (data) => data.people);
  return { people: nodes, more: next };
}
