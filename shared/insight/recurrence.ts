import { day } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import type { IncidentFact } from "./incident-fact.ts";

/** A key that fires again within this time recurs (000-12). */
export const recursWithin = 30 * day;

/**
 * The incidents whose key had fired within the 30 days before. `facts` are in order of opening, and should reach 30 days further back
 * than what is asked about.
 */
export function recurring(facts: readonly IncidentFact[]): ReadonlySet<string> {
  const last = new Map<string, Instant>();
  const found = new Set<string>();
  for (const { id, source, key, openedAt } of facts) {
    const identity = `${source} ${key}`;
    const before = last.get(identity);
    if (before !== undefined && openedAt - before <= recursWithin) found.add(id);
    last.set(identity, openedAt);
  }
  return found;
}
