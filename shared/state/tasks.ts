import type { Incident, IncidentId } from "../incident/incident.ts";
import type { RunbookId } from "../runbook/runbook.ts";
import type { Task, TaskId } from "../runbook/task.ts";
import { week } from "../time/duration.ts";
import { after, type Instant } from "../time/instant.ts";
import type { AppState } from "./state.ts";

/* How tasks are named, kept and dated. One task for a service, however many of its incidents ask for the same runbook. */

/** Longer than the longest usual shift, so that whoever was there still knows what it was. */
const writtenWithin = week;

export const dueAfter = (now: Instant): Instant => after(now, writtenWithin);

export const writeRunbookId = ({ service, id }: Pick<Incident, "service" | "id">): TaskId =>
  `write-runbook ${service ?? id}`;
export const finishDraftId = (runbook: RunbookId): TaskId => `finish-draft ${runbook}`;
export const reviewDueId = (runbook: RunbookId): TaskId => `review-due ${runbook}`;

/** The incidents that ask for it; none for a review. */
export const incidentsOf = (task: Task | undefined): readonly IncidentId[] =>
  task !== undefined && "incidents" in task ? task.incidents : [];

/** The state with some tasks replaced or added, and others taken away. */
export function withTasks(
  state: AppState,
  { put = [], remove = [] }: { readonly put?: readonly Task[]; readonly remove?: readonly TaskId[] },
): AppState {
  if (put.length === 0 && remove.length === 0) return state;
  const tasks = new Map(state.tasks);
  for (const id of remove) tasks.delete(id);
  for (const task of put) tasks.set(task.id, task);
  return { ...state, tasks };
}
