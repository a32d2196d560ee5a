import type { Incident } from "../../incident/incident.ts";
import { matchRunbook, type Match, type MatchedBy } from "../../runbook/match.ts";
import type { Task } from "../../runbook/task.ts";
import { findService, nameOf } from "../../team/lookup.ts";
import type { Service, Team } from "../../team/team.ts";
import type { AppState } from "../../state/state.ts";
import type { RunbookView, TickView, Why } from "../../incident/incident-runbook-shape.ts";
import type { RunbooksGlance, TaskView } from "../../runbook/runbook-shape.ts";
import { shelfOf } from "../../runbook/runbook-state.ts";

/* Runbooks as screens are told of them with the snapshot. */

/** The runbook of an incident, and how it came by it. */
export function runbookOf(state: AppState, incident: Incident, service: Service | undefined): RunbookView {
  const match = matchOf(state, incident, service);
  if (match.kind === "gap") return match;
  const why = whyOf(match.by, service);
  if (match.kind === "outside") return { kind: "outside", url: match.url, title: pageName(match.url), why };
  const title = state.runbooks.byId.get(match.id)?.title ?? pageName(match.id);
  return { kind: "found", id: match.id, title, why, ...(match.heading !== undefined && { heading: match.heading }) };
}

/** The same as a match, for those who go on to read it. */
export const matchOf = (state: AppState, { runbook }: Incident, service: Service | undefined): Match =>
  matchRunbook(
    { ...(runbook !== undefined && { named: runbook }), ...(service && { service }) },
    shelfOf(state.runbooks),
  );

export const whyOf = (by: MatchedBy, service: Service | undefined): Why =>
  by === "alert" || !service ? { kind: "alert" } : { kind: by, service: service.id, serviceName: service.name };

/** The last name of a path or address; the address itself where it has none. */
export function pageName(place: string): string {
  const path = place.replace(/[?#].*$/s, "").replace(/\/+$/, "");
  const last = path.slice(path.lastIndexOf("/") + 1);
  return last === "" ? place : last;
}

/** What was ticked for an incident, in the order in which it was. */
export function ticksOf(state: AppState, incident: string): readonly TickView[] {
  const ticks = state.ticks.get(incident)?.ticks ?? [];
  return ticks.map((tick) => ({ ...tick, byName: byName(state, tick.by) }));
}

const byName = ({ loaded }: AppState, by: string): string => (loaded ? nameOf(loaded.team, by) : by);

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
