import { splitWall, weekdayIndex, type Zone } from "../time/civil.ts";
import { hour } from "../time/duration.ts";
import { toWall } from "../time/zoned.ts";
import type { IncidentFact } from "./incident-fact.ts";

/** Incidents that opened, by weekday (Monday first) and hour of the local day. */
export type HeatMap = readonly (readonly number[])[];

export function heatMapOf(facts: readonly IncidentFact[], zone: Zone): HeatMap {
  const counts = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const { openedAt } of facts) {
    const { day, time } = splitWall(toWall(zone, openedAt));
    const hours = counts[weekdayIndex(day)];
    const at = Math.floor(time / hour);
    if (hours) hours[at] = (hours[at] ?? 0) + 1;
  }
  return counts;
}
