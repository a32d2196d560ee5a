import type { Zone } from "../time/civil.ts";
import type { CalendarConfig } from "../providers/calendars.ts";
import type { Reach } from "../providers/reach.ts";
import type { CalendarId, PersonId, Role, ScheduleId } from "../team-file/ids.ts";

/*
 * What a team declares of a calendar, after parsing: references are ids that are known to exist, durations are milliseconds.
 */

export type { CalendarId };

/**
 * Which events a rule is about (globs, in any case; all that are given must fit), and what it says of them. The first rule that fits
 * an event decides; events that fit none go by the people and roles that their attendees and titles name.
 */
export type EventRule = {
  readonly title?: string;
  readonly attendee?: string;
  readonly category?: string;
  readonly person?: PersonId;
  readonly role?: Role;
  /** True for events that are no shifts, absences or holidays at all. */
  readonly ignore: boolean;
};

/** What a calendar is for. */
export type CalendarUse =
  /** Without a schedule, of all schedules. */
  | { readonly kind: "holidays"; readonly schedule?: ScheduleId }
  | { readonly kind: "away"; readonly person: PersonId }
  | { readonly kind: "shifts"; readonly schedule: ScheduleId; readonly role?: Role };

export type DeclaredCalendar = {
  readonly id: CalendarId;
  readonly name: string;
  /** Milliseconds between two readings. */
  readonly poll: number;
  /** Where whole days and times without a zone are: the schedule's zone for shifts, the person's for absences, else the team's. */
  readonly timezone: Zone;
  readonly use: CalendarUse;
  readonly rules: readonly EventRule[];
  readonly config: CalendarConfig;
  readonly reach?: Reach;
};
