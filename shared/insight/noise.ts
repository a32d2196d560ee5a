import { minute } from "../time/duration.ts";
import type { IncidentFact } from "./incident-fact.ts";

/** Incidents that cost attention and asked for nothing. */
export type Noise = {
  /** Ended by themselves before anybody had acknowledged them. */
  readonly unseen: number;
  /** Acknowledged within a minute, and ended by themselves without anything having been done. */
  readonly waved: number;
};

const quickly = minute;

export function noiseOf(facts: readonly IncidentFact[]): Noise {
  let unseen = 0;
  let waved = 0;
  for (const { openedAt, respondedAt, resolvedAt, resolvedBy, touched } of facts) {
    if (resolvedAt === undefined || resolvedBy !== undefined || touched) continue;
    if (respondedAt === undefined || respondedAt >= resolvedAt) unseen += 1;
    else if (respondedAt - openedAt <= quickly) waved += 1;
  }
  return { unseen, waved };
}
