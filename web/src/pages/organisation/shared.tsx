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
