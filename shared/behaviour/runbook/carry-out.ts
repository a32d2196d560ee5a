import type { Task } from "../../runbook/task.ts";
import type { Instant } from "../../time/instant.ts";
import { actor, refused } from "../../state/command-tools.ts";
import type { Decision } from "../../state/decision.ts";
import type { Stamp } from "../../state/event.ts";
import { whoAmI, type AppState } from "../../state/state.ts";
import type { CommandOf } from "../../state/command.ts";
import type { Tick } from "../../runbook/runbook-state.ts";
import { dueAfter, finishDraftId, incidentsOf, withTasks, writeRunbookId } from "../../state/tasks.ts";

/** Lines ticked for one incident; no runbook that people can follow has more. */
const mostTicks = 500;

const done = (
  state: AppState,
  entry: { readonly at: Instant; readonly kind: string; readonly body: object },
): Decision => ({
  state,
  effects: [],
  entries: [{ ...entry, body: { ...entry.body } }],
  reply: { kind: "done", count: 1 },
});

/** Ticks a line for an incident, or takes the tick back; ended incidents included, because people tidy up afterwards. */
export function tickRunbook(state: AppState, command: CommandOf<"tick-runbook">, { now }: Stamp): Decision {
  const { incident, item, text } = command;
  if (!state.incidents.has(incident)) return refused(state, "not-found");
  const before = state.ticks.get(incident)?.ticks ?? [];
  const others = before.filter((tick) => tick.item !== item);
  if (command.done === others.length < before.length) {
    return { state, effects: [], entries: [], reply: { kind: "done", count: 0 } };
  }
  if (command.done && before.length >= mostTicks) return refused(state, "busy");
  const tick: Tick = { item, text, by: actor(state), at: now };
  const ticks = new Map(state.ticks);
  if (command.done) ticks.set(incident, { incident, ticks: [...others, tick] });
  else if (others.length > 0) ticks.set(incident, { incident, ticks: others });
  else ticks.delete(incident);
  const kind = command.done ? "runbook-ticked" : "runbook-unticked";
  return done({ ...state, ticks }, { at: now, kind, body: { by: actor(state), incident, item, text } });
}

/** What was to be written is to be finished: by the same person, until the same day. */
export function draftWritten(
  state: AppState,
  { incident: id, runbook, title }: CommandOf<"draft-written">,
  { now }: Stamp,
): Decision {
  const incident = state.incidents.get(id);
  if (!incident) return refused(state, "not-found");
  const wanted = state.tasks.get(writeRunbookId(incident)) ?? state.tasks.get(finishDraftId(runbook));
  const owner = wanted?.owner ?? whoAmI(state);
  const task: Task = {
    kind: "finish-draft",
    id: finishDraftId(runbook),
    runbook,
    title,
    madeAt: now,
    dueAt: wanted?.dueAt ?? dueAfter(now),
    incidents: [...new Set([...incidentsOf(wanted), incident.id])],
    ...(owner !== undefined && { owner }),
    ...(wanted?.promised && { promised: true }),
    ...(incident.service !== undefined && { service: incident.service }),
  };
  const next = withTasks(state, { put: [task], remove: [writeRunbookId(incident)] });
  return done(next, { at: now, kind: "runbook-drafted", body: { by: actor(state), incident: id, runbook } });
}

/** The date is in the file; the journal says who looked at it. What the file says now comes with the next look at it. */
export const runbookReviewed = (
  state: AppState,
  { runbook, date }: CommandOf<"runbook-reviewed">,
  { now }: Stamp,
): Decision => done(state, { at: now, kind: "runbook-reviewed", body: { by: actor(state), runbook, date } });
