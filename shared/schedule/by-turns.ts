import type { Schedule } from "../team/team.ts";

const turnsOnly = new WeakMap<Schedule, Schedule>();

/**
 * The schedule as its rotations alone make it: without overrides, swaps and stand-ins on holidays. One object per schedule,
 * so that its answers are kept.
 */
export function byTurns(schedule: Schedule): Schedule {
  let plain = turnsOnly.get(schedule);
  if (!plain) {
    const { policy } = schedule.holidays;
    const holidays = { ...schedule.holidays, policy: policy === "no-cover" ? policy : "primary-covers" } as const;
    turnsOnly.set(schedule, (plain = { ...schedule, holidays, overrides: [], swaps: [] }));
  }
  return plain;
}
