import { isOpen } from "../../incident/incident.ts";
import { journalEntry } from "../../log/journal-kinds.ts";
import { actor, refused } from "../../state/command-tools.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import type { Stamp } from "../../state/event.ts";
import type { CommandOf } from "../../state/command.ts";
import type { AppState } from "../../state/state.ts";

/** Writes into the on-call log; the journal keeps it. */
export function writeLog(state: AppState, command: CommandOf<"write-log">, { now }: Stamp): Decision {
  const { text, links = [], stakeholders = [], incident, corrects } = command;
  const body = {
    by: actor(state),
    text,
    ...(links.length > 0 && { links }),
    ...(stakeholders.length > 0 && { stakeholders }),
    ...(incident !== undefined && { incident }),
    ...(corrects !== undefined && { corrects }),
  };
  return { ...becomes(state), entries: [journalEntry(now, "log-entry", body)], reply: { kind: "done", count: 1 } };
}

/** Ticks a duty of a shift, or takes the tick back. */
export function tickDuty(state: AppState, command: CommandOf<"tick-duty">, { now }: Stamp): Decision {
  const { schedule, shift, duty, done } = command;
  if (!state.loaded) return refused(state, "no-team");
  if (!state.loaded.team.duties.some(({ title }) => title === duty)) return refused(state, "not-found");
  const body = { by: actor(state), schedule, shift, duty, done };
  return { ...becomes(state), entries: [journalEntry(now, "duty-ticked", body)], reply: { kind: "done", count: 1 } };
}

/** The incident may be forgotten here and kept in the store alone: whoever asks has looked. */
export function saveNote(state: AppState, command: CommandOf<"save-post-incident-note">, { now }: Stamp): Decision {
  const { kind: _kind, id, ...note } = command;
  const incident = state.incidents.get(id);
  if (incident !== undefined && isOpen(incident)) return refused(state, "not-resolved");
  const entries = [journalEntry(now, "post-incident-note", { by: actor(state), incident: id, ...note })];
  return { ...becomes(state), entries, reply: { kind: "done", count: 1 } };
}
