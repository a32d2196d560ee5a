import type { CalendarKind } from "../core/calendar.ts";
import { ics } from "./ics/ics.ts";
import { pagerDuty } from "./pagerduty/pagerduty.ts";

/** All calendars that Baton can read. A new one is a folder of its own and a word here. */
export const calendarKinds: readonly CalendarKind[] = [ics, pagerDuty];
