import type { Instant } from "../time/instant.ts";
import type { PersonId, ServiceId, Severity, SourceId } from "../team/team.ts";

/** Derived from source, key and start, so that every installation and every restart finds the same id. */
export type IncidentId = string;

export type Labels = Readonly<Record<string, string>>;
export type Link = { readonly title: string; readonly url: string };
export type Note = { readonly at: Instant; readonly by: PersonId; readonly text: string };

/*
 *               acknowledge                     gone from a newer, complete answer
 *   triggered ───────────────▶ acknowledged ───────────────────────────────▶ resolved
 *     ▲  ▲ │                        │                                            │
 *     │  │ └──── snooze ──▶ snoozed │  runs out, is taken back, or is refused     │ fires again within
 *     │  └──────────────────────┘   │  by the source                             │ the flapping window
 *     └─────────────────────────────┴────────────────────────────────────────────┘
 */
export type Standing =
  | { readonly kind: "triggered"; readonly since: Instant }
  | {
      readonly kind: "acknowledged";
      readonly by: string;
      readonly at: Instant;
      /** When the source lets go of the acknowledgement unless it is extended. */
      readonly until?: Instant;
      /** What the source knows the acknowledgement by, such as a silence's id. */
      readonly handle?: string;
    }
  | { readonly kind: "snoozed"; readonly by: string; readonly at: Instant; readonly until: Instant }
  | { readonly kind: "resolved"; readonly at: Instant; readonly by?: string };

/** Muted in the source by somebody or something that is not this team's acknowledgement. */
export type Suppression = {
  readonly by: "silence" | "inhibition" | "mute-time";
  readonly ids: readonly string[];
  readonly author?: string;
  readonly comment?: string;
  readonly until?: Instant;
};

/** Where Baton's own run of the team's escalation policy stands. `step` counts from 0; -1 before the first step is reached. */
export type Escalation = {
  readonly policy: string;
  readonly round: number;
  readonly step: number;
  readonly roundStartedAt: Instant;
};

export type TimelineEntry = {
  readonly at: Instant;
  /** A person's id, a name from the source, or undefined for Baton itself. */
  readonly by?: string;
  readonly what: TimelineWhat;
};

export type TimelineWhat =
  | { readonly kind: "triggered" }
  | {
      readonly kind: "retriggered";
      readonly why: "fired-again" | "snooze-over" | "acknowledgement-over" | "refused" | "taken-back" | "worsened";
    }
  | { readonly kind: "paged"; readonly people: readonly string[]; readonly step: number; readonly round: number }
  | { readonly kind: "acknowledged" }
  | { readonly kind: "snoozed"; readonly until: Instant }
  | { readonly kind: "escalated"; readonly step: number; readonly people: readonly string[] }
  | { readonly kind: "severity"; readonly from: Severity; readonly to: Severity }
  | { readonly kind: "suppressed"; readonly by: Suppression["by"]; readonly author?: string }
  | { readonly kind: "unsuppressed" }
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "sent"; readonly action: string }
  | { readonly kind: "confirmed"; readonly action: string }
  | { readonly kind: "refused"; readonly action: string; readonly reason: string }
  | { readonly kind: "resolved" };

export type Incident = {
  readonly id: IncidentId;
  readonly source: SourceId;
  /** The source's own identity of the alert. */
  readonly key: string;
  readonly title: string;
  readonly severity: Severity;
  /** What the source says, mapped; differs from `severity` after triage. */
  readonly reportedSeverity: Severity;
  readonly service?: ServiceId;
  readonly labels: Labels;
  readonly links: readonly Link[];
  readonly runbook?: string;
  /** By the source's clock. */
  readonly startedAt: Instant;
  /** By the source's clock: a moment at which it was seen firing; the newest ones stand in the source's sightings. */
  readonly seenAt: Instant;
  /** By our clock: when Baton first knew of it. */
  readonly openedAt: Instant;
  readonly standing: Standing;
  readonly suppression?: Suppression;
  readonly assignee?: PersonId;
  readonly escalation?: Escalation;
  /** First acknowledgement, by our clock: meets `respondBy` where it is earlier. */
  readonly respondedAt?: Instant;
  readonly respondBy?: Instant;
  readonly resolveBy?: Instant;
  /** Instants at which it was resolved and fired again within the flapping window, oldest first. */
  readonly flaps: readonly Instant[];
  readonly timeline: readonly TimelineEntry[];
};

/** Not resolved: it stands in the list, counts and pages. */
export const isOpen = (incident: Incident): boolean => incident.standing.kind !== "resolved";

/** Nobody has taken it and nothing mutes it. */
export const needsSomebody = (incident: Incident): boolean =>
  incident.standing.kind === "triggered" && incident.suppression === undefined;
