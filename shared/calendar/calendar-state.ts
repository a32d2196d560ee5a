import * as v from "valibot";
import type { CalendarId } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";
import { instantSchema, type Output } from "../wire.ts";
import type { KnownCalendar } from "./calendar-content.ts";
import type { ReadFailure } from "./read-failure.ts";

/** How one calendar is doing. A failure changes nothing of what is known. */
export type CalendarState = {
  readonly id: CalendarId;
  readonly known?: KnownCalendar;
  readonly lastGoodAt?: Instant;
  /** The reading under way. */
  readonly askedAt?: Instant;
  readonly nextReadAt: Instant;
  /** Of the last reading, where it failed. */
  readonly failure?: ReadFailure;
  /** In a row, in this run of Baton. */
  readonly failures: number;
  /** People were told that it is old. */
  readonly told: boolean;
};

/** What of it survives a restart, beside what is known: small, and another at every reading. */
export const calendarHealthSchema = v.object({
  id: v.string(),
  told: v.boolean(),
  lastGoodAt: v.exactOptional(instantSchema),
});
export type CalendarHealth = Output<typeof calendarHealthSchema>;
