import type { Instant } from "../../time/instant.ts";
import type { Restored } from "../../state/event.ts";
import type { AppState } from "../../state/state.ts";
import type { CalendarState } from "../../calendar/calendar-state.ts";

/** The calendars as the last run left them, so that a start without a network knows what it knew. */
export function restoredCalendars(
  { calendars, calendarContents }: Pick<Restored, "calendars" | "calendarContents">,
  now: Instant,
): AppState["calendars"] {
  const contents = new Map(calendarContents.map((known) => [known.id, known]));
  return new Map(
    calendars.map(({ id, lastGoodAt, told }): [string, CalendarState] => {
      const known = contents.get(id);
      const kept = { ...(known && { known }), ...(lastGoodAt !== undefined && { lastGoodAt }) };
      return [id, { id, ...kept, told, nextReadAt: now, failures: 0 }];
    }),
  );
}
