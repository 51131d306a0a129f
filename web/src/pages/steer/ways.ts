/** What can be done to the course of a project besides its gate. */
export interface Ways {
  /** Opens the planned round before its date. */
  openRound: boolean;
  /** Ends the waiting before its date. */
  endHold: boolean;
  /** Lets a stopped project go on. */
  reopen: boolean;
  /** Goes on under another version of the funnel. */
  migrate: boolean;
}

interface Known {
  lifecycle: string;
  reviewOn: string | null;
  nextRoundOn: string | null;
  funnel: { id: string; key: string };
  readiness: { gate: unknown } | null;
}

/** The ways that fit where the project is. Who may go them, the server says. */
export function waysOf(project: Known, versions: readonly { id: string; key: string }[]): Ways {
  const { funnel, lifecycle, nextRoundOn, readiness, reviewOn } = project;
  const active = lifecycle === "ACTIVE";
  return {
    openRound: active && nextRoundOn !== null && !readiness?.gate,
    endHold: active && reviewOn !== null,
    reopen: lifecycle === "STOPPED",
    migrate: active && versions.some(({ id, key }) => key === funnel.key && id !== funnel.id),
  };
}
