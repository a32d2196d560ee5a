import type { Zone } from "../time/civil.ts";
import type { CalendarId, PersonId, Role, ScheduleId, SecretName } from "./ids.ts";

/*
 * What a team declares of a calendar, after parsing: references are ids that are known to exist, durations are milliseconds.
 */

export type { CalendarId };

/** Where a feed is: an address, a secret that holds one (a personal address is a key), or a file beside the team file. */
export type FeedPlace =
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "secret"; readonly name: SecretName }
  | { readonly kind: "file"; readonly path: string };

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

/** A schedule of PagerDuty, of either kind, or an escalation policy whose levels are the roles. */
export type PagerDutyPart =
  | { readonly kind: "schedule"; readonly id: string; readonly role: Role }
  | { readonly kind: "policy"; readonly id: string };

export type CalendarConfig =
  | { readonly kind: "ics"; readonly place: FeedPlace }
  | {
      readonly kind: "pagerduty";
      /** Without slashes at its end. */
      readonly url: string;
      readonly token: SecretName;
      readonly parts: readonly PagerDutyPart[];
      /** PagerDuty's user ids to people, where neither name nor address tells. */
      readonly people: Readonly<Record<string, PersonId>>;
    };

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
};
