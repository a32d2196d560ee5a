import { peopleOf } from "../../schedule/change.ts";
import { actor, refused } from "../../state/command-tools.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import type { Entry } from "../../state/effect.ts";
import type { CommandOf } from "../../state/command.ts";
import type { EventOf, Stamp } from "../../state/event.ts";
import type { AppState, LoadedTeam } from "../../state/state.ts";
import type { ScheduleChange, ScheduleChanges } from "../../schedule/change-record.ts";

/** How many changes can be undone, one after the other. */
const undoable = 20;

const withChanges = (state: AppState, scheduleChanges: ScheduleChanges): AppState => ({ ...state, scheduleChanges });

/** Writes a change into the team file, once it is in the journal. */
export function changeSchedule(state: AppState, command: CommandOf<"change-schedule">, { now }: Stamp): Decision {
  const { schedule, change, edit } = command;
  const { made } = state.scheduleChanges;
  if (made.some(isUnderWay)) return refused(state, "busy");
  const one: ScheduleChange = {
    id: edit.after,
    at: now,
    by: actor(state),
    schedule,
    change,
    edit,
    standing: "writing",
  };
  return {
    state: withChanges(state, { made: [...made, one].slice(-undoable) }),
    effects: [{ kind: "write-team-file", edit, step: "apply" }],
    entries: [entryOf("schedule-changed", one, { now, by: one.by })],
    reply: { kind: "done", count: 1 },
  };
}

/** Takes the last change out of the team file again. */
export function undoScheduleChange(
  state: AppState,
  { id }: CommandOf<"undo-schedule-change">,
  { now }: Stamp,
): Decision {
  const { made } = state.scheduleChanges;
  const last = made.at(-1);
  if (last?.id !== id) return refused(state, "not-found");
  if (isUnderWay(last)) return refused(state, "busy");
  return {
    state: withChanges(state, { made: [...made.slice(0, -1), { ...last, standing: "undoing" }] }),
    effects: [{ kind: "write-team-file", edit: last.edit, step: "undo" }],
    entries: [entryOf("schedule-change-undone", last, { now, by: actor(state) })],
    reply: { kind: "done", count: 1 },
  };
}

/** The team file is as it was asked to be. */
export function onTeamFileWritten(state: AppState): Decision {
  const { made } = state.scheduleChanges;
  const last = made.at(-1);
  if (!last || !isUnderWay(last)) return becomes(state);
  const before = made.slice(0, -1);
  const now = last.standing === "writing" ? [...before, { ...last, standing: "written" as const }] : before;
  return becomes(withChanges(state, { made: now }));
}

/** The team file was left as it is. What somebody else has changed since can no longer be undone here. */
export function onTeamFileKept(state: AppState, { failure }: EventOf<"team-file-kept">, { now }: Stamp): Decision {
  const { made } = state.scheduleChanges;
  const last = made.at(-1);
  if (!last || !isUnderWay(last)) return becomes(state);
  const { id, schedule, standing } = last;
  const before = made.slice(0, -1);
  const kept = standing === "writing" ? before : failure.kind === "changed" ? [] : [...before, written(last)];
  return {
    ...becomes(withChanges(state, { made: kept, failure })),
    entries: [{ at: now, kind: "schedule-change-failed", body: { id, schedule, standing, failure: failure.kind } }],
  };
}

/** A write that the last run began: the file itself says what became of it when the next one is asked for. */
export const resumedChanges = (made: readonly ScheduleChange[]): ScheduleChanges => ({ made: made.map(written) });

/** What was written into a file that now reads otherwise is no longer Baton's to undo. */
export function keptChanges({ scheduleChanges }: AppState, { path, digest }: LoadedTeam): ScheduleChanges {
  const { made } = scheduleChanges;
  const known = ({ edit }: ScheduleChange): boolean =>
    edit.path !== path || digest === undefined || edit.before === digest || edit.after === digest;
  return made.length === 0 || made.some(known) ? scheduleChanges : { made: [] };
}

const written = (one: ScheduleChange): ScheduleChange => ({ ...one, standing: "written" });

const isUnderWay = ({ standing }: ScheduleChange): boolean => standing !== "written";

const entryOf = (
  kind: string,
  { id, schedule, change }: ScheduleChange,
  { now, by }: { readonly now: Stamp["now"]; readonly by: string },
): Entry => ({ at: now, kind, body: { id, by, schedule, what: change.kind, people: peopleOf(change), change } });
