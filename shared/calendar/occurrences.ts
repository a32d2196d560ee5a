import { err, ok, type Result } from "../result.ts";
import type { Zone } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import { budgetOf, defaultLimits, type Limits } from "./budget.ts";
import type { CalendarFailure, UnreadEvent } from "./calendar-failure.ts";
import { ianaZone } from "./calendar-zone.ts";
import { expandSeries, type Occurrence } from "./expand-series.ts";
import { readCalendar } from "./read-calendar.ts";
import { seriesOf } from "./series.ts";

/** What is asked of a feed: everything that meets the half-open window. `zone` is where its floating times and whole days are. */
export type Question = {
  readonly from: Instant;
  readonly to: Instant;
  readonly zone: Zone;
  readonly limits?: Limits;
};

export type Occurrences = {
  /** By beginning, then end, then place in the feed. */
  readonly occurrences: readonly Occurrence[];
  readonly unread: readonly UnreadEvent[];
  /** Events that could be read, whether they meet the window or not. */
  readonly events: number;
};

/** Expands a feed (RFC 5545). The same text and question give the same answer on every machine, and a wider window never changes one. */
export function occurrencesIn(
  text: string,
  { from, to, zone, limits }: Question,
): Result<Occurrences, CalendarFailure> {
  const budget = budgetOf(limits ?? defaultLimits);
  const floating = ianaZone(zone);
  const calendar = readCalendar(text, floating, budget);
  if (!calendar.ok) return calendar;
  const { events, unread } = calendar.value;
  if (events.length === 0 && unread.length === 0) return err({ kind: "empty" });
  const found: Occurrence[] = [];
  const expansion = { window: { from, to }, floating, budget, add: (one: Occurrence) => void found.push(one) };
  for (const series of seriesOf(events, floating)) {
    if (budget.failure()) break;
    expandSeries(series, expansion);
  }
  const failure = budget.failure();
  if (failure) return err(failure);
  found.sort((a, b) => a.from - b.from || a.to - b.to || a.event.line - b.event.line);
  return ok({ occurrences: found, unread, events: events.length });
}
