import { assertNever } from "../result.ts";
import { onCalendarFailed, onCalendarRead } from "../behaviour/calendar/on-calendar.ts";
import { becomes, type Decision } from "../state/decision.ts";
import type { AppEvent, Stamp } from "../state/event.ts";
import { onHandoffsRead, onPaperFailed, onPaperWritten, onUnshared } from "../behaviour/handoff/on-handoff.ts";
import { onCommand } from "./on-command.ts";
import { onInbox } from "../behaviour/source/on-inbox.ts";
import { onButton, onNotShown, onShown } from "../behaviour/paging/on-notice.ts";
import { onAnswered, onFailed, onInboxListening } from "../behaviour/source/on-source.ts";
import { onMachine, onStarted, onTeamLoaded } from "./on-start.ts";
import { onRunbooksKnown } from "../behaviour/runbook/on-runbooks.ts";
import { settleTasks } from "../behaviour/runbook/settle-tasks.ts";
import { onActionDone, onActionFailed } from "../behaviour/outbox/outbox.ts";
import { onTeamFileKept, onTeamFileWritten } from "../behaviour/schedule/on-schedule-change.ts";
import { remembered } from "../state/recent-log.ts";
import { settle } from "./settle.ts";
import type { AppState } from "../state/state.ts";

/**
 * The whole of Baton's behaviour: what an event makes of the state, and what is to be written down and done. Pure: the same
 * state, event and stamp give the same decision, so a log of stamped events replays to the same state.
 */
export const decide = (state: AppState, event: AppEvent, stamp: Stamp): Decision =>
  remembered(settleTasks(state, settle(hear(state, event, stamp), stamp), stamp));

function hear(state: AppState, event: AppEvent, stamp: Stamp): Decision {
  switch (event.kind) {
    case "started":
      return onStarted(state, event, stamp);
    case "team-loaded":
      return onTeamLoaded(state, event.loaded, stamp);
    case "team-refused":
      return becomes({ ...state, teamProblems: event.problems });
    case "settings-changed":
      return becomes({ ...state, settings: event.settings });
    case "source-answered":
      return onAnswered(state, event, stamp);
    case "source-failed":
      return onFailed(state, event, stamp);
    case "calendar-read":
      return onCalendarRead(state, event, stamp);
    case "calendar-failed":
      return onCalendarFailed(state, event, stamp);
    case "inbox-received":
      return onInbox(state, event.items, stamp);
    case "inbox-listening":
      return onInboxListening(state, event.failure, stamp);
    case "action-done":
      return onActionDone(state, event, stamp);
    case "action-failed":
      return onActionFailed(state, event, stamp);
    case "notice-shown":
      return onShown(state, event.key, stamp);
    case "notice-failed":
      return onNotShown(state, event, stamp);
    case "notice-button":
      return onButton(state, event, stamp);
    case "notifier-status":
      return becomes({ ...state, notifier: event.status });
    case "team-file-written":
      return onTeamFileWritten(state);
    case "team-file-kept":
      return onTeamFileKept(state, event, stamp);
    case "journal-state":
      return becomes({ ...state, journal: event.state });
    case "runbooks-known":
      return onRunbooksKnown(state, event);
    case "handoffs-read":
      return onHandoffsRead(state, event, stamp);
    case "handoffs-unshared":
      return onUnshared(state, event.reason);
    case "paper-written":
      return onPaperWritten(state, event);
    case "paper-failed":
      return onPaperFailed(state, event, stamp);
    case "command":
      return onCommand(state, event.command, stamp);
    case "machine":
      return onMachine(state, event.what, stamp);
    case "woke":
      return becomes(state);
    default:
      return assertNever(event);
  }
}
