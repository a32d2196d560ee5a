import * as v from "valibot";
import { shiftViewSchema } from "../schedule/shift-shape.ts";
import { notifierViewSchema } from "../paging/notice.ts";
import { drillSchema } from "../paging/drill.ts";
import { announcementViewSchema } from "../paging/announcement-shape.ts";
import { sourceViewSchema } from "../source/source-shape.ts";
import { roles } from "../team/team.ts";
import { attributionSchema, calendarViewSchema } from "../calendar/calendar-shape.ts";
import { runbooksGlanceSchema } from "../runbook/runbook-shape.ts";
import { handoffViewSchema } from "../handoff/handoff-shape.ts";
import { lastScheduleChangeSchema } from "../schedule/last-change-shape.ts";
import { keptAsideSchema } from "../state/restored.ts";
import { journalStateSchema } from "../state/journal-state.ts";
import { settingsSchema } from "../state/settings.ts";
import { instantSchema, listOf } from "../wire.ts";
import { countsSchema, deliverySchema, incidentDetailSchema } from "../incident/incident-shape.ts";
import { personRefSchema } from "../team/person-ref.ts";

/*
 * What a host tells a screen. Instants are milliseconds since the epoch by the host's clock; people appear with their names,
 * because a screen has no team file. Nothing here is secret.
 */

const text = v.string();
const role = v.picklist(roles);
const optional = v.exactOptional;

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
  counts: countsSchema,
  /** Since when nothing has been open; absent while something is. */
  quietSince: optional(instantSchema),
  sources: listOf(sourceViewSchema),
  calendars: listOf(calendarViewSchema),
  notifier: notifierViewSchema,
  journal: journalStateSchema,
  keptAside: keptAsideSchema,
  runbooks: runbooksGlanceSchema,
  outbox: listOf(v.object({ id: text, incident: text, title: text, source: text, delivery: deliverySchema })),
  drill: optional(drillSchema),
  /** Of the last 14 days and not dismissed; the latest first. */
  announcements: listOf(announcementViewSchema),
  lastScheduleChange: optional(lastScheduleChangeSchema),
  secrets: listOf(v.object({ name: text, present: v.boolean(), usedBy: listOf(text) })),
  secretKeeping: v.picklist(["keyring", "file", "memory"]),
  inbox: optional(v.object({ url: text, port: v.number(), wantedPort: optional(v.number()), tokenFile: text })),
  trayAvailable: v.boolean(),
});

export type Snapshot = v.InferOutput<typeof snapshotSchema>;
export type TraySummary = v.InferOutput<typeof traySummarySchema>;
export type TrayState = TraySummary["state"];
