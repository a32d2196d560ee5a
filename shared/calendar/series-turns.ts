import { wallOn, type Wall } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import type { CalendarEvent } from "./calendar-event.ts";
import type { CalendarZone } from "./calendar-zone.ts";
import type { Replacement } from "./series.ts";
import { dayOfValue, instantOf, type TimeValue } from "./time-value.ts";

/** From here on a series is another event, moved on the wall clock by `shift` milliseconds. */
export type Turn = { readonly from: Instant; readonly shift: number; readonly event: Replacement };

/** The turns of a series, the earliest first. */
export const turnsOf = (
  replacements: readonly Replacement[],
  master: CalendarEvent,
  floating: CalendarZone,
): readonly Turn[] =>
  replacements
    .filter(({ replaces }) => replaces.andFuture)
    .map((event) => turnOf(event, master, floating))
    .toSorted((a, b) => a.from - b.from);

/** RANGE=THISANDFUTURE moves all later occurrences by as much as it moves its own (RFC 5545, 3.8.4.4). */
function turnOf(event: Replacement, { start }: CalendarEvent, floating: CalendarZone): Turn {
  const zone = start.kind === "time" ? start.zone : floating;
  const wallIn = (time: TimeValue): Wall =>
    time.kind === "day" || start.kind === "day" ? wallOn(dayOfValue(time), 0) : zone.toWall(instantOf(time, floating));
  const before = wallIn(event.replaces.time);
  return { from: zone.toInstant(before), shift: wallIn(event.start) - before, event };
}

/** The latest turn that has come at an instant. */
export function turnAt(turns: readonly Turn[], at: Instant): Turn | undefined {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((turns[middle]?.from ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return turns[low - 1];
}
