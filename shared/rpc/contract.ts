import * as v from "valibot";
import { incidentDetailSchema, incidentsChangeSchema } from "../incident/incident-shape.ts";
import { snapshotSchema } from "../app/snapshot-shape.ts";
import { insightSchema } from "../insight/insight-shape.ts";
import { idSchema as id } from "../wire.ts";
import { viewNames } from "./view-name.ts";
import { decidedCommands } from "../state/command.ts";
import { severities } from "../team/team.ts";
import { calendarContract, calendarScope } from "./calendar-contract.ts";
import { asEntries } from "./decided.ts";
import { defineContract } from "./define.ts";
import { logContract } from "./log-contract.ts";
import { helperContract } from "./helper-contract.ts";
import { outcome } from "./outcome.ts";
import { runbookContract } from "./runbook-contract.ts";
import { scheduleChangeContract } from "./schedule-change-contract.ts";
import { pastContract } from "./past-contract.ts";
import { scheduleContract } from "./schedule-contract.ts";

export type { Outcome } from "./outcome.ts";

const nothing = v.object({});

/** Every command and push between a host and a screen. */
export const contract = defineContract({
  commands: {
    /** The whole state, for a screen that has just connected; `incidents` pushes with `reset` follow. */
    hello: { input: nothing, output: snapshotSchema },
    incident: { input: v.object({ id }), output: v.nullable(incidentDetailSchema) },
    ...scheduleContract,
    /** The figures of the last so many weeks; null without a team, or where the journal cannot be read. */
    insight: {
      input: v.object({ weeks: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(260)) }),
      output: v.nullable(insightSchema),
    },
    "send-test-incident": {
      input: v.object({ service: v.exactOptional(id), severity: v.picklist(severities) }),
      output: outcome,
    },
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
    ...calendarContract,
    /** A file on the host's machine, ending in .ics; the desktop host shows a dialog when none is given. */
    "export-calendar": {
      input: v.object({
        scope: calendarScope,
        path: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(4_096))),
      }),
      output: outcome,
    },
    ...asEntries(decidedCommands),
    ...logContract,
    ...runbookContract,
    ...scheduleChangeContract,
    ...pastContract,
    ...helperContract,
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
