import { splitWall, type DayNumber } from "../time/civil.ts";
import { day as dayLength } from "../time/duration.ts";
import type { CalendarZone } from "./calendar-zone.ts";
import type { Occurrence } from "./expand-series.ts";

/** The local days that an occurrence touches: the first, and the first that it leaves alone. */
export function daysTouched(
  { from, to, days }: Occurrence,
  zone: CalendarZone,
): { readonly first: DayNumber; readonly end: DayNumber } {
  if (days) return days;
  const first = splitWall(zone.toWall(from)).day;
  const end = splitWall(zone.toWall(to) - 1).day + 1;
  return { first, end: Math.max(end, first + 1) };
}

/** True where it lasts a whole day by the wall clock, whatever the clocks do in between. */
export const isWholeDay = ({ from, to, days }: Occurrence, zone: CalendarZone): boolean =>
  days !== undefined || zone.toWall(to) - zone.toWall(from) >= dayLength;
