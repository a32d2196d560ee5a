import type { DayNumber, Wall, Zone } from "../time/civil.ts";
import { splitWall, wallOn } from "../time/civil.ts";
import { day as dayLength } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import { instant } from "../time/instant.ts";
import { toInstant, toWall } from "../time/zoned.ts";

/**
 * A zone as a feed knows it. `toInstant` takes the first of two occurrences, and the offset before the gap for a time that
 * does not exist (RFC 5545, 3.3.5).
 */
export type CalendarZone = {
  readonly name: string;
  readonly toInstant: (wall: Wall) => Instant;
  readonly toWall: (at: Instant) => Wall;
};

export const utc: CalendarZone = { name: "UTC", toInstant: instant, toWall: (at) => at };

/** A zone of this runtime's tz database. */
export const ianaZone = (name: Zone): CalendarZone => ({
  name,
  toInstant: remembering((wall) => toInstant(name, wall)),
  toWall: (at) => toWall(name, at),
});

/** Most days remembered for one zone; feeds that leap through the centuries are slower, and no larger. */
const mostDays = 4_096;

/**
 * The same answers, from memory: on a day that is 24 hours long one offset holds throughout, so that the rest is a
 * subtraction. Days of another length are asked about each time.
 */
export function remembering(exact: (wall: Wall) => Instant): (wall: Wall) => Instant {
  const offsets = new Map<DayNumber, number>();
  return (wall) => {
    const { day } = splitWall(wall);
    let offset = offsets.get(day);
    if (offset === undefined) {
      const begins = exact(wallOn(day, 0));
      const ends = exact(wallOn(day + 1, 0));
      offset = ends - begins === dayLength ? wallOn(day, 0) - begins : Number.NaN;
      if (offsets.size >= mostDays) offsets.clear();
      offsets.set(day, offset);
    }
    return Number.isNaN(offset) ? exact(wall) : instant(wall - offset);
  };
}
