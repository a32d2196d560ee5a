import type { CalendarContent } from "./calendar-content.ts";
import type { ReadFailure } from "./read-failure.ts";
import type { CalendarId } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";
import type { Span } from "../time/span.ts";

/** What a calendar last said, and about which time it was asked. */
export type KnownCalendar = {
  readonly id: CalendarId;
  /** The declaration that it was read by, as JSON: by another one the same feed may mean something else. */
  readonly declared: string;
  readonly window: Span;
  readonly content: CalendarContent;
  /** When the calendar itself last changed, by its server's clock. */
  readonly changedAt?: Instant;
};

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
