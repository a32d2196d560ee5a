import * as v from "valibot";
import { coverStates } from "../schedule/cover-state.ts";
import { roles } from "../team/team.ts";
import { attributionSchema, calendarViewSchema } from "../calendar/calendar-shape.ts";
import { runbooksGlanceSchema } from "../runbook/runbook-shape.ts";
import { handoffViewSchema } from "../handoff/handoff-shape.ts";
import { lastScheduleChangeSchema } from "../schedule/last-change-shape.ts";
import { settingsSchema } from "../state/settings.ts";
import { instantSchema, listOf } from "../wire.ts";
import { deliverySchema, incidentDetailSchema } from "../incident/incident-shape.ts";
import { personRefSchema } from "../team/person-ref.ts";

/*
 * What a host tells a screen. Instants are milliseconds since the epoch by the host's clock; people appear with their names,
 * because a screen has no team file. Nothing here is secret.
 */

const text = v.string();
const role = v.picklist(roles);
const optional = v.exactOptional;

export const freshnessKinds = ["fresh", "stale", "blind"] as const;

export const sourceViewSchema = v.object({
  id: text,
  name: text,
  kind: text,
  freshness: v.picklist(freshnessKinds),
  /** Never: no good answer was ever received. */
  lastGoodAt: optional(instantSchema),
  nextPollAt: optional(instantSchema),
  polling: v.boolean(),
  failure: optional(v.object({ kind: text, facts: v.record(text, v.union([text, v.number()])) })),
  peers: listOf(v.object({ peer: text, failure: optional(text) })),
  unparsed: v.number(),
  open: v.number(),
  /** Names of secrets that it needs and that are absent. */
  missingSecrets: listOf(text),
});

export const trayStates = [
  "off",
  "soon",
  "on",
  "backup",
  "triggered",
  "acknowledged",
  "stale",
  "blind",
  "drill",
] as const;

/** The tray at a glance; hosts and screens word it. */
export const traySummarySchema = v.object({
  state: v.picklist(trayStates),
  /** Unacknowledged incidents of mine. */
  count: v.number(),
  open: v.number(),
  role: optional(role),
  until: optional(instantSchema),
  nextShiftAt: optional(instantSchema),
  next: optional(text),
  escalates: optional(v.object({ at: instantSchema, people: listOf(text) })),
  /** Quiet that the person asked for, and can end. */
  quietUntil: optional(instantSchema),
  /** The team's quiet hours, while they last. */
  quietHoursUntil: optional(instantSchema),
});

export const shiftViewSchema = v.object({
  /** `unknown`: Baton was not told who I am, no schedule is loaded, or a calendar leaves open who is on call. */
  standing: v.picklist(["primary", "secondary", "backup", "off", "unknown"]),
  /** A schedule's id, here and below; `team.schedules` has the names. */
  schedule: optional(text),
  from: optional(instantSchema),
  until: optional(instantSchema),
  because: optional(text),
  /** Who follows me, or who is on call now when I am not. */
  next: optional(personRefSchema),
  onCallNow: listOf(
    v.object({
      schedule: text,
      /** `unknown`: a calendar leaves open who is on call, which is not "nobody". */
      state: v.picklist(coverStates),
      people: listOf(v.object({ ...personRefSchema.entries, role, until: instantSchema })),
    }),
  ),
  myNext: optional(v.object({ role, schedule: text, from: instantSchema, to: instantSchema })),
});

export const notifierViewSchema = v.object({
  adapter: text,
  working: v.boolean(),
  reason: optional(text),
  buttons: v.boolean(),
  server: optional(text),
});

export const drillViewSchema = v.variant("kind", [
  v.object({
    kind: v.literal("running"),
    startedAt: instantSchema,
    answerBy: instantSchema,
    shownAt: optional(instantSchema),
  }),
  v.object({ kind: v.literal("passed"), at: instantSchema, milliseconds: v.number() }),
  v.object({ kind: v.literal("failed"), at: instantSchema, reason: text }),
]);

/** What was announced to the team; `text` is Markdown. */
export const announcementViewSchema = v.object({ id: text, topic: text, title: text, text, at: instantSchema });

export const snapshotSchema = v.object({
  version: text,
  host: v.picklist(["desktop", "browser"]),
  /** The host's clock when this was made. */
  now: instantSchema,
  zone: text,
  team: optional(
    v.object({
      id: text,
      name: text,
      sample: v.boolean(),
      path: text,
      people: listOf(personRefSchema),
      services: listOf(v.object({ id: text, name: text })),
      schedules: listOf(
        v.object({
          id: text,
          name: text,
          timezone: text,
          /** Ids of the calendars whose shifts replace its rotations. */
          calendars: listOf(text),
        }),
      ),
      /** To be shown where holidays are, if any of them come of regions. */
      holidaysBy: optional(attributionSchema),
      /** Another number means another team in force: what was asked about the old one is to be asked again. */
      revision: v.number(),
    }),
  ),
  /** Set while the file on disk is bad and an earlier good one is in use; one line per problem. */
  teamProblems: listOf(text),
  me: optional(personRefSchema),
  settings: settingsSchema,
  shift: shiftViewSchema,
  handoff: handoffViewSchema,
  tray: traySummarySchema,
  current: optional(incidentDetailSchema),
  counts: v.object({
    triggered: v.number(),
    acknowledged: v.number(),
    snoozed: v.number(),
    suppressed: v.number(),
    mine: v.number(),
    resolved: v.number(),
  }),
  /** Since when nothing has been open; absent while something is. */
  quietSince: optional(instantSchema),
  sources: listOf(sourceViewSchema),
  calendars: listOf(calendarViewSchema),
  notifier: notifierViewSchema,
  journal: v.variant("kind", [
    v.object({ kind: v.literal("ok") }),
    v.object({ kind: v.literal("memory"), reason: text, since: instantSchema }),
    v.object({ kind: v.literal("recovered"), keptAside: text }),
  ]),
  runbooks: runbooksGlanceSchema,
  outbox: listOf(v.object({ id: text, incident: text, title: text, source: text, delivery: deliverySchema })),
  drill: optional(drillViewSchema),
  /** Of the last 14 days and not dismissed; the latest first. */
  announcements: listOf(announcementViewSchema),
  lastScheduleChange: optional(lastScheduleChangeSchema),
  secrets: listOf(v.object({ name: text, present: v.boolean(), usedBy: listOf(text) })),
  secretKeeping: v.picklist(["keyring", "file", "memory"]),
  inbox: optional(v.object({ url: text, port: v.number(), wantedPort: optional(v.number()), tokenFile: text })),
  trayAvailable: v.boolean(),
});

export type Snapshot = v.InferOutput<typeof snapshotSchema>;
export type SourceView = v.InferOutput<typeof sourceViewSchema>;
export type TraySummary = v.InferOutput<typeof traySummarySchema>;
export type TrayState = TraySummary["state"];
export type ShiftView = v.InferOutput<typeof shiftViewSchema>;
export type AnnouncementView = v.InferOutput<typeof announcementViewSchema>;
