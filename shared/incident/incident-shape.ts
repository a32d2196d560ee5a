import * as v from "valibot";
import { alertSchema, suppressionSchema } from "./alert.ts";
import { deadlineSchema } from "./deadline.ts";
import { timelineWhatSchema } from "./incident.ts";
import { actionKinds } from "./outbox.ts";
import { refusalEntries } from "./refusal.ts";
import { severities } from "../team/team.ts";
import { instantSchema, listOf } from "../wire.ts";
import { personRefSchema } from "../team/person-ref.ts";
import { runbookViewSchema, tickSchema } from "./incident-runbook-shape.ts";

/* What a host tells a screen of incidents: a row of each, everything of the one that is looked at, and what changes. */

const text = v.string();
const severity = v.picklist(severities);
const optional = v.exactOptional;

export const standingKinds = ["triggered", "acknowledged", "snoozed", "resolved"] as const;

/** The next person or people to be paged, and when; `nobody` when the policy has run out. */
export const escalatesSchema = v.variant("kind", [
  v.object({
    kind: v.literal("pages"),
    at: instantSchema,
    people: listOf(personRefSchema),
    step: v.number(),
    steps: v.number(),
  }),
  v.object({ kind: v.literal("exhausted"), people: listOf(personRefSchema) }),
  v.object({ kind: v.literal("none") }),
]);

const action = v.picklist(actionKinds);

/** What became of the last thing asked of the source. `sent`: it has taken it, and not said yet that it is done. */
export const deliverySchema = v.variant("kind", [
  v.object({
    kind: v.literal("waiting"),
    action,
    since: instantSchema,
    attempts: v.number(),
    nextAt: instantSchema,
    failure: optional(text),
  }),
  v.object({ kind: v.literal("sent"), action, since: instantSchema, nextAt: instantSchema }),
  v.object({ kind: v.literal("confirmed"), action, at: instantSchema }),
  v.object({ kind: v.literal("refused"), action, at: instantSchema, ...refusalEntries }),
]);

/** One row of the incident list: enough to sort, filter and act. */
export const incidentRowSchema = v.object({
  id: text,
  title: text,
  severity,
  standing: v.picklist(standingKinds),
  /** Until when it is acknowledged or snoozed, or when it was resolved. */
  standingAt: optional(instantSchema),
  by: optional(text),
  mine: v.boolean(),
  suppressed: v.boolean(),
  source: text,
  service: optional(text),
  serviceName: optional(text),
  investorImpact: v.boolean(),
  /** The service's titles and details stay out of notifications, menus and channels. */
  sensitive: v.boolean(),
  startedAt: instantSchema,
  openedAt: instantSchema,
  /** The nearest deadline that is not met. */
  dueAt: optional(instantSchema),
  flaps: v.number(),
  unconfirmed: v.boolean(),
});

/** A line of the timeline, with names for ids. */
export const timelineItemSchema = v.object({ at: instantSchema, by: optional(text), what: timelineWhatSchema });

/** Everything about one incident. */
export const incidentDetailSchema = v.object({
  ...incidentRowSchema.entries,
  sourceName: text,
  area: optional(text),
  alert: alertSchema,
  runbook: runbookViewSchema,
  /** Lines of its runbook that were done for it. */
  ticks: listOf(tickSchema),
  owners: listOf(
    v.object({ ...personRefSchema.entries, role: v.picklist(["primary", "secondary"]), reason: optional(text) }),
  ),
  respond: optional(deadlineSchema),
  resolve: optional(deadlineSchema),
  escalates: escalatesSchema,
  paged: listOf(personRefSchema),
  suppression: optional(suppressionSchema),
  acknowledgedBy: optional(text),
  acknowledgedUntil: optional(instantSchema),
  snoozedUntil: optional(instantSchema),
  delivery: optional(deliverySchema),
  /** What the source lets Baton do; acknowledge, snooze, escalate and note always work in Baton itself. */
  canResolve: v.boolean(),
  acknowledgesInSource: v.boolean(),
  timeline: listOf(timelineItemSchema),
});

/** Incidents by standing; `mine` of those that are open. */
export const countsSchema = v.object({
  triggered: v.number(),
  acknowledged: v.number(),
  snoozed: v.number(),
  suppressed: v.number(),
  mine: v.number(),
  resolved: v.number(),
});
export type Counts = v.InferOutput<typeof countsSchema>;

/** A change of the incident list. `reset` says that rows not named here are gone; parts of one reset follow each other. */
export const incidentsChangeSchema = v.object({
  reset: v.boolean(),
  /** False while further parts of the same change follow. */
  complete: v.boolean(),
  rows: listOf(incidentRowSchema),
  removed: listOf(text),
});
export type IncidentsChange = v.InferOutput<typeof incidentsChangeSchema>;

export type IncidentRow = v.InferOutput<typeof incidentRowSchema>;
export type IncidentDetail = v.InferOutput<typeof incidentDetailSchema>;
export type Delivery = v.InferOutput<typeof deliverySchema>;
export type Escalates = v.InferOutput<typeof escalatesSchema>;
export type TimelineItem = v.InferOutput<typeof timelineItemSchema>;
