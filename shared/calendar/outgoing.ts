import type { LocalDate, PersonId, ScheduleId } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";

/* What calendar programs are given: shifts and holidays as events. */

/** Whose shifts a calendar has. */
export type CalendarScope =
  | { readonly kind: "all" }
  | { readonly kind: "schedule"; readonly id: ScheduleId }
  | { readonly kind: "person"; readonly id: PersonId };

/** One event. `identity` stays the same however the event moves; the other parts may change. */
export type OutgoingEvent = {
  readonly identity: string;
  readonly schedule: ScheduleId;
  readonly title: string;
  readonly text: string;
} & (
  | { readonly kind: "shift"; readonly person: PersonId; readonly from: Instant; readonly to: Instant }
  /** A whole day of the schedule's zone, whatever the reader's. */
  | { readonly kind: "holiday"; readonly date: LocalDate }
);

/** An event with its history (RFC 5545, 3.8.7.4): the sequence rises with every change. */
export type RevisedEvent = OutgoingEvent & {
  readonly sequence: number;
  readonly changedAt: Instant;
  /** It was announced, and does not take place. */
  readonly cancelled: boolean;
};

/** One calendar, ready to be written. */
export type OutgoingCalendar = {
  readonly team: string;
  readonly name: string;
  readonly events: readonly RevisedEvent[];
  /** Minutes before a shift at which a calendar program rings; absent for not at all. */
  readonly alarm?: number;
};
