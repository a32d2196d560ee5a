import { memoize } from "../memoize.ts";
import type { Schedule } from "../team/team.ts";

/**
 * The schedule as its rotations alone make it: without overrides, swaps and stand-ins on holidays. One object per schedule,
 * so that its answers are kept.
 */
export const byTurns = memoize((schedule: Schedule): Schedule => {
  const { policy } = schedule.holidays;
  const holidays = { ...schedule.holidays, policy: policy === "no-cover" ? policy : "primary-covers" } as const;
  return { ...schedule, holidays, overrides: [], swaps: [] };
});
