import type { ScheduleView } from "../../shared/schedule/schedule-view-shape.ts";
import { dateOf, type DayNumber } from "../../shared/time/civil.ts";
import { hour } from "../../shared/time/duration.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { dateMoment, dateWords, localDay, localMoment, monthWord, weekdayWord } from "../../shared/time/phrase.ts";
import type { DaySpan, SpanKind } from "../store/shown-days.ts";
import { myZone } from "../words/zone.ts";

export const scheduleWords = {
  schedule: "Schedule",
  choose: "Schedule",
  none: "The team file declares no schedule.",
  noneMeans: "Nobody can be on call until it does. docs/schedules.md shows how one is written.",
  noTeam: "No team file is in use, so nobody knows who is on call.",
  nobody: "Nobody is on call in these days.",
  failed: "The shifts could not be read.",
  gone: "This schedule is no longer in the team file.",
  loading: "Reading the shifts…",
  onCallNow: "On call now",
  days: "Days",
  today: "Today",
  now: "Now",
  earlier: "Earlier",
  later: "Later",
  span: "Span",
  spans: { week: "Week", month: "Month", quarter: "3 months" } satisfies Readonly<Record<SpanKind, string>>,
  lanes: "Lanes",
  lanesBy: { roles: "Roles", people: "People" },
  zone: "Times",
  zones: { mine: "My time", team: "Team time" },
  standby: "Backups",
  cover: "Nobody",
  share: "Share",
  copyMarkdown: "Copy as Markdown",
  print: "Print",
  copied: "The table is on the clipboard.",
  notCopied: "The table could not be copied.",
  shifts: (name: string, days: string): string => `Shifts of ${name}, ${days}`,
  timesIn: (zone: string): string => `Times in ${zone}`,
  away: "Away",
  offHours: "Off hours",
} as const;

/** "22–28 Mar 2027", "March 2027", "Mar – May 2027". */
export function spanTitle({ first, before }: DaySpan, kind: SpanKind): string {
  const [from, to] = [dateOf(first), dateOf(before - 1)];
  if (kind === "month") return `${longMonth(from.month)} ${from.year}`;
  if (kind === "quarter") {
    const year = from.year === to.year ? "" : ` ${from.year}`;
    return `${monthWord(from.month)}${year} – ${monthWord(to.month)} ${to.year}`;
  }
  if (from.month === to.month) return `${from.day}–${to.day} ${monthWord(to.month)} ${to.year}`;
  const year = from.year === to.year ? "" : ` ${from.year}`;
  return `${dateWords(first)}${year} – ${dateWords(before - 1)} ${to.year}`;
}

const longMonths = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
] as const;
const longMonth = (month: number): string => longMonths[month - 1] ?? "";

/** "M". */
export const weekdayLetter = (day: DayNumber): string => weekdayWord(day).charAt(0);

/** "Mon 22 Mar 2027 09:00 to Mon 29 Mar 2027 09:00", "Mon 22 Mar 2027 09:00 to 17:00". */
export function spanWords({ from, to }: { readonly from: Instant; readonly to: Instant }, zone: string): string {
  const end = localDay(from, zone) === localDay(to, zone) ? localMoment(to, zone).slice(-5) : dateMoment(to, zone);
  return `${dateMoment(from, zone)} to ${end}`;
}

/** The span in the zone shown, and in mine and the team's where those are others. */
export function spansInZones(
  span: { readonly from: Instant; readonly to: Instant },
  { zone, timezone }: Pick<ScheduleView, "zone" | "timezone">,
): readonly { readonly zone: string; readonly words: string }[] {
  return [...new Set([zone, timezone, myZone()])].map((each) => ({ zone: each, words: spanWords(span, each) }));
}

/** "8 h", "7 days, 168 h", and "167 h" where the clocks change. */
export function lengthWords({ from, to }: { readonly from: Instant; readonly to: Instant }): string {
  const hours = (to - from) / hour;
  const exact = Number.isInteger(hours) ? String(hours) : hours.toFixed(1);
  if (hours < 48 || hours % 24 !== 0) return `${Number(exact).toLocaleString("en-US")} h`;
  return `${hours / 24} days, ${hours.toLocaleString("en-US")} h`;
}
