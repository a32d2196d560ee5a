import type { Severity } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";

/* One line of the on-call log, as people read it: with names instead of ids, and without the titles of sensitive services. */

export const automaticKinds = [
  "paged",
  "escalated",
  "acknowledged",
  "taken-back",
  "snoozed",
  "snooze-over",
  "resolved",
  "triaged",
  "noted",
  "post-incident",
  "duty",
  "handoff-offered",
  "handoff-accepted",
  "handoff-declined",
  "handoff-withdrawn",
  "handoff-lapsed",
  "shuffled",
  "overridden",
  "swapped",
  "change-undone",
  "cover-asked",
  "step-done",
  "runbook-drafted",
  "runbook-reviewed",
  "drill-passed",
  "drill-failed",
  "source-stale",
  "source-blind",
  "source-returned",
  "not-shown",
  "retention",
] as const;
export const logItemKinds = ["written", ...automaticKinds] as const;
export type LogItemKind = (typeof logItemKinds)[number];

export type NamedPerson = { readonly id: string; readonly name: string };

/** What a line says of an incident; nothing but its id where it is forgotten. */
export type LoggedIncident = {
  readonly id: string;
  readonly title?: string;
  readonly service?: string;
  readonly severity?: Severity;
  readonly sensitive?: true;
};

export type LogLink = { readonly title: string; readonly url: string };

export type LogItem = {
  /** Its place in the journal, which corrections name. */
  readonly seq: number;
  readonly at: Instant;
  readonly kind: LogItemKind;
  readonly by?: NamedPerson;
  /** Who was paged, or whom else it concerns. */
  readonly people: readonly NamedPerson[];
  /** The first few; `more` counts the rest. */
  readonly incidents: readonly LoggedIncident[];
  readonly more: number;
  /** What was written, or why. */
  readonly text?: string;
  /** What it is about besides: a duty, a source, a schedule, a severity. */
  readonly subject?: string;
  readonly until?: Instant;
  readonly links: readonly LogLink[];
  readonly stakeholders: readonly string[];
  /** The `seq` of the entry that this one puts right. */
  readonly corrects?: number;
};

/** What the team and the incidents are called; ids come back where they are unknown. */
export type LogNames = {
  readonly person: (id: string) => NamedPerson;
  readonly source: (id: string) => string;
  readonly schedule: (id: string) => string;
  readonly incident: (id: string) => LoggedIncident;
};
