import { splitWall, wallOn, type DayNumber, type Wall } from "../time/civil.ts";
import { day as dayLength } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import { instant } from "../time/instant.ts";
import type { Span } from "../schedule/shift.ts";
import type { Budget } from "./budget.ts";
import type { CalendarEvent, Length } from "./calendar-event.ts";
import { utc, type CalendarZone } from "./calendar-zone.ts";
import type { Rule } from "./recurrence-rule.ts";
import { walkRule } from "./rule-walk.ts";
import { boundsOf, isOver } from "./rule-bounds.ts";
import type { EventSeries, Replacement } from "./series.ts";
import { turnAt, turnsOf, type Turn } from "./series-turns.ts";
import { dayOfValue, instantOf, wallOf, type TimeValue } from "./time-value.ts";

/** One time that an event takes place, whole even where it begins before the window or ends after it. */
export type Occurrence = {
  readonly from: Instant;
  readonly to: Instant;
  readonly event: CalendarEvent;
  /** Set for events of whole days: the first, and the first that is free again. */
  readonly days?: { readonly first: DayNumber; readonly end: DayNumber };
};

export type Expansion = {
  readonly window: Span;
  /** Where days begin and where floating times are. */
  readonly floating: CalendarZone;
  readonly budget: Budget;
  readonly add: (occurrence: Occurrence) => void;
};

/** Puts the occurrences of a series that meet the window into the expansion, in no order. */
export function expandSeries({ master, replacements }: EventSeries, expansion: Expansion): void {
  // Who cancels the series cancels what was changed in it; a later word about one occurrence is a later word.
  const standing = master?.cancelled ? replacements.filter(({ sequence }) => sequence > master.sequence) : replacements;
  for (const replacement of standing) {
    if (!replacement.cancelled) addOccurrence(replacement, replacement.start, expansion);
  }
  if (!master || master.cancelled) return;
  const series = prepare(master, standing, expansion);
  const start = wallOf(master.start);
  // The start is always the first of its series (3.8.2.4), unless the rules have ended before it.
  const begins = master.rules.length === 0 || master.rules.some((rule) => !isOver(rule, series.zone, start));
  if (begins) visit(series, start, expansion);
  for (const extra of master.extra) visitExtra(series, { ...extra, length: extra.length ?? master.length }, expansion);
  for (const rule of master.rules) {
    walkRule(
      { ...askedOf(rule, series, expansion), startIs: "first" },
      (wall) => isOver(rule, series.zone, wall) || visit(series, wall, expansion),
    );
  }
}

/** A series with its exceptions at hand. */
type Prepared = {
  readonly master: CalendarEvent;
  readonly zone: CalendarZone;
  /** Instants at which its own occurrences do not begin: excluded, replaced, or already there. */
  readonly taken: Set<number>;
  /** Days on which they do not, where a day is all that the feed names. */
  readonly takenDays: ReadonlySet<DayNumber>;
  /** Replacements of all later occurrences, the earliest first. */
  readonly turns: readonly Turn[];
  /** Two of its times may be the same instant: two rules that meet, or two wall times around a gap. */
  readonly repeats: boolean;
  /** How far from its own wall time an occurrence may begin or end. */
  readonly reach: number;
};

function prepare(master: CalendarEvent, replacements: readonly Replacement[], expansion: Expansion): Prepared {
  const zone = master.start.kind === "time" ? master.start.zone : expansion.floating;
  const gone = [...master.except, ...replacements.map(({ replaces }) => replaces.time)];
  // Of a series of days only the date counts, whatever time some programs put beside it.
  const byDay = (time: TimeValue): boolean => time.kind === "day" || master.start.kind === "day";
  const turns = turnsOf(replacements, master, expansion.floating);
  const lengths = [
    master.length,
    ...master.extra.flatMap(({ length }) => length ?? []),
    ...turns.map((t) => t.event.length),
  ];
  const prepared: Prepared = {
    master,
    zone,
    taken: new Set<number>(gone.filter((time) => !byDay(time)).map((time) => instantOf(time, zone))),
    takenDays: new Set(gone.filter(byDay).map(dayOfValue)),
    turns,
    repeats: master.rules.length > 1 || master.extra.length > 0 || zone !== utc,
    // Two days more: the offset of a zone, and a day that is not 24 hours long.
    reach: longest(lengths.map(lengthOf)) + longest(turns.map(({ shift }) => Math.abs(shift))) + 2 * dayLength,
  };
  for (const rule of master.exceptRules) {
    walkRule({ ...askedOf(rule, prepared, expansion), startIs: "as-ruled" }, (wall) => {
      if (!isOver(rule, zone, wall)) prepared.taken.add(zone.toInstant(wall));
      return expansion.budget.takeOccurrence();
    });
  }
  return prepared;
}

/** What a rule of the series is asked. */
const askedOf = (rule: Rule, { master, zone, reach }: Prepared, { window, budget }: Expansion) => ({
  rule,
  budget,
  start: wallOf(master.start),
  ...boundsOf(rule, { window, reach, zone }),
});

const longest = (lengths: readonly number[]): number => lengths.reduce((most, length) => Math.max(most, length), 0);

const lengthOf = (length: Length): number =>
  length.milliseconds + (length.kind === "nominal" ? length.days * dayLength : 0);

/** Adds the occurrence that begins at a wall time of the series, unless the feed has something else there. False ends the series. */
function visit(series: Prepared, wall: Wall, expansion: Expansion): boolean {
  const { master, zone, taken, takenDays, turns } = series;
  const at = zone.toInstant(wall);
  if (taken.has(at) || (takenDays.size > 0 && takenDays.has(splitWall(wall).day))) return true;
  if (series.repeats) taken.add(at);
  const turn = turnAt(turns, at);
  if (!turn) return addOccurrence(master, moved(master.start, wall), expansion);
  return turn.event.cancelled || addOccurrence(turn.event, moved(master.start, wall + turn.shift), expansion);
}

function visitExtra(
  series: Prepared,
  { start, length }: { readonly start: TimeValue; readonly length: Length },
  expansion: Expansion,
): void {
  const at = instantOf(start, series.zone);
  if (series.taken.has(at) || series.takenDays.has(dayOfValue(start))) return;
  series.taken.add(at);
  addOccurrence({ ...series.master, length }, start, expansion);
}

const moved = (start: TimeValue, wall: Wall): TimeValue =>
  start.kind === "day" ? { kind: "day", day: splitWall(wall).day } : { kind: "time", wall, zone: start.zone };

function addOccurrence(event: CalendarEvent, start: TimeValue, { window, floating, budget, add }: Expansion): boolean {
  const from = instantOf(start, floating);
  const to = endOf(start, event.length, floating);
  const meets = from < window.to && (to > window.from || (from === to && from >= window.from));
  if (!meets) return budget.spend(1);
  if (!budget.takeOccurrence()) return false;
  if (start.kind === "time") add({ from, to, event });
  else add({ from, to, event, days: { first: start.day, end: start.day + daysOf(event.length) } });
  return true;
}

const daysOf = (length: Length): number =>
  length.kind === "nominal" ? length.days : Math.ceil(length.milliseconds / dayLength);

function endOf(start: TimeValue, length: Length, floating: CalendarZone): Instant {
  if (start.kind === "day") return floating.toInstant(wallOn(start.day + daysOf(length), 0));
  if (length.kind === "exact") return instant(start.zone.toInstant(start.wall) + length.milliseconds);
  // Days are counted on the wall clock, hours are added by the clock that never jumps (3.3.6).
  return instant(start.zone.toInstant(start.wall + length.days * dayLength) + length.milliseconds);
}
