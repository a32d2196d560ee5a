import { dateOf, dayOf, daysInMonth, weekdayIndex, type DayNumber } from "../time/civil.ts";
import type { Rule } from "./recurrence-rule.ts";

/*
 * Which days a rule means. Each BY part either widens or narrows what FREQ says (RFC 5545, 3.3.10, the table of page 44); once the parts
 * that are not there are taken from DTSTART, all of them narrow, and a day is in if every part has it.
 */

/** A rule with the days that it leaves to DTSTART filled in. */
export type DayRule = Pick<
  Rule,
  "frequency" | "weekStart" | "months" | "weeks" | "yearDays" | "monthDays" | "weekdays"
> & {
  /** What a weekday's ordinal counts in; `none` where it counts for nothing. */
  readonly nthWithin: "month" | "year" | "none";
};

/** A month, and where it and its year lie. */
type Month = { readonly year: number; readonly month: number; readonly first: DayNumber; readonly length: number };

export function dayRuleOf(rule: Rule, start: DayNumber): DayRule {
  const { frequency, months, yearDays, monthDays, weekdays } = rule;
  const begun = dateOf(start);
  const weeks = frequency === "YEARLY" ? rule.weeks : [];
  const nthWithin =
    frequency === "MONTHLY" || (frequency === "YEARLY" && months.length > 0)
      ? "month"
      : frequency === "YEARLY" && weeks.length === 0
        ? "year"
        : "none";
  const filled = { ...rule, weeks, nthWithin } as const;
  const named = weekdays.length > 0 || monthDays.length > 0 || yearDays.length > 0;
  const sameWeekday = [{ weekday: weekdayIndex(start), nth: 0 }];
  if (frequency === "WEEKLY" && weekdays.length === 0) return { ...filled, weekdays: sameWeekday };
  if (named || (frequency !== "MONTHLY" && frequency !== "YEARLY")) return filled;
  if (weeks.length > 0) return { ...filled, weekdays: sameWeekday };
  if (frequency === "MONTHLY") return { ...filled, monthDays: [begun.day] };
  return { ...filled, months: months.length > 0 ? months : [begun.month], monthDays: [begun.day] };
}

/** The days of a year that the rule means, ascending. */
export function daysOfYear(rule: DayRule, year: number): readonly DayNumber[] {
  const months = rule.months.length > 0 ? rule.months : allMonths;
  return months.flatMap((month) => daysOfMonth(rule, { year, month }));
}

const allMonths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** The days of a month that the rule means, ascending. */
export function daysOfMonth(
  rule: DayRule,
  { year, month }: { readonly year: number; readonly month: number },
): readonly DayNumber[] {
  if (rule.months.length > 0 && !rule.months.includes(month)) return [];
  const place = { year, month, first: dayOf({ year, month, day: 1 }), length: daysInMonth(year, month) };
  const found: DayNumber[] = [];
  if (rule.monthDays.length === 0) {
    for (let day = place.first; day < place.first + place.length; day += 1) if (has(rule, day, place)) found.push(day);
    return found;
  }
  for (const monthDay of rule.monthDays) {
    const day = place.first + (monthDay > 0 ? monthDay - 1 : place.length + monthDay);
    const exists = Math.abs(monthDay) <= place.length;
    if (exists && !found.includes(day) && has(rule, day, place)) found.push(day);
  }
  return found.toSorted((a, b) => a - b);
}

/** True for a day that the rule means, where FREQ is a week or less. */
export function meansDay(rule: DayRule, day: DayNumber): boolean {
  if (rule.weekdays.length > 0 && !rule.weekdays.some(({ weekday }) => weekday === weekdayIndex(day))) return false;
  const { months, monthDays, yearDays } = rule;
  if (months.length === 0 && monthDays.length === 0 && yearDays.length === 0) return true;
  const { year, month, day: date } = dateOf(day);
  const length = daysInMonth(year, month);
  if (months.length > 0 && !months.includes(month)) return false;
  if (monthDays.length > 0 && !monthDays.includes(date) && !monthDays.includes(date - 1 - length)) return false;
  return yearDays.length === 0 || isYearDay(rule, day, year);
}

function has(rule: DayRule, day: DayNumber, place: Month): boolean {
  if (rule.yearDays.length > 0 && !isYearDay(rule, day, place.year)) return false;
  if (rule.weeks.length > 0 && !isWeek(rule, day)) return false;
  return rule.weekdays.length === 0 || isWeekday(rule, day, place);
}

function isYearDay({ yearDays }: DayRule, day: DayNumber, year: number): boolean {
  const fromStart = day - dayOf({ year, month: 1, day: 1 }) + 1;
  const fromEnd = day - dayOf({ year: year + 1, month: 1, day: 1 });
  return yearDays.includes(fromStart) || yearDays.includes(fromEnd);
}

function isWeekday({ weekdays, nthWithin }: DayRule, day: DayNumber, place: Month): boolean {
  const today = weekdayIndex(day);
  return weekdays.some(({ weekday, nth }) => {
    if (weekday !== today) return false;
    if (nth === 0 || nthWithin === "none") return true;
    const { year } = place;
    const first = nthWithin === "month" ? place.first : dayOf({ year, month: 1, day: 1 });
    const end = nthWithin === "month" ? place.first + place.length : dayOf({ year: year + 1, month: 1, day: 1 });
    return nth > 0 ? Math.floor((day - first) / 7) + 1 === nth : Math.floor((end - 1 - day) / 7) + 1 === -nth;
  });
}

/** The first day of the week that a day lies in. */
export const weekBegins = (day: DayNumber, weekStart: number): DayNumber =>
  day - ((weekdayIndex(day) - weekStart + 7) % 7);

/** The first week of a year is the first with four days in it. */
const firstWeek = (year: number, weekStart: number): DayNumber =>
  weekBegins(dayOf({ year, month: 1, day: 4 }), weekStart);

function isWeek({ weeks, weekStart }: DayRule, day: DayNumber): boolean {
  const begins = weekBegins(day, weekStart);
  const { year } = dateOf(begins + 3);
  const fromStart = (begins - firstWeek(year, weekStart)) / 7 + 1;
  const fromEnd = (begins - firstWeek(year + 1, weekStart)) / 7;
  return weeks.includes(fromStart) || weeks.includes(fromEnd);
}
