import type { SteerProject } from "./documents.ts";

export type Way = SteerProject["viewerCan"][number];

/** What somebody can do to the course of a project besides its gate, in the order of the page. */
const ways = ["OPEN_ROUND", "END_HOLD", "REOPEN_PROJECT", "MIGRATE_PROJECT", "REPORT_WORK"] as const;

/** The acts that stand on the page for steering. */
export const steering: ReadonlySet<Way> = new Set(ways);

/** Those that the reader has, in the order of the page. */
export const waysOf = (can: readonly Way[]) => ways.filter((way) => can.includes(way));
