import type { CalendarView } from "../../shared/calendar/calendar-shape.ts";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { length, moment } from "../../shared/time/phrase.ts";
import { count } from "../../shared/text/sentence.ts";
import { myZone } from "./zone.ts";

export const calendarWords = {
  title: "Calendars",
  readNow: "Read now",
  unmapped: "Who is on call then is unknown:",
  data: "Where the data is from",
  licence: "Licence",
} as const;

/** What a calendar is for: "shifts of Weekly", "Bob's absences". */
export function purposeWords({ use, schedule, person }: CalendarView, team: Snapshot["team"]): string {
  const name = team?.schedules.find(({ id }) => id === schedule)?.name ?? schedule;
  if (use === "away") return `absences of ${person?.name ?? "somebody"}`;
  if (use === "shifts") return `shifts of ${name ?? "a schedule"}`;
  return name === undefined ? "holidays of all schedules" : `holidays of ${name}`;
}

const ago = (at: Instant, now: Instant): string => `${length(Math.max(0, now - at))} ago`;

/** How old what it said is: "Read 4 min ago", "Last read 3 days ago", "Never read". */
export function calendarAgeWords({ freshness, lastGoodAt, reading, failure }: CalendarView, now: Instant): string {
  if (lastGoodAt === undefined) return reading && failure === undefined ? "Reading for the first time" : "Never read";
  return `${freshness === "fresh" ? "Read" : "Last read"} ${ago(lastGoodAt, now)}`;
}

/** When it is read again. */
export function calendarNextWords({ reading, nextReadAt }: CalendarView, now: Instant): string {
  return reading || nextReadAt - now < 1_000 ? "Reading now." : `Reading again in ${length(nextReadAt - now)}.`;
}

/** What it means that it cannot be read. The last good content is always in use. */
export function calendarTroubleWords(calendar: CalendarView, now: Instant): string {
  const { name, use, lastGoodAt } = calendar;
  if (lastGoodAt !== undefined) {
    return `Calendar ${name} cannot be read. Baton goes by what it said ${ago(lastGoodAt, now)}.`;
  }
  const means = {
    shifts: "Who is on call is unknown, so everybody is paged.",
    holidays: "Its holidays are not known.",
    away: "These absences are not known.",
  };
  return `Calendar ${name} was never read. ${means[use]}`;
}

export const unreadWords = (unread: number): string =>
  `${count(unread, "event")} could not be read and ${unread === 1 ? "counts" : "count"} for nothing.`;

export const unmappedWords = (unmapped: number): string =>
  `${count(unmapped, "shift")} ${unmapped === 1 ? "names" : "name"} nobody whom the team knows, or several people.`;

type Unmapped = CalendarView["firstUnmapped"][number];

/** "Mon 09:00 to Tue 09:00" */
export const unmappedSpan = ({ from, to }: Unmapped, now: Instant): string =>
  `${moment(from, now, myZone())} to ${moment(to, now, myZone())}`;

export const unmappedReasons: Readonly<Record<Unmapped["reason"], string>> = {
  "nobody-known": "names nobody whom the team knows",
  "several-people": "names several people",
};
