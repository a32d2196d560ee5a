import * as v from "valibot";
import { incidentDetailSchema, incidentsChangeSchema } from "../incident/incident-shape.ts";
import { snapshotSchema } from "../app/snapshot-shape.ts";
import { insightSchema } from "../insight/insight-shape.ts";
import { viewNames } from "./view-name.ts";
import { severities } from "../team/team.ts";
import { calendarCommands, calendarScope } from "./calendar-commands.ts";
import { defineContract } from "./define.ts";
import { logCommands } from "./log-commands.ts";
import { handoffCommands } from "./handoff-commands.ts";
import { helperCommands } from "./helper-commands.ts";
import { outcome } from "./outcome.ts";
import { runbookCommands } from "./runbook-commands.ts";
import { scheduleChangeCommands } from "./schedule-change-commands.ts";
import { pastCommands } from "./past-commands.ts";
import { scheduleCommands } from "./schedule-commands.ts";

export type { Outcome } from "./outcome.ts";

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const ids = v.pipe(v.array(id), v.minLength(1), v.maxLength(20_000), v.readonly());
const nothing = v.object({});
const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(60_000), v.maxValue(7 * 86_400_000));

/** Every command and push between a host and a screen. */
export const contract = defineContract({
  commands: {
    /** The whole state, for a screen that has just connected; `incidents` pushes with `reset` follow. */
    hello: { input: nothing, output: snapshotSchema },
    acknowledge: { input: v.object({ ids, for: v.exactOptional(milliseconds) }), output: outcome },
    unacknowledge: { input: v.object({ ids }), output: outcome },
    snooze: { input: v.object({ ids, for: milliseconds }), output: outcome },
    resolve: { input: v.object({ ids }), output: outcome },
    escalate: { input: v.object({ id }), output: outcome },
    "add-note": {
      input: v.object({ id, text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(4_000)) }),
      output: outcome,
    },
    "set-severity": { input: v.object({ ids, severity: v.picklist(severities) }), output: outcome },
    incident: { input: v.object({ id }), output: v.nullable(incidentDetailSchema) },
    ...scheduleCommands,
    /** The figures of the last so many weeks; null without a team, or where the journal cannot be read. */
    insight: {
      input: v.object({ weeks: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(260)) }),
      output: v.nullable(insightSchema),
    },
    "retry-source": { input: v.object({ source: id }), output: outcome },
    "retry-calendar": { input: v.object({ calendar: id }), output: outcome },
    "send-test-incident": {
      input: v.object({ service: v.exactOptional(id), severity: v.picklist(severities) }),
      output: outcome,
    },
    "test-notification": { input: nothing, output: outcome },
    "pager-check": { input: nothing, output: outcome },
    /** Answers the drill from the window. */
    "answer-drill": { input: nothing, output: outcome },
    quiet: { input: v.object({ for: v.nullable(milliseconds) }), output: outcome },
    "set-me": { input: v.object({ person: id }), output: outcome },
    "change-settings": {
      input: v.object({
        sound: v.exactOptional(v.boolean()),
        notifyAll: v.exactOptional(v.boolean()),
        startAtLogin: v.exactOptional(v.boolean()),
        globalAcknowledge: v.exactOptional(v.boolean()),
        shiftLead: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60))),
        shiftCheck: v.exactOptional(v.boolean()),
        inboxPort: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535))),
      }),
      output: outcome,
    },
    "set-secret": {
      input: v.object({ name: id, value: v.pipe(v.string(), v.minLength(1), v.maxLength(10_000)) }),
      output: outcome,
    },
    "remove-secret": { input: v.object({ name: id }), output: outcome },
    /** A path typed or chosen by the person; the desktop host shows a file dialog when none is given. */
    "open-team-file": {
      input: v.object({ path: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(4_096))) }),
      output: outcome,
    },
    "open-link": { input: v.object({ url: v.pipe(v.string(), v.maxLength(4_096)) }), output: outcome },
    ...calendarCommands,
    /** A file on the host's machine, ending in .ics; the desktop host shows a dialog when none is given. */
    "export-calendar": {
      input: v.object({
        scope: calendarScope,
        path: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(4_096))),
      }),
      output: outcome,
    },
    "dismiss-announcement": { input: v.object({ id: v.pipe(v.string(), v.maxLength(1_000)) }), output: outcome },
    ...handoffCommands,
    /** Dismisses the word on a refused action. */
    "dismiss-delivery": { input: v.object({ id }), output: outcome },
    ...logCommands,
    ...runbookCommands,
    ...scheduleChangeCommands,
    ...pastCommands,
    ...helperCommands,
  },
  pushes: {
    snapshot: snapshotSchema,
    incidents: incidentsChangeSchema,
    /** Show a view: the person clicked a notification or a menu item. */
    navigate: v.object({
      view: v.picklist(viewNames),
      incident: v.exactOptional(id),
    }),
    /** A sound that the notification does not make; `raise` where there is no notification, and the window stands in for it. */
    alarm: v.object({ severity: v.picklist(severities), raise: v.boolean() }),
  },
});

export type Contract = typeof contract;
