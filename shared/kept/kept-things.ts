import type { KeptName } from "../state/restored.ts";
import { calendarContents, calendars } from "./calendars.ts";
import { announcements, handoffDraft, handoffs, rounds } from "./handoffs.ts";
import { incidents, outbox, quiet, risks, sources, tellings } from "./incidents.ts";
import type { KeptThing } from "./kept-thing.ts";
import { shifts, scheduleChanges } from "./schedules.ts";
import { tasks, ticks } from "./runbooks.ts";

/** Everything that survives a restart, a row for each kind of thing. */
export const keptThings: Readonly<Record<KeptName, KeptThing>> = {
  incident: incidents,
  outbox,
  telling: tellings,
  source: sources,
  calendar: calendars,
  "calendar-content": calendarContents,
  announcement: announcements,
  ticks,
  task: tasks,
  handoff: handoffs,
  "handoff-draft": handoffDraft,
  rounds,
  "schedule-changes": scheduleChanges,
  risks,
  shifts,
  quiet,
};
