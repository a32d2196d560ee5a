import { splitWall, wallOn, weekdayIndex, type DayNumber, type Zone } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import { toInstant, toWall } from "../time/zoned.ts";
import { grouped } from "./grouped.ts";
import type { IncidentFact } from "./incident-fact.ts";
import { spreadOf, type Spread } from "./spread.ts";

/** Times in milliseconds. */
export type Response = {
  /** From opening to the first acknowledgement (MTTA), of those that were acknowledged. */
  readonly acknowledge?: Spread;
  /** From opening to the end (MTTR), of those that have ended. */
  readonly resolve?: Spread;
};

/** A local week from Monday, midnight, with what opened in it. */
export type Week = Response & { readonly from: Instant; readonly to: Instant; readonly opened: number };

export const responseOf = (facts: readonly IncidentFact[]): Response => {
  const acknowledge = spreadOf(facts.flatMap(({ openedAt, respondedAt }) => elapsed(openedAt, respondedAt)));
  const resolve = spreadOf(facts.flatMap(({ openedAt, resolvedAt }) => elapsed(openedAt, resolvedAt)));
  return { ...(acknowledge && { acknowledge }), ...(resolve && { resolve }) };
};

/** Clocks of other machines may put an end before a beginning; that took no time. */
const elapsed = (from: Instant, to: Instant | undefined): readonly number[] =>
  to === undefined ? [] : [Math.max(0, to - from)];

/** Every week that the span touches, also those in which nothing opened. */
export function weeksOf(
  facts: readonly IncidentFact[],
  { from, to, zone }: { readonly from: Instant; readonly to: Instant; readonly zone: Zone },
): readonly Week[] {
  const byWeek = grouped(facts, ({ openedAt }) => mondayOf(openedAt, zone));
  const weeks: Week[] = [];
  for (let monday = mondayOf(from, zone); midnight(monday, zone) < to; monday += 7) {
    const inside = byWeek.get(monday) ?? [];
    weeks.push({
      from: midnight(monday, zone),
      to: midnight(monday + 7, zone),
      opened: inside.length,
      ...responseOf(inside),
    });
  }
  return weeks;
}

function mondayOf(at: Instant, zone: Zone): DayNumber {
  const { day } = splitWall(toWall(zone, at));
  return day - weekdayIndex(day);
}

const midnight = (day: DayNumber, zone: Zone): Instant => toInstant(zone, wallOn(day, 0));
