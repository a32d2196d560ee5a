import { becomes } from "../../state/decision.ts";
import type { Feature } from "../../state/feature.ts";
import { withEntries } from "../../state/recent-log.ts";
import { saveNote, tickDuty, writeLog } from "./carry-out.ts";

/** The on-call log: what people write into it, and its newest lines. */
export const log = {
  hear: {
    started: (state, { log: lines = [] }) => becomes({ ...state, recentLog: withEntries([], lines) }),
  },
  command: { "write-log": writeLog, "tick-duty": tickDuty, "save-post-incident-note": saveNote },
} satisfies Feature;
