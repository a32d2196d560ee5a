import * as v from "valibot";
import { idSchema, instantSchema } from "../wire.ts";
import type { IncidentId } from "../incident/incident.ts";
import type { LocalDate } from "../time/civil.ts";
import type { RunbookId } from "./runbook.ts";

const taskId = v.pipe(v.string(), v.minLength(1), v.maxLength(4_096));

/** What a person asks of the tasks that runbooks leave. */
export const runbookCommands = {
  /** Says who is to do a task, and by when. */
  "assign-task": v.object({ task: taskId, person: idSchema, dueAt: instantSchema }),
} as const;

/** What people do with runbooks, once the host has read or written the file that it is about. */
export type RunbookCommand =
  | {
      readonly kind: "tick-runbook";
      readonly incident: IncidentId;
      readonly item: string;
      readonly text: string;
      readonly done: boolean;
    }
  /** The draft lies in the folder. */
  | {
      readonly kind: "draft-written";
      readonly incident: IncidentId;
      readonly runbook: RunbookId;
      readonly title: string;
    }
  | { readonly kind: "runbook-reviewed"; readonly runbook: RunbookId; readonly date: LocalDate };
