import type { Instant } from "../time/instant.ts";
import type { Severity } from "../team/team.ts";
import { compareSeverity } from "./severity.ts";
import type { Incident, Standing, TimelineEntry, TimelineWhat } from "./incident.ts";

/*
 * The steps that move an incident, each telling its timeline. They take what they need and know nothing of who asked.
 */

/** Entries kept with an incident; the journal keeps all. */
const longestTimeline = 200;

export type Stamped = { readonly at: Instant; readonly by?: string };

/** Adds one line to the timeline. */
export function withTimeline(incident: Incident, { at, by }: Stamped, what: TimelineWhat): Incident {
  const entry: TimelineEntry = by === undefined ? { at, what } : { at, by, what };
  return { ...incident, timeline: [...incident.timeline, entry].slice(-longestTimeline) };
}

export type RetriggerReason = Extract<TimelineWhat, { kind: "retriggered" }>["why"];

/** Back to triggered: nobody has it, and its escalation begins anew. */
export function retrigger(incident: Incident, at: Instant, why: RetriggerReason): Incident {
  const { assignee: _assignee, escalation: _escalation, ...rest } = incident;
  return withTimeline({ ...rest, standing: { kind: "triggered", since: at } }, { at }, { kind: "retriggered", why });
}

export type Acknowledgement = {
  readonly by: string;
  readonly person?: string;
  readonly at: Instant;
  readonly until?: Instant;
  readonly handle?: string;
};

/** Somebody has it. The first acknowledgement meets the response deadline. */
export function acknowledge(incident: Incident, { by, person, at, until, handle }: Acknowledgement): Incident {
  const { assignee: _assignee, ...rest } = incident;
  const standing: Standing = {
    kind: "acknowledged",
    by,
    at,
    ...(until !== undefined && { until }),
    ...(handle !== undefined && { handle }),
  };
  const taken = {
    ...rest,
    standing,
    respondedAt: incident.respondedAt ?? at,
    ...(person !== undefined && { assignee: person }),
  };
  return withTimeline(taken, { at, by }, { kind: "acknowledged" });
}

/** Quiet until `until`, then triggered again. */
export const snooze = (incident: Incident, { at, by }: Required<Stamped>, until: Instant): Incident =>
  withTimeline({ ...incident, standing: { kind: "snoozed", by, at, until } }, { at, by }, { kind: "snoozed", until });

/** Over. Escalation and mutes end with it. */
export function resolve(incident: Incident, { at, by }: Stamped): Incident {
  const { escalation: _escalation, suppression: _suppression, ...rest } = incident;
  const standing: Standing = by === undefined ? { kind: "resolved", at } : { kind: "resolved", at, by };
  return withTimeline({ ...rest, standing }, by === undefined ? { at } : { at, by }, { kind: "resolved" });
}

/** Another severity; a snoozed incident returns when it worsens. */
export function withSeverity(incident: Incident, { at, by }: Stamped, severity: Severity): Incident {
  if (severity === incident.severity) return incident;
  const from = incident.severity;
  const changed = withTimeline({ ...incident, severity }, by === undefined ? { at } : { at, by }, {
    kind: "severity",
    from,
    to: severity,
  });
  const worsened = compareSeverity(severity, from) < 0;
  return worsened && incident.standing.kind === "snoozed" ? retrigger(changed, at, "worsened") : changed;
}
