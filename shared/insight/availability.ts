import type { Instant } from "../time/instant.ts";
import type { IncidentFact } from "./incident-fact.ts";

type Span = { readonly from: Instant; readonly to: Instant };

/** Share of a span, 0 to 1, without a critical incident. `facts` are in order of opening; one that is open still counts to the end. */
export function availabilityOf(facts: readonly IncidentFact[], { from, to }: Span): number {
  let down = 0;
  let until: number = from;
  for (const { severity, openedAt, resolvedAt = to } of facts) {
    if (severity !== "critical") continue;
    const begins = Math.max(openedAt, until);
    const ends = Math.min(resolvedAt, to);
    if (ends <= begins) continue;
    down += ends - begins;
    until = ends;
  }
  return to > from ? 1 - down / (to - from) : 1;
}
