import { findPerson } from "../team/lookup.ts";
import type { PersonId } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";
import type { TaskId } from "../runbook/task.ts";
import { actor, refused } from "./command-tools.ts";
import type { Decision } from "./decision.ts";
import type { Stamp } from "./event.ts";
import type { AppState } from "./state.ts";
import { withTasks } from "./tasks.ts";

type Promised = { readonly task: TaskId; readonly person: PersonId; readonly dueAt: Instant };

/** Names a person and a date for a task. */
export function assignTask(
  state: AppState,
  { task: id, person, dueAt }: Promised,
  { now }: Pick<Stamp, "now">,
): Decision {
  const task = state.tasks.get(id);
  if (!task) return refused(state, "not-found");
  if (!state.loaded || !findPerson(state.loaded.team, person)) return refused(state, "unknown-person");
  const next = withTasks(state, { put: [{ ...task, owner: person, dueAt, promised: true }] });
  const body = { by: actor(state), task: id, person, dueAt };
  return {
    state: next,
    effects: [],
    entries: [{ at: now, kind: "task-assigned", body }],
    reply: { kind: "done", count: 1 },
  };
}
