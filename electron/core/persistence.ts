import * as v from "valibot";
import type { Restored } from "../../shared/state/event.ts";
import type { KeptAnnouncement } from "../../shared/paging/kept-announcement.ts";
import type { ShiftsTold } from "../../shared/schedule/shift-told.ts";
import type { AppState, SourceState, Telling } from "../../shared/state/state.ts";
import type { ScheduleChange } from "../../shared/schedule/change-record.ts";
import type { Incident } from "../../shared/incident/incident.ts";
import type { OutboxEntry } from "../../shared/incident/outbox.ts";
import type { IncidentTicks } from "../../shared/runbook/runbook-state.ts";
import { taskKinds, type Task } from "../../shared/runbook/task.ts";
import { instant, type Instant } from "../../shared/time/instant.ts";
import { calendarChanges, restoreCalendars, storedCalendars } from "./kept-calendars.ts";
import { handoffRecords, restoreHandoffs } from "./handoff-records.ts";
import { endedBetween } from "./incident/past-incidents.ts";
import type { StoreChange } from "./ports.ts";
import type { Kept } from "./records.ts";

/*
 * What of the state survives a restart, and how it lies in the store: one record per incident, outbox entry, telling and source,
 * and one for the rest. Which records changed is seen by reference, because the core replaces what it changes.
 */

type Changes = { readonly puts: Kept[]; readonly removes: { readonly collection: string; readonly id: string }[] };

/** A good answer is written down at most this often; only its age matters. */
const goodAnswerGrain = 60_000;

/** The records in which two states differ. */
export function changesBetween(before: AppState, after: AppState): Omit<StoreChange, "entries"> {
  const changes: Changes = { puts: [], removes: [] };
  compare(changes, "incident", [before.incidents, after.incidents]);
  compare(changes, "outbox", [before.outbox, after.outbox]);
  compare(changes, "telling", [before.tellings, after.tellings]);
  compare(changes, "announcement", [before.announcements, after.announcements]);
  compare(changes, "ticks", [before.ticks, after.ticks]);
  compare(changes, "task", [before.tasks, after.tasks]);
  if (before.sources !== after.sources) compareSources(changes, before, after);
  const calendars = calendarChanges({ before: before.calendars, after: after.calendars });
  changes.puts.push(...calendars.puts);
  changes.removes.push(...calendars.removes);
  if (before.scheduleChanges.made !== after.scheduleChanges.made) {
    changes.puts.push({ collection: "app", id: "schedule-changes", body: after.scheduleChanges.made });
  }
  if (before.toldRisks !== after.toldRisks) {
    changes.puts.push({ collection: "app", id: "risks", body: [...after.toldRisks] });
  }
  if (before.shiftsTold !== after.shiftsTold && after.shiftsTold) {
    changes.puts.push({ collection: "app", id: "shifts", body: after.shiftsTold });
  }
  if (before.handoffs !== after.handoffs) {
    compare(changes, "handoff", [before.handoffs.known, after.handoffs.known]);
    changes.puts.push(...handoffRecords(before.handoffs, after.handoffs));
  }
  if (before.quietUntil !== after.quietUntil || before.quietSince !== after.quietSince) {
    changes.puts.push(quietRecord(after));
  }
  const past = endedBetween(before, after);
  return past.length === 0 ? changes : { ...changes, past };
}

function compare<T>(
  changes: Changes,
  collection: string,
  [before, after]: readonly [ReadonlyMap<string, T>, ReadonlyMap<string, T>],
): void {
  if (before === after) return;
  let kept = 0;
  for (const [id, body] of after) {
    const old = before.get(id);
    if (old !== undefined) kept += 1;
    if (old !== body) changes.puts.push({ collection, id, body });
  }
  if (kept === before.size) return;
  for (const id of before.keys()) if (!after.has(id)) changes.removes.push({ collection, id });
}

function compareSources(changes: Changes, before: AppState, after: AppState): void {
  for (const [id, source] of after.sources) {
    const old = before.sources.get(id);
    if (old && sameTold(old, source) && grain(old) === grain(source)) continue;
    const { lastGoodAt, toldFreshness, toldTogetherAt } = source;
    changes.puts.push({
      collection: "source",
      id,
      body: {
        id,
        toldFreshness,
        ...(toldTogetherAt !== undefined && { toldTogetherAt }),
        ...(lastGoodAt !== undefined && { lastGoodAt }),
      },
    });
  }
}

const sameTold = (one: SourceState, other: SourceState): boolean =>
  one.toldFreshness === other.toldFreshness && one.toldTogetherAt === other.toldTogetherAt;

const grain = ({ lastGoodAt }: SourceState): number => Math.floor((lastGoodAt ?? 0) / goodAnswerGrain);

const quietRecord = ({ quietUntil, quietSince }: AppState): Kept => ({
  collection: "app",
  id: "quiet",
  body: { ...(quietUntil !== undefined && { quietUntil }), ...(quietSince !== undefined && { quietSince }) },
});

const isInstant = (value: unknown): value is Instant => Number.isSafeInteger(value);
const instantSchema = v.custom<Instant>(isInstant);
const standingSchema = v.looseObject({ kind: v.picklist(["triggered", "acknowledged", "snoozed", "resolved"]) });

/** Enough to tell a record of ours from one that is broken; everything in the store was written by this module. */
const incidentRecord = v.looseObject({
  id: v.string(),
  source: v.string(),
  key: v.string(),
  title: v.string(),
  severity: v.picklist(["critical", "major", "minor", "info"]),
  labels: v.record(v.string(), v.string()),
  links: v.array(v.object({ title: v.string(), url: v.string() })),
  startedAt: instantSchema,
  seenAt: instantSchema,
  openedAt: instantSchema,
  standing: standingSchema,
  flaps: v.array(instantSchema),
  timeline: v.array(v.looseObject({ at: instantSchema })),
});
const outboxRecord = v.looseObject({
  id: v.string(),
  incident: v.string(),
  source: v.string(),
  action: v.looseObject({ kind: v.string() }),
  state: v.looseObject({ kind: v.string() }),
});
const tellingRecord = v.looseObject({
  incident: v.string(),
  toldAt: instantSchema,
  times: v.number(),
  shownAs: v.string(),
  confirmed: v.boolean(),
});
const sourceRecord = v.object({
  id: v.string(),
  lastGoodAt: v.exactOptional(instantSchema),
  toldFreshness: v.picklist(["fresh", "stale", "blind"]),
  toldTogetherAt: v.exactOptional(instantSchema),
});
const ticksRecord = v.object({
  incident: v.string(),
  ticks: v.array(v.object({ item: v.string(), text: v.string(), by: v.string(), at: instantSchema })),
});
const taskRecord = v.looseObject({
  id: v.string(),
  kind: v.picklist(taskKinds),
  title: v.string(),
  madeAt: instantSchema,
  dueAt: instantSchema,
});
const changeRecord = v.looseObject({
  id: v.string(),
  at: instantSchema,
  schedule: v.string(),
  change: v.looseObject({ kind: v.picklist(["override", "swap"]) }),
  edit: v.looseObject({ path: v.string(), before: v.string(), after: v.string() }),
  standing: v.picklist(["writing", "written", "undoing"]),
});
const quietSchema = v.object({
  quietUntil: v.exactOptional(instantSchema),
  quietSince: v.exactOptional(instantSchema),
});

const announcementRecord = v.looseObject({
  at: instantSchema,
  forgetAt: instantSchema,
  announcement: v.looseObject({ id: v.string(), topic: v.string(), title: v.string(), text: v.string() }),
});
const shiftsSchema = v.custom<ShiftsTold>((value) =>
  v.is(v.looseObject({ of: v.string(), schedules: v.record(v.string(), v.looseObject({})) }), value),
);

/** What the store kept, as the core takes it up, and how many records could not be read. */
export function restore(records: readonly Kept[]): { readonly restored: Restored; readonly unreadable: number } {
  let unreadable = 0;
  const read = (collection: string, schema: v.GenericSchema): readonly unknown[] =>
    records.flatMap((record) => {
      if (record.collection !== collection) return [];
      if (v.is(schema, record.body)) return [record.body];
      unreadable += 1;
      return [];
    });
  const risks = records.find(({ collection, id }) => collection === "app" && id === "risks")?.body;
  const quiet = records.find(({ collection, id }) => collection === "app" && id === "quiet")?.body;
  const shifts = records.find(({ collection, id }) => collection === "app" && id === "shifts")?.body;
  const made = records.find(({ collection, id }) => collection === "app" && id === "schedule-changes")?.body;
  const restored: Restored = {
    incidents: read("incident", incidentRecord) as readonly Incident[],
    outbox: read("outbox", outboxRecord) as readonly OutboxEntry[],
    tellings: read("telling", tellingRecord) as readonly Telling[],
    sources: read("source", sourceRecord) as Restored["sources"],
    ...restoreCalendars(read),
    ticks: read("ticks", ticksRecord) as readonly IncidentTicks[],
    tasks: read("task", taskRecord) as readonly Task[],
    toldRisks: v.is(v.array(v.string()), risks) ? risks : [],
    announcements: read("announcement", announcementRecord) as readonly KeptAnnouncement[],
    ...(v.is(shiftsSchema, shifts) && { shiftsTold: shifts }),
    handoffs: restoreHandoffs(records, () => (unreadable += 1)),
    ...(v.is(v.array(changeRecord), made) && { scheduleChanges: made as unknown as readonly ScheduleChange[] }),
    ...(v.is(quietSchema, quiet) ? quiet : {}),
  };
  return { restored, unreadable };
}

/** The state that the store holds after `restore`, record by record the same objects. */
export function storedState(empty: AppState, restored: Restored): AppState {
  const byId = <T extends { readonly id: string }>(items: readonly T[]): Map<string, T> =>
    new Map(items.map((item) => [item.id, item]));
  const { incidents, outbox, tellings, sources, toldRisks, announcements, shiftsTold, ticks, tasks } = restored;
  const { handoffs, scheduleChanges, quietUntil, quietSince } = restored;
  const blank = {
    watchedSince: instant(0),
    failures: 0,
    peers: [],
    unparsed: 0,
    heartbeatMissing: false,
    sightings: new Map(),
    asked: false,
  };
  return {
    ...empty,
    incidents: byId(incidents),
    outbox: byId(outbox),
    tellings: new Map(tellings.map((telling) => [telling.incident, telling])),
    sources: byId(sources.map((source) => ({ ...blank, ...source }))),
    calendars: storedCalendars(restored),
    toldRisks: new Set(toldRisks),
    announcements: new Map(announcements.map((kept) => [kept.announcement.id, kept])),
    ...(shiftsTold && { shiftsTold }),
    ticks: new Map(ticks.map((one) => [one.incident, one])),
    tasks: byId(tasks),
    handoffs: {
      ...empty.handoffs,
      ...(handoffs && { ...handoffs, known: byId(handoffs.known) }),
    },
    ...(scheduleChanges && { scheduleChanges: { made: scheduleChanges } }),
    ...(quietUntil !== undefined && { quietUntil }),
    ...(quietSince !== undefined && { quietSince }),
  };
}
