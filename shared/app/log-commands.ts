import { journalEntry } from "../log/journal-kinds.ts";
import { actor, refused } from "./command-tools.ts";
import { becomes, type Decision } from "./decision.ts";
import type { Stamp } from "./event.ts";
import type { LogCommand } from "./log-command.ts";
import type { AppState } from "./state.ts";

/** Writes into the on-call log. The journal is all that keeps it, so the state stays as it is. */
export function onLogCommand(state: AppState, command: LogCommand, stamp: Stamp): Decision {
  return command.kind === "write-log" ? writeLog(state, command, stamp) : tickDuty(state, command, stamp);
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
