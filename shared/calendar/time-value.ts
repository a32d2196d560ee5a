import { dateOf, dayOf, daysInMonth, splitWall, wallOn, type DayNumber, type Wall } from "../time/civil.ts";
import { day as dayLength, hour, minute, second, week } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import type { CalendarZone } from "./calendar-zone.ts";

/** Digits of a DATE or DATE-TIME, before it is known in which zone they are (RFC 5545, 3.3.4 and 3.3.5). */
export type Digits =
  | { readonly kind: "date"; readonly day: DayNumber }
  | { readonly kind: "local"; readonly wall: Wall }
  | { readonly kind: "utc"; readonly wall: Wall };

/** When something is: on a day, wherever one is, or at a wall time of a zone. */
export type TimeValue =
  | { readonly kind: "day"; readonly day: DayNumber }
  | { readonly kind: "time"; readonly wall: Wall; readonly zone: CalendarZone };

const digits = /^(\d{4})(\d{2})(\d{2})(?:T([01]\d|2[0-3])([0-5]\d)([0-5]\d|60)(Z?))?$/;

/** Reads `20270104`, `20270104T090000` and `20270104T090000Z`; `undefined` for anything else and for days that no calendar has. */
export function parseDigits(text: string): Digits | undefined {
  const found = digits.exec(text.trim());
  if (!found) return undefined;
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (year < 1 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined;
  const day = dayOf({ year, month, day: date });
  if (found[4] === undefined) return { kind: "date", day };
  // A leap second is read as the second before it (3.3.12).
  const seconds = Math.min(Number(found[6]), 59);
  const wall = wallOn(day, Number(found[4]) * hour + Number(found[5]) * minute + seconds * second);
  return { kind: found[7] === "Z" ? "utc" : "local", wall };
}

/** A length as DURATION says it: days by the calendar, then milliseconds by the clock (3.3.6). Both have one sign. */
export type Duration = { readonly days: number; readonly milliseconds: number };

const duration = /^([+-]?)P(?:(\d{1,7})W)?(?:(\d{1,7})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/;

/** Reads `P1W`, `P1DT2H30M`, `-PT15M`; `undefined` for anything else, and for a `P` that nothing follows. */
export function parseDuration(text: string): Duration | undefined {
  const found = duration.exec(text.trim());
  if (!found || !/\d/.test(text)) return undefined;
  const of = (index: number): number => Number(found[index] ?? 0);
  const sign = found[1] === "-" ? -1 : 1;
  const days = sign * ((of(2) * week) / dayLength + of(3));
  const milliseconds = sign * (of(4) * hour + of(5) * minute + of(6) * second);
  return { days: days + 0, milliseconds: milliseconds + 0 };
}

const offset = /^([+-])(\d{2})(\d{2})(\d{2})?$/;

/** Reads `+0100` and `-032130` as milliseconds east of Greenwich (3.3.14); `undefined` for anything else and for a day or more. */
export function parseOffset(text: string): number | undefined {
  const found = offset.exec(text.trim());
  if (!found) return undefined;
  const length = Number(found[2]) * hour + Number(found[3]) * minute + Number(found[4] ?? 0) * second;
  if (length >= dayLength) return undefined;
  return found[1] === "-" && length > 0 ? -length : length;
}

/** What a wall clock shows at it: midnight for a day. */
export const wallOf = (value: TimeValue): Wall => (value.kind === "day" ? wallOn(value.day, 0) : value.wall);

/** The day on the wall clock. */
export const dayOfValue = (value: TimeValue): DayNumber =>
  value.kind === "day" ? value.day : splitWall(value.wall).day;

/** Its instant; a day begins at midnight in `zone`. */
export const instantOf = (value: TimeValue, zone: CalendarZone): Instant =>
  value.kind === "day" ? zone.toInstant(wallOn(value.day, 0)) : value.zone.toInstant(value.wall);

/** The calendar year of a wall time. */
export const yearOf = (wall: Wall): number => dateOf(splitWall(wall).day).year;
