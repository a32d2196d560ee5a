import type { KnownCalendar } from "../../shared/calendar/calendar-content.ts";
import { calendarWindow } from "../../shared/behaviour/calendar/read-calendars.ts";
import type { CalendarContent } from "../../shared/calendar/calendar-content.ts";
import type { CalendarUse, DeclaredCalendar } from "../../shared/team/calendar.ts";
import type { ImportedShift } from "../../shared/team/team.ts";
import { minute } from "../../shared/time/duration.ts";
import { at, noon } from "./scenario.ts";

/** A feed that is polled every 15 minutes; its id is what it is used for. */
export const calendar = (use: CalendarUse, over: Partial<DeclaredCalendar> = {}): DeclaredCalendar => ({
  id: use.kind,
  name: `Calendar of ${use.kind}`,
  poll: 15 * minute,
  timezone: "UTC",
  use,
  rules: [],
  config: { kind: "ics", place: { kind: "url", url: "https://calendar.example.com/feed.ics" } },
  ...over,
});

/** Of a primary, between ISO texts. */
export const shiftOf = (person: string, from: string, to: string): ImportedShift => ({
  role: "primary",
  person,
  from: at(from),
  to: at(to),
});

type Shifts = Extract<CalendarContent, { use: "shifts" }>;

export const shiftsContent = (shifts: readonly ImportedShift[], over: Partial<Shifts> = {}): Shifts => ({
  use: "shifts",
  schedule: "weekly",
  shifts,
  unmapped: [],
  unmappedCount: 0,
  unknown: [],
  ...over,
});

/** What a calendar said when it was asked at noon of the builder's first day. */
export const known = (id: string, content: CalendarContent): KnownCalendar => ({
  id,
  declared: "",
  window: calendarWindow(noon),
  content,
});
