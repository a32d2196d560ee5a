import * as v from "valibot";
import { severities } from "../team/team.ts";
import { idSchema, listOf } from "../wire.ts";

const ids = v.pipe(listOf(idSchema), v.minLength(1), v.maxLength(20_000));
const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(60_000), v.maxValue(7 * 86_400_000));

/** What a person does to incidents. */
export const incidentCommands = {
  acknowledge: v.object({ ids, for: v.exactOptional(milliseconds) }),
  unacknowledge: v.object({ ids }),
  snooze: v.object({ ids, for: milliseconds }),
  resolve: v.object({ ids }),
  escalate: v.object({ id: idSchema }),
  "add-note": v.object({ id: idSchema, text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(4_000)) }),
  "set-severity": v.object({ ids, severity: v.picklist(severities) }),
  /** Dismisses the word on a refused action. */
  "dismiss-delivery": v.object({ id: idSchema }),
} as const;
