import type { CalendarHealth } from "../calendar/calendar-state.ts";
import type { KnownCalendar } from "../calendar/calendar-content.ts";
import type { KnownHandoff, OwnDraft } from "../handoff/handoff-state.ts";
import type { Incident } from "../incident/incident.ts";
import type { OutboxEntry } from "../incident/outbox.ts";
import type { SourceHealth } from "../incident/source-health.ts";
import type { KeptAnnouncement } from "../paging/kept-announcement.ts";
import type { Telling } from "../paging/telling.ts";
import type { IncidentTicks } from "../runbook/runbook-state.ts";
import type { Task } from "../runbook/task.ts";
import type { ScheduleChange } from "../schedule/change-record.ts";
import type { ShiftsTold } from "../schedule/shift-told.ts";
import type { Instant } from "../time/instant.ts";

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
  readonly "handoff-draft": OwnDraft;
  readonly rounds: Readonly<Record<string, number>>;
  readonly "schedule-changes": readonly ScheduleChange[];
  readonly risks: readonly string[];
  readonly shifts: ShiftsTold;
  readonly quiet: Quiet;
};
export type KeptName = keyof KeptValues;

/** What survived the last run. */
export type Restored = { readonly [K in KeptName]?: readonly KeptValues[K][] };
