/* The names that the parts of a team file call each other by. */

export type PersonId = string;
export type GroupId = string;
export type ServiceId = string;
export type ScheduleId = string;
export type SourceId = string;
export type CalendarId = string;

/** A secret's name (`secret:NAME` in the file); its value lives in the secret store. */
export type SecretName = string;

export const roles = ["primary", "secondary", "backup"] as const;
export type Role = (typeof roles)[number];
