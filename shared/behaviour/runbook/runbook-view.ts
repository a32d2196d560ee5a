import type { RunbooksGlance, TaskView } from "../../runbook/runbook-shape.ts";
import type { Task } from "../../runbook/task.ts";
import type { AppState } from "../../state/state.ts";
import { findService, nameOf } from "../../team/lookup.ts";
import type { Team } from "../../team/team.ts";

/* Runbooks as screens are told of them with the snapshot. */

const shownTasks = 200;

/** Runbooks at a glance, with the tasks that are due first. */
export function runbooksGlance(state: AppState): RunbooksGlance {
  const { known, revision, byId } = state.runbooks;
  let drafts = 0;
  for (const { draft } of byId.values()) if (draft) drafts += 1;
  const tasks = tasksOf(state);
  const due = tasks.filter(({ kind }) => kind === "review-due").length;
  return { revision, known, count: byId.size, due, drafts, tasks: tasks.slice(0, shownTasks) };
}

/** Every task with names for ids, what is due first in front. */
export function tasksOf({ loaded, tasks }: AppState): readonly TaskView[] {
  if (!loaded) return [];
  const ordered = [...tasks.values()].toSorted((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1));
  return ordered.map((task) => taskView(loaded.team, task));
}

function taskView(team: Team, task: Task): TaskView {
  const { id, kind, title, madeAt, dueAt, owner } = task;
  const service = task.service === undefined ? undefined : findService(team, task.service);
  return {
    id,
    kind,
    title,
    madeAt,
    dueAt,
    ...(owner !== undefined && { owner: { id: owner, name: nameOf(team, owner) } }),
    ...(service && { service: { id: service.id, name: service.name } }),
    ...("runbook" in task && { runbook: task.runbook }),
    incidents: "incidents" in task ? [...task.incidents] : [],
  };
}
