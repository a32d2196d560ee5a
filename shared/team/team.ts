import type { LocalDate, LocalDateTime, LocalTime, Weekday, Zone } from "../time/civil.ts";
import { weekdays } from "../time/civil.ts";
import type { Allowance } from "../time/duration.ts";

/*
 * What a team declares in team.yaml, after parsing: references are ids that are known to exist, durations are milliseconds,
 * defaults are filled in. Local dates are "YYYY-MM-DD", local times "HH:MM", local date-times "YYYY-MM-DDTHH:MM".
 */

export type PersonId = string;
export type GroupId = string;
export type ServiceId = string;
export type ScheduleId = string;
export type SourceId = string;

export type { LocalDate, LocalDateTime, LocalTime, Weekday, Zone };
export { weekdays };

export const severities = ["critical", "major", "minor", "info"] as const;
export type Severity = (typeof severities)[number];

export const roles = ["primary", "secondary", "backup"] as const;
export type Role = (typeof roles)[number];

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

export type Holidays = {
  /** date-holidays regions, such as `DK`. */
  readonly regions: readonly string[];
  readonly dates: readonly { readonly date: LocalDate; readonly name: string }[];
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

export type Schedule = {
  readonly id: ScheduleId;
  readonly name?: string;
  readonly timezone: Zone;
  readonly rotations: readonly (Turns | Following)[];
  readonly holidays: Holidays;
  readonly overrides: readonly Override[];
  readonly swaps: readonly Swap[];
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

/** A secret's name (`secret:NAME` in the file); its value lives in the secret store. */
export type SecretName = string;

export type AlertmanagerConfig = {
  readonly kind: "alertmanager";
  /** Peers of one cluster; at least one. */
  readonly urls: readonly string[];
  readonly auth?:
    | { readonly kind: "basic"; readonly username: string; readonly password: SecretName }
    | { readonly kind: "bearer"; readonly token: SecretName };
  /** Path of a PEM file, relative to the team file. */
  readonly ca?: string;
};

export type InboxConfig = { readonly kind: "inbox" };

/** A kind that the schema knows and that no adapter serves yet. */
export type PlannedConfig = { readonly kind: "planned"; readonly name: string };

export type Source = {
  readonly id: SourceId;
  readonly name: string;
  /** Milliseconds between polls. */
  readonly poll: number;
  /** The source's own severity word (lower case) to ours. */
  readonly severity: Readonly<Record<string, Severity>>;
  /** Labels of an alert that must always be firing. */
  readonly heartbeat?: Readonly<Record<string, string>>;
  readonly config: AlertmanagerConfig | InboxConfig | PlannedConfig;
};

export type QuietHours = { readonly from: LocalTime; readonly to: LocalTime; readonly allow: readonly Severity[] };

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
  readonly quietHours?: QuietHours;
  readonly runbooks: { readonly path?: string };
};
