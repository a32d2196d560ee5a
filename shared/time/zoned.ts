import { IANAZone } from "luxon";
import type { LocalDate, LocalDateTime, LocalTime, Wall, Zone } from "./civil.ts";
import { dateOf, dayOf, formatDate, formatTime, knownWall, splitWall, wallOn } from "./civil.ts";
import type { Instant } from "./instant.ts";
import { instant } from "./instant.ts";

/*
 * Wall time to instant and back. Luxon is asked for a zone's offsets only, a few dozen times per zone and year; the
 * answers are kept, which changes no result because a zone's offset at an instant never changes while the process runs.
 */

/** A stretch of time in which a zone keeps one offset, cut at UTC new year. */
type Stretch = { readonly from: number; readonly to: number; readonly offset: number };

const day = 86_400_000;
/** Shorter than any span between two changes of a zone's offset since 1970. */
const stride = 4 * day;

const tables = new Map<Zone, Map<number, readonly Stretch[]>>();

/** True for the IANA names this runtime knows; false for bare offsets, which follow no rule of summer time. */
export const isZone = (zone: string): boolean => /^[A-Za-z]/.test(zone) && IANAZone.isValidZone(zone);

/** What a wall clock in the zone shows at an instant. */
export const toWall = (zone: Zone, at: Instant): Wall => at + stretchAt(zone, at).offset;

/** The zone's distance from UTC at an instant, in milliseconds, positive east of Greenwich. */
export const offsetAt = (zone: Zone, at: Instant): number => stretchAt(zone, at).offset;

/**
 * The instant of a wall time. A time that occurs twice is its first occurrence; a time that does not exist moves forward
 * by the length of the gap, which is the offset before it (RFC 5545, 3.3.5).
 */
export function toInstant(zone: Zone, local: Wall | LocalDateTime): Instant {
  const wall = typeof local === "string" ? knownWall(local) : local;
  // No zone is a day away from UTC, so this stretch begins before the wall time does.
  let stretch = stretchAt(zone, wall - day);
  let before = wall - stretch.offset;
  for (;;) {
    const at = wall - stretch.offset;
    if (at < stretch.from) return instant(before);
    if (at < stretch.to) return instant(at);
    before = at;
    stretch = stretchAt(zone, stretch.to);
  }
}

/** The local date and time ("HH:MM", seconds dropped) at an instant. */
export function toLocal(zone: Zone, at: Instant): { readonly date: LocalDate; readonly time: LocalTime } {
  const wall = splitWall(toWall(zone, at));
  return { date: formatDate(wall.day), time: formatTime(wall.time) };
}

/** The first instant of the local day that contains `at`. */
export const startOfDay = (zone: Zone, at: Instant): Instant =>
  toInstant(zone, wallOn(splitWall(toWall(zone, at)).day, 0));

/** A change of a zone's clocks: from one distance to UTC to another, in milliseconds. */
export type ClockChange = { readonly at: Instant; readonly before: number; readonly after: number };

/** The changes of a zone's clocks within `[from, to)`. */
export function clockChanges(zone: Zone, from: Instant, to: Instant): readonly ClockChange[] {
  const found: ClockChange[] = [];
  let stretch = stretchAt(zone, from - 1);
  while (stretch.to < to) {
    const next = stretchAt(zone, stretch.to);
    // Stretches are also cut at new year, where nothing changes.
    if (next.offset !== stretch.offset) {
      found.push({ at: instant(next.from), before: stretch.offset, after: next.offset });
    }
    stretch = next;
  }
  return found;
}

function stretchAt(zone: Zone, at: number): Stretch {
  const { year } = dateOf(Math.floor(at / day));
  const stretches = stretchesOf(zone, year);
  for (const stretch of stretches) if (at < stretch.to) return stretch;
  throw new RangeError(`not an instant: ${String(at)}`);
}

function stretchesOf(zone: Zone, year: number): readonly Stretch[] {
  let table = tables.get(zone);
  if (!table) tables.set(zone, (table = new Map<number, readonly Stretch[]>()));
  let stretches = table.get(year);
  if (!stretches) table.set(year, (stretches = findStretches(zone, year)));
  return stretches;
}

function findStretches(name: Zone, year: number): readonly Stretch[] {
  const zone = IANAZone.create(name);
  // Luxon answers in minutes, with a fraction where old local mean times had seconds.
  const offset = (at: number): number => Math.round(zone.offset(at) * 60_000);
  const end = dayOf({ year: year + 1, month: 1, day: 1 }) * day;
  const found: Stretch[] = [];
  let from = dayOf({ year, month: 1, day: 1 }) * day;
  let current = offset(from);
  for (let at = from; at < end;) {
    const next = Math.min(at + stride, end);
    if (offset(next) !== current) {
      const change = firstChange(offset, at, next);
      if (change < end) {
        found.push({ from, to: change, offset: current });
        from = change;
        current = offset(change);
        at = change;
        continue;
      }
    }
    at = next;
  }
  found.push({ from, to: end, offset: current });
  return found;
}

/** The first instant in `(low, high]` at which the offset differs from the one at `low`. */
function firstChange(offset: (at: number) => number, low: number, high: number): number {
  const before = offset(low);
  let [same, other] = [low, high];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offset(middle) === before) same = middle;
    else other = middle;
  }
  return other;
}
