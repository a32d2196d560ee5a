import type { LocalDate, LocalDateTime, LocalTime, Weekday, Zone } from "../time/civil.ts";
import { weekdays } from "../time/civil.ts";
import type { Allowance } from "../time/duration.ts";
import type { Span } from "../time/span.ts";
import type { PlannedConfig } from "../providers/planned.ts";
import type { Reach } from "../providers/reach.ts";
import type { SourceConfig } from "../providers/sources.ts";
import type { DeclaredCalendar } from "./calendar.ts";
import type {
  CalendarId,
  GroupId,
  PersonId,
  Role,
  ScheduleId,
  SecretName,
  ServiceId,
  SourceId,
} from "../team-file/ids.ts";
import { roles } from "../team-file/ids.ts";

/*
 * What a team declares in team.yaml, after parsing: references are ids that are known to exist, durations are milliseconds,
 * defaults are filled in. Local dates are "YYYY-MM-DD", local times "HH:MM", local date-times "YYYY-MM-DDTHH:MM".
 */

export type { CalendarId, GroupId, PersonId, Role, ScheduleId, SecretName, ServiceId, SourceId };
export { roles };
export type { LocalDate, LocalDateTime, LocalTime, Weekday, Zone };
export { weekdays };

export const severities = ["critical", "major", "minor", "info"] as const;
export type Severity = (typeof severities)[number];

/** Wall-time hours of some weekdays; `to` at or before `from` ends on the following day. */
export type Hours = { readonly days: readonly Weekday[]; readonly from: LocalTime; readonly to: LocalTime };

export type Person = {
  readonly id: PersonId;
  readonly name: string;
  readonly timezone: Zone;
  readonly email?: string;
  readonly phone?: string;
  readonly slack?: string;
  /** Half-open: first day away, first day back. */
  readonly away: readonly { readonly from: LocalDate; readonly to: LocalDate; readonly reason?: string }[];
};

export type Group = {
  readonly id: GroupId;
  readonly name: string;
  readonly members: readonly PersonId[];
  readonly lead?: PersonId;
};

export type Service = {
  readonly id: ServiceId;
  readonly name: string;
  readonly area?: string;
  readonly investorImpact: boolean;
  readonly sensitive: boolean;
  /** Person or group ids. */
  readonly owners: { readonly primary?: string; readonly secondary?: string; readonly reason?: string };
  readonly schedule?: ScheduleId | "working-hours";
  readonly sla?: string;
  readonly escalation?: string;
  readonly runbook?: string;
  /** Label name to globs; all keys must match, any glob of a key suffices. */
  readonly match: Readonly<Record<string, readonly string[]>>;
};

export type Coverage =
  | { readonly kind: "always" }
  | { readonly kind: "working-hours" }
  | { readonly kind: "last-week-of-month" }
  | { readonly kind: "windows"; readonly windows: readonly Hours[] };

/** One role filled by people who take turns. */
export type Turns = {
  readonly kind: "turns";
  readonly role: Role;
  readonly participants: readonly PersonId[];
  readonly shift: { readonly every: number; readonly unit: "day" | "workday" | "week" | "month" };
  readonly start: LocalDate;
  readonly handoffAt: LocalTime;
  /** Set only where the file names one; follow-the-sun sites have their own. */
  readonly timezone?: Zone;
  readonly coverage?: Coverage;
  readonly onCycleEnd: "repeat" | "shuffle";
};

/** One role filled from another: `offset` shifts later in the same turns, or everyone else in its list. */
export type Following =
  | { readonly kind: "offset"; readonly role: Role; readonly follow: Role; readonly offset: number }
  | { readonly kind: "others"; readonly role: Role };

export type HolidayPolicy = "primary-covers" | "swap-with-backup" | "holiday-rotation" | "designated" | "no-cover";

export type Holiday = { readonly date: LocalDate; readonly name: string };

export type Holidays = {
  /** Whose public holidays count besides `dates`: ISO 3166 codes of a country or of a part of it, such as `DK`. */
  readonly regions: readonly string[];
  /** Of several on a date the first counts. In a team in force, after the team's own, those of calendars and regions. */
  readonly dates: readonly Holiday[];
  readonly policy: HolidayPolicy;
  readonly rotation: readonly PersonId[];
  readonly designated: Readonly<Record<LocalDate, PersonId>>;
  /** Milliseconds ahead of the day. */
  readonly announce?: number;
};

export type Override = {
  readonly role: Role;
  readonly person: PersonId;
  readonly from: LocalDateTime;
  readonly to: LocalDateTime;
  readonly reason?: string;
};

export type Swap = {
  readonly role: Role;
  readonly a: PersonId;
  readonly b: PersonId;
  readonly from: LocalDateTime;
  readonly to: LocalDateTime;
};

/** A shift that a calendar or a provider declares. */
export type ImportedShift = Span & { readonly role: Role; readonly person: PersonId };

export type Schedule = {
  readonly id: ScheduleId;
  readonly name?: string;
  readonly timezone: Zone;
  readonly rotations: readonly (Turns | Following)[];
  readonly holidays: Holidays;
  readonly overrides: readonly Override[];
  readonly swaps: readonly Swap[];
  /** What the schedule's calendars say, never the file: replaces its rotations. Where it leaves nobody as primary there is a gap. */
  readonly imported?: readonly ImportedShift[];
  /** When the calendars leave open who is on call: not read yet, or naming nobody whom the team knows. It is no gap. */
  readonly unknown?: readonly Span[];
};

export type SlaTarget = {
  readonly respond?: Allowance;
  readonly resolve?: Allowance;
  /** Person or group id. */
  readonly escalateTo?: string;
  readonly escalateWithin?: Allowance;
};

export type Sla = { readonly id: string; readonly targets: Readonly<Partial<Record<Severity | "any", SlaTarget>>> };

/** Who a step names: a role on the service's schedule, a person, a group's members, or a group's lead. */
export type Target =
  | { readonly kind: "role"; readonly role: Role }
  | { readonly kind: "person"; readonly person: PersonId }
  | { readonly kind: "group"; readonly group: GroupId }
  | { readonly kind: "lead"; readonly group: GroupId };

export type EscalationStep = {
  /** Milliseconds after the round began. */
  readonly after: number;
  readonly notify: readonly Target[];
  readonly via: readonly string[];
};

export type EscalationPolicy = {
  readonly id: string;
  readonly steps: readonly EscalationStep[];
  /** How many more times the steps run if nobody acknowledges. */
  readonly repeat: number;
};

export type Source = {
  readonly id: SourceId;
  readonly name: string;
  /** Milliseconds between polls. */
  readonly poll: number;
  /** The source's own severity word (lower case) to ours. */
  readonly severity: Readonly<Record<string, Severity>>;
  /** Labels of an alert that must always be firing. */
  readonly heartbeat?: Readonly<Record<string, string>>;
  readonly config: SourceConfig | PlannedConfig;
  readonly reach?: Reach;
};

/** Something that the person on call does in every shift (002-3). */
export type TeamDuty = { readonly title: string; readonly url?: string };

/** How long things are kept, in milliseconds; for good where it is absent. */
export type Retention = { readonly incidents?: number; readonly log?: number; readonly personalData?: number };

export type QuietHours = { readonly from: LocalTime; readonly to: LocalTime; readonly allow: readonly Severity[] };

export const runbookSections = [
  "purpose",
  "metrics",
  "frequency",
  "types-of-data",
  "owners",
  "sla",
  "on-call-procedure",
  "failure-modes",
  "common-issues",
  "monitoring-and-alerts",
  "recovery",
  "rollback",
] as const;

export type RunbookSection = (typeof runbookSections)[number];

export type RunbookRules = {
  /** A folder of Markdown files, relative to the team file. */
  readonly path?: string;
  /** Milliseconds from one review to the next. */
  readonly reviewEvery?: number;
  /** What every runbook has to have. */
  readonly require: readonly RunbookSection[];
};

/** How shifts are handed over. */
export type HandoffTerms = {
  /** Ids of the usual items and sentences of the team's own; the usual list where it is absent. */
  readonly checklist?: readonly string[];
  /** Milliseconds after which an offer that nobody answers lapses. */
  readonly acceptWithin: number;
  /** Ids of channels. */
  readonly announce: readonly string[];
  /** The folder in which handoffs lie, relative to the team file. */
  readonly path: string;
};

export type Team = {
  readonly id: string;
  readonly name: string;
  readonly timezone: Zone;
  readonly workingHours: Hours;
  readonly people: readonly Person[];
  readonly groups: readonly Group[];
  readonly services: readonly Service[];
  readonly schedules: readonly Schedule[];
  readonly slas: readonly Sla[];
  readonly escalations: readonly EscalationPolicy[];
  readonly sources: readonly Source[];
  readonly calendars: readonly DeclaredCalendar[];
  readonly quietHours?: QuietHours;
  readonly retention?: Retention;
  /** In the file's order; titles differ from one another. */
  readonly duties: readonly TeamDuty[];
  readonly runbooks: RunbookRules;
  readonly handoff: HandoffTerms;
};
