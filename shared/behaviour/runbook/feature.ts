import { assignTask } from "../../state/assign-task.ts";
import type { Feature } from "../../state/feature.ts";
import { onRunbooksKnown } from "./on-runbooks.ts";
import { draftWritten, runbookReviewed, tickRunbook } from "./carry-out.ts";
import { runbooksGlance } from "./runbook-view.ts";
import { nextReview, settleTasks } from "./settle-tasks.ts";

/** Runbooks: which there are, what was ticked in them, and what is to be written, finished or reviewed. */
export const runbook = {
  hear: {
    "runbooks-known": onRunbooksKnown,
  },
  command: {
    "tick-runbook": tickRunbook,
    "assign-task": assignTask,
    "draft-written": draftWritten,
    "runbook-reviewed": runbookReviewed,
  },
  settle: [{ step: settleTasks, wake: nextReview }],
  view: (state) => ({ runbooks: runbooksGlance(state) }),
} satisfies Feature;
