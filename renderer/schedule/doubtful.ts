import type { CalendarView } from "../../shared/calendar/calendar-shape.ts";
import type { ScheduleView } from "../../shared/schedule/schedule-view-shape.ts";

/**
 * The calendars that a schedule goes by and whose word is old, missing or not whole: those of its shifts and holidays, and of the
 * absences of its people.
 */
export const doubtful = (
  calendars: readonly CalendarView[],
  view: Pick<ScheduleView, "id" | "people">,
): readonly CalendarView[] => calendars.filter((calendar) => isOf(calendar, view) && isDoubtful(calendar));

const isOf = ({ use, schedule, person }: CalendarView, { id, people }: Pick<ScheduleView, "id" | "people">): boolean =>
  use === "away" ? people.some((one) => one.id === person?.id) : schedule === undefined || schedule === id;

const isDoubtful = ({ freshness, failure, unread, unmapped }: CalendarView): boolean =>
  freshness === "old" || freshness === "never" || failure !== undefined || unread > 0 || unmapped > 0;
