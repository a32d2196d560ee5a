import * as v from "valibot";
import { calendarFreshnesses } from "./calendar-freshness.ts";
import { instantSchema, listOf } from "../wire.ts";

const text = v.string();

/** One calendar of the team, as a screen shows it. */
export const calendarViewSchema = v.object({
  id: text,
  name: text,
  kind: v.picklist(["ics", "pagerduty"]),
  use: v.picklist(["holidays", "shifts", "away"]),
  /** The schedule whose rotations it replaces, or whose holidays it has; holidays without one are for all. */
  schedule: v.exactOptional(text),
  /** Whose absences it has. */
  person: v.exactOptional(v.object({ id: text, name: text })),
  /** `old`: what it said is in use all the same. `never`: it never said anything, and shifts are unknown. */
  freshness: v.picklist(calendarFreshnesses),
  reading: v.boolean(),
  lastGoodAt: v.exactOptional(instantSchema),
  /** When the calendar itself last changed, by its server's clock. */
  changedAt: v.exactOptional(instantSchema),
  nextReadAt: instantSchema,
  failure: v.exactOptional(v.object({ kind: text, facts: v.record(text, v.union([text, v.number()])) })),
  /** Events that could not be read and count for nothing. */
  unread: v.number(),
  /** Shifts that name nobody whom the team knows, or several people. */
  unmapped: v.number(),
  /** The next of them, and those under way; at most five. */
  firstUnmapped: listOf(
    v.object({
      title: text,
      reason: v.picklist(["nobody-known", "several-people"]),
      from: instantSchema,
      to: instantSchema,
    }),
  ),
  missingSecrets: listOf(text),
});
export type CalendarView = v.InferOutput<typeof calendarViewSchema>;

/** What the licence of the public holidays wants to be said beside them. */
export const attributionSchema = v.object({ text, source: text, licence: text });
export type Attribution = v.InferOutput<typeof attributionSchema>;
