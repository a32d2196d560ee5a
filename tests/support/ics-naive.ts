import { DateTime } from "luxon";

/*
 * Recurrence rules worked out a second time and as plainly as possible: every hour from the start on is looked at with luxon, and the
 * question is only ever "is this one of them". It shares nothing with the real expansion.
 */

export type NaiveRule = {
  readonly freq: "YEARLY" | "MONTHLY" | "WEEKLY" | "DAILY" | "HOURLY";
  readonly interval: number;
  readonly count?: number | undefined;
  readonly bymonth?: readonly number[] | undefined;
  readonly byweekno?: readonly number[] | undefined;
  readonly byyearday?: readonly number[] | undefined;
  readonly bymonthday?: readonly number[] | undefined;
  /** ISO weekday and ordinal, 0 for every one. */
  readonly byday?: readonly (readonly [weekday: number, nth: number])[] | undefined;
  readonly byhour?: readonly number[] | undefined;
  readonly bysetpos?: readonly number[] | undefined;
  /** ISO weekday. */
  readonly wkst: number;
};

const names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** The rule as a RRULE writes it. */
export function ruleText(rule: NaiveRule): string {
  const parts = [`FREQ=${rule.freq}`, `INTERVAL=${rule.interval}`, `WKST=${names[rule.wkst - 1] ?? "MO"}`];
  if (rule.count !== undefined) parts.push(`COUNT=${rule.count}`);
  for (const name of ["bymonth", "byweekno", "byyearday", "bymonthday", "byhour", "bysetpos"] as const) {
    const values = rule[name];
    if (values && values.length > 0) parts.push(`${name.toUpperCase()}=${values.join(",")}`);
  }
  if (rule.byday && rule.byday.length > 0) {
    const text = rule.byday.map(([weekday, nth]) => `${nth === 0 ? "" : nth}${names[weekday - 1] ?? ""}`);
    parts.push(`BYDAY=${text.join(",")}`);
  }
  return parts.join(";");
}

/** Every wall time of the rule from its start to the end of a day, as `YYYY-MM-DDTHH:mm`. `start` has whole hours. */
export function naiveTimes(rule: NaiveRule, start: string, lastDay: string): readonly string[] {
  const begun = DateTime.fromISO(start, { zone: "utc" });
  const end = DateTime.fromISO(lastDay, { zone: "utc" }).plus({ days: 1 });
  // Begins with its period, since BYSETPOS counts from there.
  const candidates: { readonly time: DateTime; readonly period: number }[] = [];
  for (let time = periodStart(rule, begun); time < end; time = time.plus({ hours: 1 })) {
    const period = periodOf(rule, time) - periodOf(rule, begun);
    if (period >= 0 && period % rule.interval === 0 && belongs(rule, time, begun)) candidates.push({ time, period });
  }
  const chosen = candidates.filter(({ time, period }) => {
    if (!rule.bysetpos || rule.bysetpos.length === 0) return true;
    const group = candidates.filter((other) => other.period === period);
    // The last period may lie beyond the end in part, so that its positions are not known.
    const place = group.findIndex((other) => +other.time === +time);
    return rule.bysetpos.some((position) => (position > 0 ? position - 1 : group.length + position) === place);
  });
  const all = [begun, ...chosen.map(({ time }) => time).filter((time) => time > begun)];
  return all.slice(0, rule.count ?? all.length).map((time) => time.toFormat("yyyy-MM-dd'T'HH:mm"));
}

/** The first hour of the period that a time lies in. */
function periodStart(rule: NaiveRule, time: DateTime): DateTime {
  if (rule.freq === "YEARLY") return time.startOf("year");
  if (rule.freq === "MONTHLY") return time.startOf("month");
  if (rule.freq === "WEEKLY") return weekStart(time, rule.wkst);
  return rule.freq === "DAILY" ? time.startOf("day") : time.startOf("hour");
}

/** Ends of the periods of `lastDay`, so that BYSETPOS is right up to there. */
export const endOfPeriod = (rule: NaiveRule, day: string): string => {
  const time = DateTime.fromISO(day, { zone: "utc" });
  if (rule.freq === "YEARLY") return time.endOf("year").toISODate() ?? day;
  if (rule.freq === "MONTHLY") return time.endOf("month").toISODate() ?? day;
  return rule.freq === "WEEKLY" ? (weekStart(time, rule.wkst).plus({ days: 6 }).toISODate() ?? day) : day;
};

const weekStart = (time: DateTime, wkst: number): DateTime =>
  time.startOf("day").minus({ days: (time.weekday - wkst + 7) % 7 });

function periodOf(rule: NaiveRule, time: DateTime): number {
  const start = periodStart(rule, time);
  if (rule.freq === "YEARLY") return start.year;
  if (rule.freq === "MONTHLY") return start.year * 12 + start.month;
  const length = { WEEKLY: 7 * 24, DAILY: 24, HOURLY: 1 }[rule.freq];
  return Math.round(start.toMillis() / 3_600_000 / length);
}

function belongs(rule: NaiveRule, time: DateTime, begun: DateTime): boolean {
  const { freq } = rule;
  const given = (values: readonly unknown[] | undefined): boolean => values !== undefined && values.length > 0;
  if (freq !== "HOURLY" && !given(rule.byhour) && time.hour !== begun.hour) return false;
  if (given(rule.byhour) && !rule.byhour?.includes(time.hour)) return false;
  if (given(rule.bymonth) && !rule.bymonth?.includes(time.month)) return false;
  const fromEnd = (value: number, size: number, at: number): boolean => (value > 0 ? value : size + 1 + value) === at;
  const { daysInYear, daysInMonth = 0 } = time;
  if (given(rule.byyearday) && !rule.byyearday?.some((v) => fromEnd(v, daysInYear, time.ordinal))) return false;
  if (given(rule.bymonthday) && !rule.bymonthday?.some((v) => fromEnd(v, daysInMonth, time.day))) return false;
  if (given(rule.byweekno) && freq === "YEARLY" && !inWeeks(rule, time)) return false;
  if (given(rule.byday) && !rule.byday?.some(([weekday, nth]) => isNth(rule, time, { weekday, nth }))) return false;
  return isDefaulted(rule, time, begun);
}

/** What a rule leaves open is as it was at the start. */
function isDefaulted(rule: NaiveRule, time: DateTime, begun: DateTime): boolean {
  const days = [rule.byday, rule.bymonthday, rule.byyearday].some((values) => values && values.length > 0);
  if (rule.freq === "WEEKLY") return (rule.byday?.length ?? 0) > 0 || time.weekday === begun.weekday;
  if (days) return true;
  if (rule.freq === "MONTHLY") return time.day === begun.day;
  if (rule.freq !== "YEARLY") return true;
  if (rule.byweekno && rule.byweekno.length > 0) return time.weekday === begun.weekday;
  const month = rule.bymonth && rule.bymonth.length > 0 ? true : time.month === begun.month;
  return month && time.day === begun.day;
}

/** The Thursday rule, moved to the day on which weeks begin: a week is of the year that has four days of it. */
function inWeeks(rule: NaiveRule, time: DateTime): boolean {
  const fourth = weekStart(time, rule.wkst).plus({ days: 3 });
  const number = Math.ceil(fourth.ordinal / 7);
  let weeks = number;
  while (fourth.plus({ weeks: weeks - number + 1 }).year === fourth.year) weeks += 1;
  return rule.byweekno?.some((week) => (week > 0 ? week : weeks + 1 + week) === number) ?? false;
}

function isNth(
  rule: NaiveRule,
  time: DateTime,
  { weekday, nth }: { readonly weekday: number; readonly nth: number },
): boolean {
  if (time.weekday !== weekday) return false;
  const inMonth = rule.freq === "MONTHLY" || (rule.freq === "YEARLY" && (rule.bymonth?.length ?? 0) > 0);
  const inYear = rule.freq === "YEARLY" && !inMonth && (rule.byweekno?.length ?? 0) === 0;
  if (nth === 0 || (!inMonth && !inYear)) return true;
  const place = inMonth ? time.day : time.ordinal;
  const size = inMonth ? (time.daysInMonth ?? 0) : time.daysInYear;
  return nth > 0 ? Math.ceil(place / 7) === nth : Math.ceil((size - place + 1) / 7) === -nth;
}

/** The instant of a wall time, by trying both offsets around it: the first of two, the one before a gap. */
export function naiveInstant(wall: string, zone: string): number {
  const asUtc = DateTime.fromISO(wall, { zone: "utc" }).toMillis();
  const offset = (at: number): number => DateTime.fromMillis(at, { zone }).offset * 60_000;
  const [before, later] = [asUtc - offset(asUtc - 86_400_000), asUtc - offset(asUtc + 86_400_000)];
  const shows = (at: number): boolean => DateTime.fromMillis(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm") === wall;
  const found = [before, later].filter(shows);
  return found.length > 0 ? Math.min(...found) : before;
}
