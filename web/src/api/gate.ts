interface Gated {
  gate: unknown;
  due: string | null;
}

/** A readiness with its gate and date; nothing when no gate is open. */
export type Open<Readiness extends Gated> = Readiness & { gate: NonNullable<Readiness["gate"]>; due: string };

/** Narrows what the API gives while a round may just have been closed. */
export function openGate<Readiness extends Gated>(readiness: Readiness | null | undefined): Open<Readiness> | null {
  return readiness?.gate && readiness.due ? (readiness as Open<Readiness>) : null;
}
