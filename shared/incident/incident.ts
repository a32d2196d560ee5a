import * as v from "valibot";
import { severities } from "../team/team.ts";
import { instantSchema, type Output } from "../wire.ts";
import { alertSchema, suppressionSchema } from "./alert.ts";
import { refusalEntries } from "./refusal.ts";

/* An incident, as it is kept: what is said of it here is what a record of it is held to. */

const text = v.string();
const optional = v.exactOptional;
const severity = v.picklist(severities);

/** Derived from source, key and start, so that every installation and every restart finds the same id. */
export type IncidentId = string;

/*
 *               acknowledge                     gone from a newer, complete answer
 *   triggered ───────────────▶ acknowledged ───────────────────────────────▶ resolved
 *     ▲  ▲ │                        │                                            │
 *     │  │ └──── snooze ──▶ snoozed │  runs out, is taken back, or is refused     │ fires again within
 *     │  └──────────────────────────┘   │  by the source                             │ the flapping window
 *     └─────────────────────────────┴────────────────────────────────────────────┘
 */
const standingSchema = v.variant("kind", [
  v.object({ kind: v.literal("triggered"), since: instantSchema }),
  v.object({
    kind: v.literal("acknowledged"),
    by: text,
    at: instantSchema,
    /** When the source lets go of the acknowledgement unless it is extended. */
    until: optional(instantSchema),
    /** What the source knows the acknowledgement by, such as a silence's id. */
    handle: optional(text),
  }),
  v.object({ kind: v.literal("snoozed"), by: text, at: instantSchema, until: instantSchema }),
  v.object({ kind: v.literal("resolved"), at: instantSchema, by: optional(text) }),
]);
export type Standing = Output<typeof standingSchema>;

/** Where Baton's own run of the team's escalation policy stands. `step` counts from 0; -1 before the first step is reached. */
const escalationSchema = v.object({
  policy: text,
  round: v.number(),
  step: v.number(),
  roundStartedAt: instantSchema,
});
export type Escalation = Output<typeof escalationSchema>;

/** What happened to an incident. */
export const timelineWhatSchema = v.variant("kind", [
  v.object({ kind: v.literal("triggered") }),
  v.object({
    kind: v.literal("retriggered"),
    why: v.picklist(["fired-again", "snooze-over", "acknowledgement-over", "refused", "taken-back", "worsened"]),
  }),
  v.object({ kind: v.literal("paged"), people: v.array(text), step: v.number(), round: v.number() }),
  v.object({ kind: v.literal("acknowledged") }),
  v.object({ kind: v.literal("snoozed"), until: instantSchema }),
  v.object({ kind: v.literal("escalated"), step: v.number(), people: v.array(text) }),
  v.object({ kind: v.literal("severity"), from: severity, to: severity }),
  v.object({ kind: v.literal("suppressed"), by: suppressionSchema.entries.by, author: optional(text) }),
  v.object({ kind: v.literal("unsuppressed") }),
  v.object({ kind: v.literal("note"), text }),
  v.object({ kind: v.literal("sent"), action: text }),
  v.object({ kind: v.literal("confirmed"), action: text }),
  v.object({ kind: v.literal("refused"), action: text, ...refusalEntries }),
  v.object({ kind: v.literal("resolved") }),
]);
export type TimelineWhat = Output<typeof timelineWhatSchema>;

const timelineEntrySchema = v.object({
  at: instantSchema,
  /** A person's id, a name from the source, or absent for Baton itself. */
  by: optional(text),
  what: timelineWhatSchema,
});
export type TimelineEntry = Output<typeof timelineEntrySchema>;

export const incidentSchema = v.object({
  id: text,
  source: text,
  alert: alertSchema,
  severity,
  /** What the source says, mapped; differs from `severity` after triage. */
  reportedSeverity: severity,
  service: optional(text),
  /** When the firing began that made it, by the source's clock: part of its id. */
  startedAt: instantSchema,
  /** By the source's clock: a moment at which it was seen firing; the newest ones stand in the source's sightings. */
  seenAt: instantSchema,
  /** By our clock: when Baton first knew of it. */
  openedAt: instantSchema,
  standing: standingSchema,
  suppression: optional(suppressionSchema),
  assignee: optional(text),
  escalation: optional(escalationSchema),
  /** First acknowledgement, by our clock: meets `respondBy` where it is earlier. */
  respondedAt: optional(instantSchema),
  respondBy: optional(instantSchema),
  resolveBy: optional(instantSchema),
  /** Instants at which it was resolved and fired again within the flapping window, oldest first. */
  flaps: v.array(instantSchema),
  timeline: v.array(timelineEntrySchema),
});
export type Incident = Output<typeof incidentSchema>;

/** Not resolved: it stands in the list, counts and pages. */
export const isOpen = (incident: Incident): boolean => incident.standing.kind !== "resolved";

/** Nobody has taken it and nothing mutes it. */
export const needsSomebody = (incident: Incident): boolean =>
  incident.standing.kind === "triggered" && incident.suppression === undefined;
