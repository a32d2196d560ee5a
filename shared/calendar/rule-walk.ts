import { dateOf, splitWall, wallOn, type DayNumber, type Wall } from "../time/civil.ts";
import { day as dayLength, hour, minute, second } from "../time/duration.ts";
import type { Budget } from "./budget.ts";
import type { Rule } from "./recurrence-rule.ts";
import { dayRuleOf, daysOfMonth, daysOfYear, meansDay, weekBegins, type DayRule } from "./rule-days.ts";

/*
 * A rule's times on the wall clock, in ascending order, in whole numbers and without any zone: what a wall time is in a zone is asked
 * afterwards, for the few that matter. Periods that lie before the window are leapt over, unless COUNT wants them counted.
 */

/**
 * A rule that begins at `start`, seen from `from` to `to`, both included. `startIs`: whether the start is the first of the series, as DTSTART is
 * of its own whatever the rule says, or only where the rule means it.
 */
export type Series = {
  readonly rule: Rule;
  readonly start: Wall;
  readonly startIs: "first" | "as-ruled";
  readonly from: Wall;
  readonly to: Wall;
  readonly budget: Budget;
};

/** Most times that one period may have for BYSETPOS to choose from. */
const mostToChooseFrom = 100_000;

type Walk = Series & {
  readonly days: DayRule;
  /** Times of day, for frequencies of a day or more. */
  readonly times: readonly number[];
  /** Takes the next time; false once no later one is wanted. */
  readonly take: (wall: Wall) => boolean;
};

/** Calls `visit` with each time of the rule, but not with a start that is the first anyway, which only COUNT counts. It ends when `visit` says false. */
export function walkRule(series: Series, visit: (wall: Wall) => boolean): void {
  const { rule, start, from, to, budget } = series;
  const given = series.startIs === "first";
  let left = (rule.count ?? Infinity) - (given ? 1 : 0);
  const take = (wall: Wall): boolean => {
    if (given ? wall <= start : wall < start) return true;
    if (wall > to || left <= 0 || !budget.spend(1)) return false;
    left -= 1;
    return wall < from || visit(wall);
  };
  if (left <= 0) return;
  const walk = { ...series, days: dayRuleOf(rule, splitWall(start).day), times: timesOf(rule, start), take };
  if (rule.frequency === "YEARLY") walkYears(walk);
  else if (rule.frequency === "MONTHLY") walkMonths(walk);
  else if (rule.frequency === "WEEKLY") walkWeeks(walk);
  else if (rule.frequency === "DAILY") walkDays(walk);
  else walkWithinDays(walk, stepOf[rule.frequency]);
}

/** Whole periods of `interval` from `begun` to the last one that does not come after `wanted`; none where all must be counted. */
function leap({ rule }: Walk, begun: number, wanted: number): number {
  if (rule.count !== undefined || wanted <= begun) return begun;
  return begun + Math.floor((wanted - begun) / rule.interval) * rule.interval;
}

function walkYears(walk: Walk): void {
  const { rule, days, budget } = walk;
  const last = dateOf(splitWall(walk.to).day).year;
  let year = leap(walk, dateOf(splitWall(walk.start).day).year, dateOf(splitWall(walk.from).day).year);
  for (; year <= last; year += rule.interval) {
    if (!budget.spend(days.monthDays.length > 0 ? 12 : 366) || !takeDays(walk, daysOfYear(days, year))) return;
  }
}

function walkMonths(walk: Walk): void {
  const { rule, days, budget } = walk;
  const monthOf = (wall: Wall): number => {
    const { year, month } = dateOf(splitWall(wall).day);
    return year * 12 + month - 1;
  };
  const last = monthOf(walk.to);
  for (let at = leap(walk, monthOf(walk.start), monthOf(walk.from)); at <= last; at += rule.interval) {
    const place = { year: Math.floor(at / 12), month: (at % 12) + 1 };
    if (!budget.spend(days.monthDays.length > 0 ? 1 : 31) || !takeDays(walk, daysOfMonth(days, place))) return;
  }
}

function walkWeeks(walk: Walk): void {
  const { rule, days, budget } = walk;
  const weekOf = (wall: Wall): number => weekBegins(splitWall(wall).day, rule.weekStart);
  const [begun, wanted] = [weekOf(walk.start), weekOf(walk.from)];
  const last = splitWall(walk.to).day;
  const step = rule.interval * 7;
  for (let week = begun + leap(walk, 0, (wanted - begun) / 7) * 7; week <= last; week += step) {
    if (!budget.spend(7)) return;
    const found: DayNumber[] = [];
    for (let day = week; day < week + 7; day += 1) if (meansDay(days, day)) found.push(day);
    if (!takeDays(walk, found)) return;
  }
}

function walkDays(walk: Walk): void {
  const { rule, days, budget } = walk;
  const last = splitWall(walk.to).day;
  let day = leap(walk, splitWall(walk.start).day, splitWall(walk.from).day);
  for (; day <= last; day += rule.interval) {
    if (!budget.spend(1)) return;
    if (meansDay(days, day) && !takeDays(walk, [day])) return;
  }
}

/** Takes the times of the days of one period, or those of them that BYSETPOS chooses. */
function takeDays(walk: Walk, days: readonly DayNumber[]): boolean {
  const { rule, times } = walk;
  if (rule.positions.length === 0) {
    for (const day of days) for (const time of times) if (!walk.take(wallOn(day, time))) return false;
    return true;
  }
  if (!canChoose(walk, days.length * times.length)) return false;
  return takeChosen(
    walk,
    days.flatMap((day) => times.map((time) => wallOn(day, time))),
  );
}

function canChoose({ budget }: Walk, count: number): boolean {
  if (count > mostToChooseFrom) return budget.stop({ kind: "too-much-work", limit: mostToChooseFrom });
  return budget.spend(count);
}

function takeChosen({ rule, take }: Walk, walls: readonly Wall[]): boolean {
  const chosen = new Set<Wall>();
  for (const position of rule.positions) {
    const wall = walls.at(position > 0 ? position - 1 : position);
    if (wall !== undefined) chosen.add(wall);
  }
  return [...chosen].toSorted((a, b) => a - b).every(take);
}

function timesOf({ hours, minutes, seconds, frequency }: Rule, start: Wall): readonly number[] {
  if (frequency === "HOURLY" || frequency === "MINUTELY" || frequency === "SECONDLY") return [];
  const begun = clockOf(splitWall(start).time);
  const found: number[] = [];
  for (const h of orElse(hours, begun.hour)) {
    for (const m of orElse(minutes, begun.minute)) {
      for (const s of orElse(seconds, begun.second)) found.push(h * hour + m * minute + s * second);
    }
  }
  return found;
}

const orElse = (values: readonly number[], otherwise: number): readonly number[] =>
  values.length > 0 ? values : [otherwise];

function clockOf(time: number): { readonly hour: number; readonly minute: number; readonly second: number } {
  return {
    hour: Math.floor(time / hour),
    minute: Math.floor(time / minute) % 60,
    second: Math.floor(time / second) % 60,
  };
}

const stepOf = { HOURLY: hour, MINUTELY: minute, SECONDLY: second } as const;

/** HOURLY and less: the days are looked at one by one, and within those that the rule means only its own hours and minutes. */
function walkWithinDays(walk: Walk, unit: number): void {
  const { rule, start, days, budget } = walk;
  const step = unit * rule.interval;
  const origin = Math.floor(start / unit) * unit;
  const first = splitWall(rule.count === undefined ? Math.max(start, walk.from) : start).day;
  const last = splitWall(walk.to).day;
  for (let day = first; day <= last; day += 1) {
    if (!budget.spend(1)) return;
    const midnight = wallOn(day, 0);
    const ahead = (origin - midnight) % step;
    if (meansDay(days, day) && !takeSteps(walk, { midnight, from: ahead < 0 ? ahead + step : ahead, step, unit })) {
      return;
    }
  }
}

type DaySteps = { readonly midnight: Wall; readonly from: number; readonly step: number; readonly unit: number };

function takeSteps(walk: Walk, { midnight, from, step, unit }: DaySteps): boolean {
  const { rule, budget, take } = walk;
  const plain = unit === second && rule.seconds.length === 0 && rule.positions.length === 0;
  for (let time = from; time < dayLength;) {
    if (!budget.spend(1)) return false;
    const next = afterLimits(rule, time, unit);
    if (next > time) {
      time += Math.ceil((next - time) / step) * step;
      continue;
    }
    if (plain ? !take(midnight + time) : !takeWithin(walk, { at: midnight + time, unit })) return false;
    time += step;
  }
  return true;
}

/** Where the next hour or minute begins that the rule may mean: at `time` itself, or at the end of one that it does not. */
function afterLimits({ hours, minutes }: Rule, time: number, unit: number): number {
  if (hours.length > 0 && !hours.includes(Math.floor(time / hour))) return (Math.floor(time / hour) + 1) * hour;
  if (unit === hour || minutes.length === 0 || minutes.includes(Math.floor(time / minute) % 60)) return time;
  return (Math.floor(time / minute) + 1) * minute;
}

type Step = { readonly at: Wall; readonly unit: number };

function takeWithin(walk: Walk, step: Step): boolean {
  const walls = timesWithin(walk, step);
  return walk.rule.positions.length > 0 ? takeChosen(walk, walls) : walls.every(walk.take);
}

/** The times within one hour, minute or second: the smaller units are those of the rule, or else of the start. */
function timesWithin({ rule, start }: Walk, { at, unit }: Step): readonly Wall[] {
  const begun = clockOf(splitWall(start).time);
  if (unit === second) {
    const { second: now } = clockOf(splitWall(at).time);
    return rule.seconds.length === 0 || rule.seconds.includes(now) ? [at] : [];
  }
  const seconds = orElse(rule.seconds, begun.second);
  const minutes = unit === minute ? [0] : orElse(rule.minutes, begun.minute);
  return minutes.flatMap((m) => seconds.map((s) => at + m * minute + s * second));
}
