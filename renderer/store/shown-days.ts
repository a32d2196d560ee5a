import { dateOf, dayOf, weekdayIndex, type DayNumber } from "../../shared/time/civil.ts";

export const spanKinds = ["week", "month", "quarter"] as const;
export type SpanKind = (typeof spanKinds)[number];

/** Local days: the first, and the one after the last. */
export type DaySpan = { readonly first: DayNumber; readonly before: DayNumber };

/** Months that each span holds; a week holds none. */
const months: Readonly<Record<Exclude<SpanKind, "week">, number>> = { month: 1, quarter: 3 };

const monthStart = (day: DayNumber, later: number): DayNumber => {
  const { year, month } = dateOf(day);
  return dayOf({ year, month: month + later, day: 1 });
};

/** The week from its Monday, the month, or three months from the one that the day is in. */
export function daysAround(day: DayNumber, kind: SpanKind): DaySpan {
  if (kind === "week") {
    const first = day - weekdayIndex(day);
    return { first, before: first + 7 };
  }
  return { first: monthStart(day, 0), before: monthStart(day, months[kind]) };
}

/** A day in the span that stands `by` spans later. */
export function movedBy(day: DayNumber, kind: SpanKind, by: number): DayNumber {
  return kind === "week" ? day + by * 7 : monthStart(day, by * months[kind]);
}

/** True on the days that columns are named after: all of a week and a month, the Mondays of a quarter. */
export const isNamed = (day: DayNumber, kind: SpanKind): boolean => kind !== "quarter" || weekdayIndex(day) === 0;

export const isWeekend = (day: DayNumber): boolean => weekdayIndex(day) > 4;
