import * as v from "valibot";
import type { Instant } from "../time/instant.ts";
import { coverStates } from "../schedule/cover-state.ts";
import { roles, severities } from "../team/team.ts";
import { attributionSchema, calendarViewSchema } from "./calendars/calendar-shape.ts";
import { runbooksGlanceSchema, runbookViewSchema, tickSchema } from "./runbooks/runbook-shape.ts";
import { handoffViewSchema } from "./handoff/handoff-shape.ts";
import { lastScheduleChangeSchema } from "./schedule-change/last-change-shape.ts";
import { settingsSchema } from "./settings.ts";

/*
 * What a host tells a screen. Instants are milliseconds since the epoch by the host's clock; people appear with their names,
 * because a screen has no team file. Nothing here is secret.
 */

const instantSchema = v.custom<Instant>((value) => Number.isSafeInteger(value));
const text = v.string();
const severity = v.picklist(severities);
const role = v.picklist(roles);
const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.readonly());
const optional = <T extends v.GenericSchema>(item: T) => v.exactOptional(item);

export const personRefSchema = v.object({ id: text, name: text });
export const linkSchema = v.object({ title: text, url: text });

export const standingKinds = ["triggered", "acknowledged", "snoozed", "resolved"] as const;

/** The next person or people to be paged, and when; `nobody` when the policy has run out. */
export const escalatesSchema = v.variant("kind", [
  v.object({
    kind: v.literal("pages"),
    at: instantSchema,
    people: list(personRefSchema),
    step: v.number(),
    steps: v.number(),
  }),
  v.object({ kind: v.literal("exhausted"), people: list(personRefSchema) }),
  v.object({ kind: v.literal("none") }),
]);

export const deadlineSchema = v.object({
  by: instantSchema,
  from: instantSchema,
  /** Set once it was met. */
  metAt: optional(instantSchema),
});

/** What became of the last thing asked of the source. */
export const deliverySchema = v.variant("kind", [
  v.object({
    kind: v.literal("waiting"),
    action: text,
    since: instantSchema,
    attempts: v.number(),
    nextAt: instantSchema,
    failure: optional(text),
  }),
  v.object({ kind: v.literal("confirmed"), action: text, at: instantSchema }),
  v.object({ kind: v.literal("refused"), action: text, at: instantSchema, reason: text }),
]);

export const suppressionSchema = v.object({
  by: v.picklist(["silence", "inhibition", "mute-time"]),
  author: optional(text),
  comment: optional(text),
  until: optional(instantSchema),
});

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

export const timelineItemSchema = v.object({
  at: instantSchema,
  by: optional(text),
  kind: text,
  facts: v.record(text, v.union([text, v.number()])),
});

/** Everything about one incident. */
export const incidentDetailSchema = v.object({
  ...incidentRowSchema.entries,
  sourceName: text,
  area: optional(text),
  labels: v.record(text, text),
  links: list(linkSchema),
  runbook: runbookViewSchema,
  /** Lines of its runbook that were done for it. */
  ticks: list(tickSchema),
  owners: list(
    v.object({ ...personRefSchema.entries, role: v.picklist(["primary", "secondary"]), reason: optional(text) }),
  ),
  respond: optional(deadlineSchema),
  resolve: optional(deadlineSchema),
  escalates: escalatesSchema,
  paged: list(personRefSchema),
  suppression: optional(suppressionSchema),
  acknowledgedBy: optional(text),
  acknowledgedUntil: optional(instantSchema),
  snoozedUntil: optional(instantSchema),
  delivery: optional(deliverySchema),
  /** What the source lets Baton do; acknowledge, snooze, escalate and note always work in Baton itself. */
  canResolve: v.boolean(),
  acknowledgesInSource: v.boolean(),
  timeline: list(timelineItemSchema),
});

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
  peers: list(v.object({ peer: text, failure: optional(text) })),
  unparsed: v.number(),
  open: v.number(),
  /** Names of secrets that it needs and that are absent. */
  missingSecrets: list(text),
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
  escalates: optional(v.object({ at: instantSchema, people: list(text) })),
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
  onCallNow: list(
    v.object({
      schedule: text,
      /** `unknown`: a calendar leaves open who is on call, which is not "nobody". */
      state: v.picklist(coverStates),
      people: list(v.object({ ...personRefSchema.entries, role, until: instantSchema })),
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
      people: list(personRefSchema),
      services: list(v.object({ id: text, name: text })),
      schedules: list(
        v.object({
          id: text,
          name: text,
          timezone: text,
          /** Ids of the calendars whose shifts replace its rotations. */
          calendars: list(text),
        }),
      ),
      /** To be shown where holidays are, if any of them come of regions. */
      holidaysBy: optional(attributionSchema),
      /** Another number means another team in force: what was asked about the old one is to be asked again. */
      revision: v.number(),
    }),
  ),
  /** Set while the file on disk is bad and an earlier good one is in use; one line per problem. */
  teamProblems: list(text),
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
  sources: list(sourceViewSchema),
  calendars: list(calendarViewSchema),
  notifier: notifierViewSchema,
  journal: v.variant("kind", [
    v.object({ kind: v.literal("ok") }),
    v.object({ kind: v.literal("memory"), reason: text, since: instantSchema }),
    v.object({ kind: v.literal("recovered"), keptAside: text }),
  ]),
  runbooks: runbooksGlanceSchema,
  outbox: list(v.object({ id: text, incident: text, title: text, source: text, delivery: deliverySchema })),
  drill: optional(drillViewSchema),
  /** Of the last 14 days and not dismissed; the latest first. */
  announcements: list(announcementViewSchema),
  lastScheduleChange: optional(lastScheduleChangeSchema),
  secrets: list(v.object({ name: text, present: v.boolean(), usedBy: list(text) })),
  secretKeeping: v.picklist(["keyring", "file", "memory"]),
  inbox: optional(v.object({ url: text, port: v.number(), wantedPort: optional(v.number()), tokenFile: text })),
  trayAvailable: v.boolean(),
});

export type Snapshot = v.InferOutput<typeof snapshotSchema>;
export type IncidentRow = v.InferOutput<typeof incidentRowSchema>;
export type IncidentDetail = v.InferOutput<typeof incidentDetailSchema>;
export type SourceView = v.InferOutput<typeof sourceViewSchema>;
export type TraySummary = v.InferOutput<typeof traySummarySchema>;
export type TrayState = TraySummary["state"];
export type ShiftView = v.InferOutput<typeof shiftViewSchema>;
export type Delivery = v.InferOutput<typeof deliverySchema>;
export type Escalates = v.InferOutput<typeof escalatesSchema>;
export type Deadline = v.InferOutput<typeof deadlineSchema>;
export type TimelineItem = v.InferOutput<typeof timelineItemSchema>;
export type PersonRef = v.InferOutput<typeof personRefSchema>;
export type AnnouncementView = v.InferOutput<typeof announcementViewSchema>;
export type DrillView = v.InferOutput<typeof drillViewSchema>;

/** A change of the incident list. `reset` says that rows not named here are gone; parts of one reset follow each other. */
export const incidentsChangeSchema = v.object({
  reset: v.boolean(),
  /** False while further parts of the same change follow. */
  complete: v.boolean(),
  rows: list(incidentRowSchema),
  removed: list(text),
});
export type IncidentsChange = v.InferOutput<typeof incidentsChangeSchema>;
