import { wallOn, type Wall } from "../time/civil.ts";
import { day as dayLength } from "../time/duration.ts";
import { instant } from "../time/instant.ts";
import type { Span } from "../schedule/shift.ts";
import type { CalendarZone } from "./calendar-zone.ts";
import type { Rule } from "./recurrence-rule.ts";
import type { Digits } from "./time-value.ts";

/** What of a rule can matter: the window, and how far from its own wall time an occurrence may begin or end. */
export type Reach = { readonly window: Span; readonly reach: number; readonly zone: CalendarZone };

/** The wall times between which a rule is asked for its own, both included: the window's, and no further than UNTIL. */
export function boundsOf({ until }: Rule, { window, reach, zone }: Reach): { readonly from: Wall; readonly to: Wall } {
  // A day more where UNTIL is an instant: around a change of the clock only the instants tell what comes first.
  const last = until && (until.kind === "utc" ? zone.toWall(instant(until.wall)) + dayLength : lastWall(until));
  return { from: window.from - reach, to: Math.min(window.to + reach, last ?? Infinity) };
}

/** UNTIL on the wall clock; a date lasts to the end of its day. */
const lastWall = (until: Digits): Wall => (until.kind === "date" ? wallOn(until.day + 1, 0) - 1 : until.wall);

/** True for a wall time of the series that UNTIL does not let through. */
export function isOver({ until }: Rule, zone: CalendarZone, wall: Wall): boolean {
  if (!until) return false;
  return until.kind === "utc" ? zone.toInstant(wall) > until.wall : wall > lastWall(until);
}
