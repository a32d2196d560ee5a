import { err, ok, type Result } from "../result.ts";
import type { Holiday } from "../schedule/shift.ts";
import { formatDate, type DayNumber } from "../time/civil.ts";
import type { Absence } from "./calendar-content.ts";
import type { CalendarFailure } from "./calendar-failure.ts";
import type { CalendarZone } from "./calendar-zone.ts";
import type { EventRule } from "../team/calendar.ts";
import { daysTouched, isWholeDay } from "./event-days.ts";
import { ruleFor } from "./event-rules.ts";
import type { Occurrence } from "./expand-series.ts";

/** How events become days: the zone whose days they are, and the team's rules. */
export type DayQuestion = { readonly zone: CalendarZone; readonly rules: readonly EventRule[] };

/** Most days of holiday, and most absences, that one calendar may have in its window. */
export const mostDays = 5_000;

const tooMany = err({ kind: "too-many-entries", limit: mostDays } as const);

/** Each day that an event touches is a holiday with its title; of several on a day the first counts. */
export function holidaysOf(
  occurrences: readonly Occurrence[],
  { zone, rules }: DayQuestion,
): Result<readonly Holiday[], CalendarFailure> {
  const names = new Map<DayNumber, string>();
  for (const occurrence of occurrences) {
    const { title } = occurrence.event;
    if (ruleFor(rules, occurrence.event)?.ignore === true) continue;
    const { first, end } = daysTouched(occurrence, zone);
    if (end - first > mostDays) return tooMany;
    for (let day = first; day < end; day += 1) if (!names.has(day)) names.set(day, title);
    if (names.size > mostDays) return tooMany;
  }
  return ok([...names].toSorted(([a], [b]) => a - b).map(([day, name]) => ({ date: formatDate(day), name })));
}

/**
 * Absences of a person. Where no rule fits, those are the events of a day or more that take the person's time: a meeting is no absence and
 * neither is a birthday, which calendars show as free. Where a rule names an event, all days that it touches are away, so that a
 * conflict is rather shown once too often.
 */
export function absencesOf(
  occurrences: readonly Occurrence[],
  { zone, rules }: DayQuestion,
): Result<readonly Absence[], CalendarFailure> {
  const found: Absence[] = [];
  for (const occurrence of occurrences) {
    const { event } = occurrence;
    const rule = ruleFor(rules, event);
    const away = rule ? !rule.ignore : event.outOfOffice || (!event.transparent && isWholeDay(occurrence, zone));
    if (!away) continue;
    const { first, end } = daysTouched(occurrence, zone);
    // What a private event is about is nobody's business.
    const reason = event.private || event.title === "" ? {} : { reason: event.title };
    found.push({ from: formatDate(first), to: formatDate(end), ...reason });
    if (found.length > mostDays) return tooMany;
  }
  return ok(found);
}
