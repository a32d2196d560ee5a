import type { Instant } from "../time/instant.ts";
import type { IncidentFact } from "./incident-fact.ts";

/** How many deadlines were met and missed. Those that still run, and those that nothing was due for, are in neither. */
export type Attainment = { readonly met: number; readonly missed: number };
export type SlaAttainment = { readonly respond: Attainment; readonly resolve: Attainment };

/** Judged at `at`. What ended by itself before anybody had to respond had no response to be late. */
export function attainmentOf(facts: readonly IncidentFact[], at: Instant): SlaAttainment {
  return {
    respond: tally(
      facts,
      ({ respondBy, respondedAt, resolvedAt }) =>
        respondBy !== undefined &&
        (respondedAt === undefined && resolvedAt !== undefined && resolvedAt <= respondBy
          ? undefined
          : verdict(respondBy, respondedAt, at)),
    ),
    resolve: tally(facts, ({ resolveBy, resolvedAt }) => resolveBy !== undefined && verdict(resolveBy, resolvedAt, at)),
  };
}

/** Share of deadlines met, 0 to 1; `undefined` where none was decided. */
export const shareMet = ({ met, missed }: Attainment): number | undefined =>
  met + missed === 0 ? undefined : met / (met + missed);

type Verdict = "met" | "missed" | undefined;

function verdict(by: Instant, done: Instant | undefined, at: Instant): Verdict {
  if (done !== undefined && done <= by) return "met";
  return done !== undefined || at > by ? "missed" : undefined;
}

function tally(facts: readonly IncidentFact[], judge: (fact: IncidentFact) => Verdict | false): Attainment {
  let met = 0;
  let missed = 0;
  for (const fact of facts) {
    const judged = judge(fact);
    if (judged === "met") met += 1;
    else if (judged === "missed") missed += 1;
  }
  return { met, missed };
}
