import * as v from "valibot";
import type { CalendarScope } from "../calendar/outgoing.ts";

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** Whose shifts a calendar has. */
export const calendarScope: v.GenericSchema<CalendarScope> = v.variant("kind", [
  v.object({ kind: v.literal("all") }),
  v.object({ kind: v.literal("schedule"), id }),
  v.object({ kind: v.literal("person"), id }),
]);

const calendarLink = v.variant("kind", [
  /** Whoever has the address sees the calendar. */
  v.object({ kind: v.literal("link"), url: v.string() }),
  v.object({
    kind: v.literal("refused"),
    reason: v.picklist(["no-team", "not-found", "not-kept", "not-listening", "invalid"]),
  }),
]);
export type CalendarLink = v.InferOutput<typeof calendarLink>;

/** The addresses of calendars for other programs. */
export const calendarContract = {
  "calendar-link": { input: v.object({ scope: calendarScope }), output: calendarLink },
  /** The address before it is dead from then on. */
  "renew-calendar-link": { input: v.object({ scope: calendarScope }), output: calendarLink },
} as const;
