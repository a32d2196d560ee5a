import { err, ok, type Result } from "../result.ts";
import type { Budget } from "./budget.ts";
import type { CalendarEvent } from "./calendar-event.ts";
import type { CalendarFailure, UnreadEvent } from "./calendar-failure.ts";
import type { CalendarZone } from "./calendar-zone.ts";
import { property, readComponents, type Component } from "./component.ts";
import { readEvent } from "./read-event.ts";
import { zoneBook } from "./zone-book.ts";

/** A feed, read. `unread` events are known of and count for nothing. */
export type Calendar = { readonly events: readonly CalendarEvent[]; readonly unread: readonly UnreadEvent[] };

/** Reads a feed, which may hold several calendars (RFC 5545, 3.4). Times without a zone are those of `floating`. */
export function readCalendar(text: string, floating: CalendarZone, budget: Budget): Result<Calendar, CalendarFailure> {
  const calendars = readComponents(text, budget);
  if (!calendars.ok) return calendars;
  const events: CalendarEvent[] = [];
  const unread: UnreadEvent[] = [];
  for (const calendar of calendars.value) {
    const zones = { book: zoneBook(calendar, budget), floating };
    const cancelled = isCancellation(calendar);
    for (const part of calendar.parts) {
      if (part.name !== "VEVENT" || !budget.spend(1)) continue;
      const event = readEvent(part, zones);
      if (!event.ok) unread.push({ line: part.line, fault: event.error });
      else events.push(cancelled ? { ...event.value, cancelled } : event.value);
    }
  }
  const failure = budget.failure();
  return failure ? err(failure) : ok({ events, unread });
}

/** METHOD:CANCEL takes all of its events back (RFC 5546, 3.2.5). */
const isCancellation = (calendar: Component): boolean =>
  property(calendar, "METHOD")?.value.trim().toUpperCase() === "CANCEL";
