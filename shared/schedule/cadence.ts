import type { Turns, Weekday } from "../team/team.ts";
import type { DayNumber } from "../time/civil.ts";
import { dateOf, dayOf, daysInMonth, knownDay, weekdayOf } from "../time/civil.ts";

/** On which local day each turn of a rotation begins; turns are counted from 0 at `start`. */
export type Cadence = {
  /** The day on which a turn begins; `undefined` where no such day will ever come. */
  readonly firstDay: (turn: number) => DayNumber | undefined;
  /** The latest turn that has begun on or before a day; -1 before the first. */
  readonly turnOn: (day: DayNumber) => number;
};

/** The days that count for `unit: workday`. */
export type WorkingDays = {
  readonly days: readonly Weekday[];
  /** Ascending; days on which nobody is on call and which consume nobody's turn. */
  readonly except: readonly DayNumber[];
};

/** The cadence of a rotation's shifts (domain: `every: n` means n units a shift). */
export function cadenceOf(rotation: Turns, working: WorkingDays): Cadence {
  const start = knownDay(rotation.start);
  const { every, unit } = rotation.shift;
  switch (unit) {
    case "day":
      return regular(start, every);
    case "week":
      return regular(start, every * 7);
    case "month":
      return monthly(start, every);
    case "workday":
      return byWorkingDay(start, every, working);
  }
}

function regular(start: DayNumber, length: number): Cadence {
  return {
    firstDay: (turn) => start + turn * length,
    turnOn: (day) => Math.max(-1, Math.floor((day - start) / length)),
  };
}

/** On the start's day of the month, or the last one of a month that is too short for it. */
function monthly(start: DayNumber, every: number): Cadence {
  const first = dateOf(start);
  const firstDay = (turn: number): DayNumber => {
    const month = first.month + turn * every;
    return dayOf({ year: first.year, month, day: Math.min(first.day, daysInMonth(first.year, month)) });
  };
  return {
    firstDay,
    turnOn: (day) => {
      const { year, month } = dateOf(day);
      const turn = Math.floor(((year - first.year) * 12 + month - first.month) / every);
      return Math.max(-1, firstDay(turn) <= day ? turn : turn - 1);
    },
  };
}

function byWorkingDay(start: DayNumber, every: number, working: WorkingDays): Cadence {
  const perWeek = working.days.length;
  const except = working.except.filter((day) => day >= start && working.days.includes(weekdayOf(day)));
  // countBefore[r]: working days among the first r days of a week that begins on the start's weekday.
  const countBefore = [0];
  for (let offset = 0; offset < 7; offset += 1) {
    countBefore.push((countBefore[offset] ?? 0) + (working.days.includes(weekdayOf(start + offset)) ? 1 : 0));
  }
  /** Working days in `[start, day)`. */
  const count = (day: DayNumber): number => {
    const weeks = Math.floor((day - start) / 7);
    return weeks * perWeek + (countBefore[day - start - weeks * 7] ?? 0) - countBelow(except, day);
  };
  return {
    firstDay: (turn) => {
      if (perWeek === 0) return undefined;
      const wanted = turn * every + 1;
      // Every exception postpones the wanted day by a week at most.
      return lowest(
        start,
        start + (Math.ceil(wanted / perWeek) + except.length) * 7,
        (day) => count(day + 1) >= wanted,
      );
    },
    turnOn: (day) => (day < start ? -1 : Math.floor((count(day + 1) - 1) / every)),
  };
}

/** How many of the ascending numbers lie below a limit. */
export function countBelow(ascending: readonly number[], limit: number): number {
  return lowest(0, ascending.length, (index) => (ascending[index] ?? Infinity) >= limit);
}

/** The lowest whole number in `[low, high]` from which on `holds` is true; `high` where it never is below it. */
function lowest(low: number, high: number, holds: (value: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
