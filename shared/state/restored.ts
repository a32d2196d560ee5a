import * as v from "valibot";
import type { CalendarHealth } from "../calendar/calendar-state.ts";
import type { KnownCalendar } from "../calendar/calendar-content.ts";
import type { KnownHandoff, OwnDraft } from "../handoff/handoff-state.ts";
import type { Incident } from "../incident/incident.ts";
import type { OutboxEntry } from "../incident/outbox.ts";
import type { SourceHealth } from "../source/source-health.ts";
import type { KeptAnnouncement } from "../paging/kept-announcement.ts";
import type { Telling } from "../paging/telling.ts";
import type { IncidentTicks } from "../runbook/runbook-state.ts";
import type { Task } from "../runbook/task.ts";
import type { ScheduleChange } from "../schedule/change-record.ts";
import type { ShiftsTold } from "../schedule/shift-told.ts";
import type { Instant } from "../time/instant.ts";
import { schemaOf, type Output } from "../wire.ts";

/** Since when and until when it is quiet: nothing has been open since, and nothing is to sound until. */
export type Quiet = { readonly quietUntil?: Instant; readonly quietSince?: Instant };

/** What survives a restart, by the names of its kinds; one value is one record. */
export type KeptValues = {
  readonly incident: Incident;
  readonly outbox: OutboxEntry;
  readonly telling: Telling;
  readonly source: SourceHealth;
  readonly calendar: CalendarHealth;
  readonly "calendar-content": KnownCalendar;
  readonly announcement: KeptAnnouncement;
  readonly ticks: IncidentTicks;
  readonly task: Task;
  readonly handoff: KnownHandoff;
  readonly "handoff-draft": OwnDraft | null;
  readonly rounds: Readonly<Record<string, number>>;
  readonly "schedule-changes": readonly ScheduleChange[];
  readonly risks: readonly string[];
  readonly shifts: ShiftsTold;
  readonly quiet: Quiet;
};
export type KeptName = keyof KeptValues;

const count = v.exactOptional(v.number());

/** How many records could not be read, by what they are of; `other` is what Baton knows nothing of. */
export const unreadCountsSchema = schemaOf<Partial<Record<KeptName | "other", number>>>()(
  v.object({
    incident: count,
    outbox: count,
    telling: count,
    source: count,
    calendar: count,
    "calendar-content": count,
    announcement: count,
    ticks: count,
    task: count,
    handoff: count,
    "handoff-draft": count,
    rounds: count,
    "schedule-changes": count,
    risks: count,
    shifts: count,
    quiet: count,
    other: count,
  }),
);
export type UnreadCounts = Output<typeof unreadCountsSchema>;

/** The records that were put aside because they could not be read: at this start, and before it. */
export const keptAsideSchema = v.object({ now: unreadCountsSchema, before: unreadCountsSchema });
export type KeptAside = Output<typeof keptAsideSchema>;

/** What survived the last run. */
export type Restored = { readonly [K in KeptName]?: readonly KeptValues[K][] };
