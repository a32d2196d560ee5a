import { isOpen } from "../../incident/incident.ts";
import { journalEntry } from "../../log/journal-kinds.ts";
import { actor, refused } from "../../state/command-tools.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import type { Stamp } from "../../state/event.ts";
import type { LogCommand } from "../../log/log-command.ts";
import type { AppState } from "../../state/state.ts";

/** Writes into the on-call log. The journal keeps it. */
export function onLogCommand(state: AppState, command: LogCommand, stamp: Stamp): Decision {
  switch (command.kind) {
    case "write-log":
      return writeLog(state, command, stamp);
    case "tick-duty":
      return tickDuty(state, command, stamp);
    case "save-post-incident-note":
      return saveNote(state, command, stamp);
  }
}

function writeLog(state: AppState, command: Extract<LogCommand, { kind: "write-log" }>, { now }: Stamp): Decision {
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

function tickDuty(state: AppState, command: Extract<LogCommand, { kind: "tick-duty" }>, { now }: Stamp): Decision {
  const { schedule, shift, duty, done } = command;
  if (!state.loaded) return refused(state, "no-team");
  if (!state.loaded.team.duties.some(({ title }) => title === duty)) return refused(state, "not-found");
  const body = { by: actor(state), schedule, shift, duty, done };
  return { ...becomes(state), entries: [journalEntry(now, "duty-ticked", body)], reply: { kind: "done", count: 1 } };
}

/** The incident may be forgotten here and kept in the store alone: whoever asks has looked. */
function saveNote(
  state: AppState,
  command: Extract<LogCommand, { kind: "save-post-incident-note" }>,
  { now }: Stamp,
): Decision {
  const { kind: _kind, id, ...note } = command;
  const incident = state.incidents.get(id);
  if (incident !== undefined && isOpen(incident)) return refused(state, "not-resolved");
  const entries = [journalEntry(now, "post-incident-note", { by: actor(state), incident: id, ...note })];
  return { ...becomes(state), entries, reply: { kind: "done", count: 1 } };
}
