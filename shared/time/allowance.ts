import type { LocalTime, Wall, Weekday, Zone } from "./civil.ts";
import { dateOf, dayOf, knownTime, splitWall, wallOn, weekdayIndex, weekdayOf } from "./civil.ts";
import type { DayNumber } from "./civil.ts";
import type { Allowance } from "./duration.ts";
import type { Instant } from "./instant.ts";
import { after } from "./instant.ts";
import { toInstant, toWall } from "./zoned.ts";

/** When a team works; a `Team` is one. Holidays do not count here. */
export type WorkingTime = {
  readonly timezone: Zone;
  readonly workingHours: { readonly days: readonly Weekday[]; readonly from: LocalTime; readonly to: LocalTime };
};

const dayLength = 86_400_000;

/**
 * The instant at which an allowance that began at `from` has run out (domain: Durations).
 *
 * - Working days: the same wall time N working days later. Outside of working hours the count begins at the start of the
 *   next working day, so that one working day from Friday night ends on Tuesday morning.
 * - End of the day and of the month: the first instant of the next one. End of the week: the end of the last working
 *   day's hours, or the next week's where that has passed.
 */
export function deadline(from: Instant, allowance: Allowance, team: WorkingTime): Instant {
  switch (allowance.kind) {
    case "wall":
      return after(from, allowance.milliseconds);
    case "working-days":
      return afterWorkingDays(from, allowance.days, team);
    case "end-of":
      return endOf(from, allowance.unit, team);
  }
}

/** True while the team works. */
export const isWorkingTime = (at: Instant, team: WorkingTime): boolean =>
  openDay(toWall(team.timezone, at), team) !== undefined;

function afterWorkingDays(from: Instant, days: number, team: WorkingTime): Instant {
  const wall = toWall(team.timezone, from);
  const opens = knownTime(team.workingHours.from);
  const open = openDay(wall, team);
  let day = open ?? nextOpening(wall, team);
  const sinceOpening = open === undefined ? 0 : wall - wallOn(day, opens);
  for (let left = days; left > 0; left -= 1) day = workingDayFrom(day + 1, team);
  return toInstant(team.timezone, wallOn(day, opens) + sinceOpening);
}

/** The working day whose hours contain a wall time; night hours belong to the day on which they began. */
function openDay(wall: Wall, team: WorkingTime): DayNumber | undefined {
  const { day } = splitWall(wall);
  const opens = knownTime(team.workingHours.from);
  const length = hoursLength(team);
  for (const candidate of [day - 1, day]) {
    const opening = wallOn(candidate, opens);
    if (isWorkingDay(candidate, team) && wall >= opening && wall < opening + length) return candidate;
  }
  return undefined;
}

function nextOpening(wall: Wall, team: WorkingTime): DayNumber {
  const { day, time } = splitWall(wall);
  return workingDayFrom(time < knownTime(team.workingHours.from) ? day : day + 1, team);
}

function hoursLength(team: WorkingTime): number {
  const length = knownTime(team.workingHours.to) - knownTime(team.workingHours.from);
  return length > 0 ? length : length + dayLength;
}

/** A team that names no working day would wait for ever; every day counts for it. */
const isWorkingDay = (day: DayNumber, team: WorkingTime): boolean =>
  team.workingHours.days.length === 0 || team.workingHours.days.includes(weekdayOf(day));

function workingDayFrom(day: DayNumber, team: WorkingTime): DayNumber {
  let found = day;
  while (!isWorkingDay(found, team)) found += 1;
  return found;
}

function endOf(from: Instant, unit: "day" | "week" | "month", team: WorkingTime): Instant {
  const { day } = splitWall(toWall(team.timezone, from));
  if (unit === "day") return toInstant(team.timezone, wallOn(day + 1, 0));
  if (unit === "month") {
    const { year, month } = dateOf(day);
    return toInstant(team.timezone, wallOn(dayOf({ year, month: month + 1, day: 1 }), 0));
  }
  const monday = day - weekdayIndex(day);
  // Night hours of the last working day may end in the week after it, hence the week before is tried first.
  const ends = [monday - 7, monday, monday + 7].map((first) => endOfWeek(first, team));
  return ends.find((end) => end > from) ?? from;
}

function endOfWeek(monday: DayNumber, team: WorkingTime): Instant {
  let last = monday + 6;
  while (!isWorkingDay(last, team)) last -= 1;
  return toInstant(team.timezone, wallOn(last, knownTime(team.workingHours.from)) + hoursLength(team));
}
