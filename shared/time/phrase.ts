import type { DayNumber, LocalDateTime, Zone } from "./civil.ts";
import { dateOf, dayOf, formatDate, weekdayIndex } from "./civil.ts";
import type { Instant } from "./instant.ts";

/*
 * Times as people read them. Intl finds the local digits (this module also runs in the renderer, which has no luxon);
 * the words are ours, so that they do not change with the runtime's locale data.
 */

const weekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

const pair = (value: number): string => String(value).padStart(2, "0");

/** "3:12", "1:03:12", "2d 1:03:12": whole seconds, rounded up so that it reads 0:00 only when time is up. Never negative. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1_000));
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3_600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  const clock = `${pair(minutes)}:${pair(seconds % 60)}`;
  if (days > 0) return `${days}d ${hours}:${clock}`;
  return hours > 0 ? `${hours}:${clock}` : `${minutes}:${pair(seconds % 60)}`;
}

/** "20 s", "4 min", "3 h", "2 d": the largest unit that fits, rounded down; the sign is dropped. */
export function length(milliseconds: number): string {
  const seconds = Math.floor(Math.abs(milliseconds) / 1_000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3_600)} h`;
  return `${Math.floor(seconds / 86_400)} d`;
}

/** "in 3 min", "4 min ago", "now" within a second. */
export function relative(at: Instant, now: Instant): string {
  const distance = at - now;
  if (Math.abs(distance) < 1_000) return "now";
  return distance > 0 ? `in ${length(distance)}` : `${length(distance)} ago`;
}

/** "09:00" on the day of `now`, "Mon 09:00" within six days of it, else "4 Jan 09:00", with the year where it differs. */
export function moment(at: Instant, now: Instant, zone: Zone): string {
  const then = localDigits(at, zone);
  const today = localDigits(now, zone);
  const days = then.dayNumber - today.dayNumber;
  if (days === 0) return then.time;
  if (Math.abs(days) < 7) return `${weekdayWord(then.dayNumber)} ${then.time}`;
  const { year } = dateOf(then.dayNumber);
  const date = dateWords(then.dayNumber);
  return year === dateOf(today.dayNumber).year ? `${date} ${then.time}` : `${date} ${year} ${then.time}`;
}

/** "Mon 4 Jan 2027 09:00 Europe/Copenhagen": the whole of it, for hover and focus. */
export const fullMoment = (at: Instant, zone: Zone): string => `${dateMoment(at, zone)} ${zone}`;

/** The same where the zone is plain from what stands around it: "Mon 4 Jan 2027 09:00". */
export function dateMoment(at: Instant, zone: Zone): string {
  const { dayNumber, time } = localDigits(at, zone);
  return `${wholeDay(dayNumber)} ${time}`;
}

/** "2027-01-04T09:00", as the team file and date fields write it. */
export function localMoment(at: Instant, zone: Zone): LocalDateTime {
  const { dayNumber, time } = localDigits(at, zone);
  return `${formatDate(dayNumber)}T${time}`;
}

/** "Mon 4 Jan 2027" in the zone. */
export const calendarDay = (at: Instant, zone: Zone): string => wholeDay(localDigits(at, zone).dayNumber);

const wholeDay = (day: DayNumber): string => `${weekdayWord(day)} ${dateWords(day)} ${dateOf(day).year}`;

/** "Mon". */
export const weekdayWord = (day: DayNumber): string => weekdayNames[weekdayIndex(day)] ?? "";

/** "Jan", of 1 to 12. */
export const monthWord = (month: number): string => monthNames[month - 1] ?? "";

/** "4 Jan". */
export function dateWords(of: DayNumber): string {
  const { month, day } = dateOf(of);
  return `${day} ${monthWord(month)}`;
}

/** The local day that contains an instant. */
export const localDay = (at: Instant, zone: Zone): DayNumber => localDigits(at, zone).dayNumber;

/** "09:00" in the zone. */
export const clockTime = (at: Instant, zone: Zone): string => localDigits(at, zone).time;

const formats = new Map<Zone, Intl.DateTimeFormat>();

function formatOf(zone: Zone): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
    });
    formats.set(zone, format);
  }
  return format;
}

function localDigits(at: Instant, zone: Zone): { readonly dayNumber: number; readonly time: string } {
  const digits = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map((part) => [part.type, Number(part.value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): number => digits.get(type) ?? 0;
  return {
    dayNumber: dayOf({ year: of("year"), month: of("month"), day: of("day") }),
    time: `${pair(of("hour"))}:${pair(of("minute"))}`,
  };
}
