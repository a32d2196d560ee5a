import type { CalendarFailure } from "./calendar-failure.ts";

/** How much one feed may cost. Steps are days or times looked at, so that the same feed ends the same way on every machine. */
export type Limits = {
  readonly occurrences: number;
  readonly steps: number;
  /** UTF-16 units of one content line, folds included. */
  readonly lineLength: number;
  /** Components within components. */
  readonly depth: number;
};

export const defaultLimits: Limits = { occurrences: 500_000, steps: 10_000_000, lineLength: 6_000_000, depth: 16 };

/** What is left for one feed. Once it is spent everything says no, so that all loops end, and `failure` tells why. */
export type Budget = {
  readonly limits: Limits;
  readonly spend: (steps: number) => boolean;
  readonly takeOccurrence: () => boolean;
  /** Ends the work for a reason of the caller's. */
  readonly stop: (failure: CalendarFailure) => false;
  readonly failure: () => CalendarFailure | undefined;
};

export function budgetOf(limits: Limits): Budget {
  let steps = limits.steps;
  let occurrences = limits.occurrences;
  let failure: CalendarFailure | undefined;
  const stop = (reason: CalendarFailure): false => {
    failure ??= reason;
    steps = -1;
    occurrences = -1;
    return false;
  };
  return {
    limits,
    stop,
    spend: (count) => (steps -= count) >= 0 || stop({ kind: "too-much-work", limit: limits.steps }),
    takeOccurrence: () => (occurrences -= 1) >= 0 || stop({ kind: "too-many-occurrences", limit: limits.occurrences }),
    failure: () => failure,
  };
}
