import type { LocalDateTime, Override, PersonId, Role, Schedule, Swap } from "../team/team.ts";
import { toInstant } from "../time/zoned.ts";
import type { Span } from "./shift.ts";

/** A change to a schedule that somebody considers. */
export type Change =
  { readonly kind: "override"; readonly override: Override } | { readonly kind: "swap"; readonly swap: Swap };

/** The schedule as it would be with the change; the later declared is the stronger of two that meet. */
export function changed(schedule: Schedule, change: Change): Schedule {
  switch (change.kind) {
    case "override":
      return { ...schedule, overrides: [...schedule.overrides, change.override] };
    case "swap":
      return { ...schedule, swaps: [...schedule.swaps, change.swap] };
  }
}

/** What every kind of change declares. */
export type Declared = { readonly role: Role; readonly from: LocalDateTime; readonly to: LocalDateTime };

export const declared = (change: Change): Declared => (change.kind === "override" ? change.override : change.swap);

/** Whom a change names. */
export const peopleOf = (change: Change): readonly PersonId[] =>
  change.kind === "override" ? [change.override.person] : [change.swap.a, change.swap.b];

/** When a change holds. Its times are wall times of the schedule, and must be times. */
export const spanOf = ({ timezone }: Pick<Schedule, "timezone">, { from, to }: Omit<Declared, "role">): Span => ({
  from: toInstant(timezone, from),
  to: toInstant(timezone, to),
});
