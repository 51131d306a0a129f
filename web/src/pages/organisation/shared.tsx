import type { ReactNode } from "react";
import type { Organisation, OwnEvidence } from "./documents.ts";

/** What every section of this page gets. */
export interface Part {
  organisation: Organisation;
  /** Says that something was done. */
  done: (said: string) => void;
}

/** The mark of how evidence stands. */
export const marks: Record<OwnEvidence["standing"], string> = {
  VALID: "done",
  UNJUDGED: "waiting",
  INSUFFICIENT: "adjust",
  EXPIRED: "expired",
  MISSING: "to_do",
};

/** A key from a name: small letters, digits and hyphens, with a letter in front. */
export const keyOf = (name: string) =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-$/, "")
    .replace(/^(?=[0-9])/, "n-");

/** A whole number that somebody typed, if it is one between these. */
export function count(typed: string | undefined, least: number, most: number): number | undefined {
  const text = typed?.trim() ?? "";
  if (!/^\d{1,9}$/.test(text)) return undefined;
  const number = Number(text);
  return number >= least && number <= most ? number : undefined;
}

/** The parties of the organisation, to choose from. */
export const partyOptions = ({ parties }: Pick<Organisation, "parties">) =>
  parties.map(({ key, name }) => ({ value: key, label: name }));

/** A form that opens under its own name. */
export function Unfold({ name, about, children }: { name: string; about?: string; children: ReactNode }) {
  return (
    <details className="unfold">
      <summary>
        {name}
        {about && <span className="hidden-visually"> {about}</span>}
      </summary>
      {children}
    </details>
  );
}
