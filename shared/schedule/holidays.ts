import type { LocalDate, PersonId, Schedule } from "../team/team.ts";
import { knownDay, wallOn } from "../time/civil.ts";
import { toInstant } from "../time/zoned.ts";
import type { Holiday, Span } from "./shift.ts";

/** A holiday as a span: the local calendar day in the schedule's zone, midnight to midnight. */
export type HolidayDay = Span & Holiday;

/** The holidays of a schedule by date, one per date: the first that is declared. */
export function holidayDates({ holidays }: Schedule): readonly Holiday[] {
  const byDate = new Map<LocalDate, Holiday>();
  for (const holiday of holidays.dates) if (!byDate.has(holiday.date)) byDate.set(holiday.date, holiday);
  return [...byDate.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** The same as spans; a date that the zone skipped (Apia, 2011-12-30) is left out. */
export function holidayDays(schedule: Schedule): readonly HolidayDay[] {
  return holidayDates(schedule).flatMap(({ date, name }) => {
    const day = knownDay(date);
    const from = toInstant(schedule.timezone, wallOn(day, 0));
    const to = toInstant(schedule.timezone, wallOn(day + 1, 0));
    return from < to ? [{ date, name, from, to }] : [];
  });
}

/**
 * Who the policy names as primary for each date (003-3); a date that is missing here keeps its primary. With
 * `swap-with-backup` nobody is named: it depends on who is backup that day.
 */
export function namedForHolidays(schedule: Schedule, dates: readonly Holiday[]): ReadonlyMap<LocalDate, PersonId> {
  const { policy, rotation, designated } = schedule.holidays;
  if (policy === "designated") return new Map(Object.entries(designated));
  if (policy !== "holiday-rotation") return new Map();
  const seen = new Map<string, number>();
  return new Map(
    dates.flatMap(({ date }) => {
      const year = date.slice(0, 4);
      const count = seen.get(year) ?? 0;
      seen.set(year, count + 1);
      const person = rotation[count % rotation.length];
      return person === undefined ? [] : [[date, person] as const];
    }),
  );
}
