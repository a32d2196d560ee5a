import type { Wall } from "../time/civil.ts";
import { dayOf, wallOn } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import { instant } from "../time/instant.ts";
import type { Budget } from "./budget.ts";
import { remembering, type CalendarZone } from "./calendar-zone.ts";
import { properties, property, type Component } from "./component.ts";
import { parseRule } from "./recurrence-rule.ts";
import { walkRule } from "./rule-walk.ts";
import { parseDigits, parseOffset, yearOf, type Digits } from "./time-value.ts";

/*
 * A zone that a feed defines itself (RFC 5545, 3.6.5): each observance begins at the wall time of the offset before it, over and over as
 * its rules say. Used where the name is in no database: "Customized Time Zone", "Romance Standard Time 1".
 */

/** From this instant on the zone is `offset` milliseconds east of Greenwich. */
type Onset = { readonly at: number; readonly before: number; readonly offset: number };

type Observance = { readonly component: Component; readonly start: Wall; readonly from: number; readonly to: number };

/** A stretch of time with one offset. */
type Stretch = { readonly from: number; readonly to: number; readonly offset: number };

const yearsAhead = 10;
const lastYear = 2300;
/** Steps; a zone with more changes than days is no zone. */
const onsetCost = 100;
const longestOffset = 86_400_000;

/** The zone of a VTIMEZONE; `undefined` where one of its observances cannot be read, since half of the rules are the wrong rules. */
export function zoneOfRules(component: Component, budget: Budget): CalendarZone | undefined {
  const observances = component.parts.map(readObservance);
  if (observances.length === 0 || !observances.every((one) => one !== undefined)) return undefined;
  if (observances.some((one) => onsetsOf(one, yearOf(one.start), budget) === undefined)) return undefined;
  let known: { readonly until: number; readonly stretches: readonly Stretch[] } | undefined;
  const stretchesFor = (wall: Wall): readonly Stretch[] => {
    const year = Math.min(yearOf(wall) + 1, lastYear);
    if (known && year <= known.until) return known.stretches;
    const until = year + yearsAhead;
    const onsets = observances.flatMap((one) => onsetsOf(one, until, budget) ?? []).toSorted((a, b) => a.at - b.at);
    known = { until, stretches: stretchesOf(onsets) };
    return known.stretches;
  };
  return {
    name: property(component, "TZID")?.value ?? "",
    toInstant: remembering((wall) => toInstant(stretchesFor(wall), wall)),
    toWall: (at) => at + (stretchesFor(at + longestOffset).find((stretch) => at < stretch.to)?.offset ?? 0),
  };
}

function readObservance(component: Component): Observance | undefined {
  const start = parseDigits(property(component, "DTSTART")?.value ?? "");
  const from = parseOffset(property(component, "TZOFFSETFROM")?.value ?? "");
  const to = parseOffset(property(component, "TZOFFSETTO")?.value ?? "");
  if (start?.kind !== "local" || from === undefined || to === undefined || component.broken.length > 0) {
    return undefined;
  }
  return { component, start: start.wall, from, to };
}

/** When an observance begins, up to a year's end; `undefined` where its rules cannot be read. */
function onsetsOf(
  { component, start, from, to }: Observance,
  year: number,
  budget: Budget,
): readonly Onset[] | undefined {
  const walls = new Set<Wall>([start]);
  for (const line of properties(component, "RDATE")) {
    for (const text of line.value.split(",")) {
      const digits = parseDigits(text);
      if (!digits || digits.kind === "date") return undefined;
      walls.add(digits.kind === "utc" ? digits.wall + from : digits.wall);
    }
  }
  const end = wallOn(dayOf({ year: year + 1, month: 1, day: 1 }), 0);
  for (const line of properties(component, "RRULE")) {
    const rule = parseRule(line.value);
    if (!rule.ok) return undefined;
    const until = untilOf(rule.value.until, from);
    const series = { rule: rule.value, start, from: start, to: Math.min(end, until), budget };
    walkRule({ ...series, startIs: "first" }, (wall) => {
      walls.add(wall);
      return budget.spend(onsetCost);
    });
  }
  return [...walls].map((wall) => ({ at: wall - from, before: from, offset: to }));
}

/** UNTIL of an observance is in UTC (3.6.5); some write the wall time. */
function untilOf(until: Digits | undefined, from: number): Wall {
  if (!until) return Infinity;
  if (until.kind === "date") return wallOn(until.day + 1, 0) - 1;
  return until.kind === "utc" ? until.wall + from : until.wall;
}

function stretchesOf(onsets: readonly Onset[]): readonly Stretch[] {
  const first = onsets[0];
  if (!first) return [];
  const stretches: Stretch[] = [{ from: -Infinity, to: first.at, offset: first.before }];
  for (const [index, { at, offset }] of onsets.entries()) {
    const to = onsets[index + 1]?.at ?? Infinity;
    if (at < to) stretches.push({ from: at, to, offset });
  }
  return stretches;
}

/** Nothing before this stretch can have shown the wall time. */
function firstCandidate(stretches: readonly Stretch[], wall: Wall): number {
  let [low, high] = [0, stretches.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stretches[middle]?.to ?? Infinity) <= wall - longestOffset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** As `toInstant` of shared/time/zoned.ts: the first of two, and the offset before a gap (3.3.5). */
function toInstant(stretches: readonly Stretch[], wall: Wall): Instant {
  let before = wall;
  for (let index = firstCandidate(stretches, wall); index < stretches.length; index += 1) {
    const stretch = stretches[index];
    if (!stretch) break;
    const at = wall - stretch.offset;
    if (at < stretch.from) return instant(before);
    if (at < stretch.to) return instant(at);
    before = at;
  }
  return instant(before);
}
