/*
 * The proleptic Gregorian calendar in integers, without any zone: a day is counted from 1970-01-01, a wall time is the
 * milliseconds that a UTC clock would show for the same digits.
 */

/** "YYYY-MM-DD". */
export type LocalDate = string;
/** "HH:MM", 00:00 to 23:59. */
export type LocalTime = string;
/** "YYYY-MM-DDTHH:MM". */
export type LocalDateTime = string;
/** An IANA zone name, such as `Europe/Copenhagen`. */
export type Zone = string;

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** Days since 1970-01-01, negative before it. */
export type DayNumber = number;
/** What a wall clock shows, as milliseconds since 1970-01-01T00:00 on that clock. Not an instant. */
export type Wall = number;

const dayLength = 86_400_000;
const minuteLength = 60_000;

export type CivilDate = { readonly year: number; readonly month: number; readonly day: number };

/** The day of a date; months may overflow (month 13 is January of the next year). */
export function dayOf(date: CivilDate): DayNumber {
  const months = date.year * 12 + date.month - 1;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  // Counting years from March puts the leap day last (H. Hinnant, "chrono-compatible low-level date algorithms").
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date.day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date of a day. */
export function dateOf(day: DayNumber): CivilDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** 28 to 31; months may overflow as in `dayOf`. */
export const daysInMonth = (year: number, month: number): number =>
  dayOf({ year, month: month + 1, day: 1 }) - dayOf({ year, month, day: 1 });

/** 0 for Monday to 6 for Sunday. */
export const weekdayIndex = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;

export function weekdayOf(day: DayNumber): Weekday {
  return weekdays[weekdayIndex(day)] ?? "mon";
}

/** The day on a wall clock, and the milliseconds since its midnight. */
export function splitWall(wall: Wall): { readonly day: DayNumber; readonly time: number } {
  const day = Math.floor(wall / dayLength);
  return { day, time: wall - day * dayLength };
}

/** The wall time `time` milliseconds after midnight of a day; `time` may leave that day. */
export const wallOn = (day: DayNumber, time: number): Wall => day * dayLength + time;

const dateShape = /^(\d{4})-(\d{2})-(\d{2})$/;
const timeShape = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Reads "YYYY-MM-DD"; `undefined` for anything else and for dates that no calendar has. */
export function parseDate(text: string): DayNumber | undefined {
  const found = dateShape.exec(text);
  if (!found) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayOf({ year, month, day });
}

/** Reads "HH:MM" as milliseconds since midnight; `undefined` for anything else. */
export function parseTime(text: string): number | undefined {
  const found = timeShape.exec(text);
  return found ? (Number(found[1]) * 60 + Number(found[2])) * minuteLength : undefined;
}

/** Reads "YYYY-MM-DDTHH:MM"; `undefined` for anything else. */
export function parseWall(text: string): Wall | undefined {
  const [date = "", time = "", ...rest] = text.split("T");
  const day = parseDate(date);
  const since = parseTime(time);
  return day === undefined || since === undefined || rest.length > 0 ? undefined : wallOn(day, since);
}

const digits = (value: number, width: number): string => String(value).padStart(width, "0");

export function formatDate(day: DayNumber): LocalDate {
  const { year, month, day: dayOfMonth } = dateOf(day);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(dayOfMonth, 2)}`;
}

/** "HH:MM" of milliseconds since midnight, seconds dropped. */
export function formatTime(time: number): LocalTime {
  const minutes = Math.floor(time / minuteLength);
  return `${digits(Math.floor(minutes / 60), 2)}:${digits(minutes % 60, 2)}`;
}

export function formatWall(wall: Wall): LocalDateTime {
  const { day, time } = splitWall(wall);
  return `${formatDate(day)}T${formatTime(time)}`;
}

/** The day of a date that validation has let through. Throws on anything else. */
export const knownDay = (date: LocalDate): DayNumber => required(parseDate(date), date);

/** Milliseconds since midnight of a time that validation has let through. Throws on anything else. */
export const knownTime = (time: LocalTime): number => required(parseTime(time), time);

/** The wall time of a date-time that validation has let through. Throws on anything else. */
export const knownWall = (local: LocalDateTime): Wall => required(parseWall(local), local);

function required<T>(value: T | undefined, text: string): T {
  if (value === undefined) throw new RangeError(`not a local date or time: ${JSON.stringify(text)}`);
  return value;
}
