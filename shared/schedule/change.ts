import type { Override, Schedule, Swap } from "../team/team.ts";

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
