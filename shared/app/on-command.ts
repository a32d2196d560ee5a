import { assertNever } from "../result.ts";
import { after } from "../time/instant.ts";
import { testNotice } from "../paging/notice-facts.ts";
import { dismissAnnouncement } from "../behaviour/announcement/announce.ts";
import { retryCalendar } from "../behaviour/calendar/on-calendar.ts";
import { done, refused } from "../state/command-tools.ts";
import { becomes, type Decision } from "../state/decision.ts";
import { passDrill, startDrill } from "../behaviour/drill/drill.ts";
import type { PersonCommand, Stamp } from "../state/event.ts";
import { onHandoffCommand } from "../behaviour/handoff/handoff-commands.ts";
import * as incident from "../behaviour/incident/incident-commands.ts";
import { onLogCommand } from "../behaviour/log/log-commands.ts";
import * as runbook from "../behaviour/runbook/runbook-commands.ts";
import { askForCover } from "../behaviour/schedule/ask-for-cover.ts";
import { changeSchedule, undoScheduleChange } from "../behaviour/schedule/on-schedule-change.ts";
import type { AppState } from "../state/state.ts";

type Ask<K extends PersonCommand["kind"]> = Extract<PersonCommand, { kind: K }>;

/** Carries out what a person asked for, or says why not; nothing of a refused command is done. */
export function onCommand(state: AppState, command: PersonCommand, stamp: Stamp): Decision {
  switch (command.kind) {
    case "acknowledge":
      return incident.acknowledge(state, command, stamp);
    case "unacknowledge":
      return incident.unacknowledge(state, command, stamp);
    case "snooze":
      return incident.snooze(state, command, stamp);
    case "resolve":
      return incident.resolve(state, command, stamp);
    case "escalate":
      return incident.escalate(state, command, stamp);
    case "add-note":
      return incident.addNote(state, command, stamp);
    case "set-severity":
      return incident.setSeverity(state, command, stamp);
    case "retry-source":
      return retrySource(state, command, stamp);
    case "retry-calendar":
      return retryCalendar(state, command.calendar, stamp);
    case "quiet":
      return quiet(state, command, stamp);
    case "pager-check":
      return startDrill(state, stamp);
    case "answer-drill":
      return passDrill(state, stamp);
    case "test-notification":
      return testNotification(state, stamp);
    case "dismiss-delivery":
      return dismissDelivery(state, command);
    case "dismiss-announcement":
      return dismissAnnouncement(state, command.id, stamp);
    case "write-log":
    case "tick-duty":
    case "save-post-incident-note":
      return onLogCommand(state, command, stamp);
    case "tick-runbook":
      return runbook.tickRunbook(state, command, stamp);
    case "assign-task":
      return runbook.assignTask(state, command, stamp);
    case "draft-written":
      return runbook.draftWritten(state, command, stamp);
    case "runbook-reviewed":
      return runbook.runbookReviewed(state, command, stamp);
    case "say-where-it-stands":
    case "tick-handoff":
    case "waive-handoff":
    case "promise-runbook":
    case "note-handoff":
    case "offer-handoff":
    case "withdraw-handoff":
    case "accept-handoff":
    case "decline-handoff":
    case "record-answer":
      return onHandoffCommand(state, command, stamp);
    case "change-schedule":
      return changeSchedule(state, command, stamp);
    case "undo-schedule-change":
      return undoScheduleChange(state, command, stamp);
    case "ask-for-cover":
      return askForCover(state, command.wanted, stamp);
    default:
      return assertNever(command);
  }
}

function retrySource(state: AppState, { source }: Ask<"retry-source">, { now }: Stamp): Decision {
  const known = state.sources.get(source);
  if (!known) return refused(state, "not-found");
  if (known.askedAt !== undefined || known.nextPollAt === undefined) return refused(state, "busy");
  const sources = new Map(state.sources).set(source, { ...known, nextPollAt: now });
  return { ...becomes({ ...state, sources }), reply: { kind: "done", count: 1 } };
}

function quiet(state: AppState, command: Ask<"quiet">, stamp: Stamp): Decision {
  const { quietUntil: _until, ...loud } = state;
  const until = command.for === null ? undefined : after(stamp.now, command.for);
  return done(until === undefined ? loud : { ...loud, quietUntil: until }, [], {
    kind: "quiet",
    stamp,
    ...(until !== undefined && { facts: { until } }),
  });
}

function testNotification(state: AppState, { now }: Stamp): Decision {
  const order = {
    facts: { kind: "test", key: testNotice },
    now,
    sound: state.settings.sound ? "notice" : "none",
    sticky: false,
  } as const;
  return { state, effects: [{ kind: "show-notice", order }], entries: [], reply: { kind: "done", count: 1 } };
}

function dismissDelivery(state: AppState, { id }: Ask<"dismiss-delivery">): Decision {
  const entry = state.outbox.get(id);
  if (entry?.state.kind !== "refused") return refused(state, "not-found");
  const outbox = new Map(state.outbox);
  outbox.delete(id);
  return { ...becomes({ ...state, outbox }), reply: { kind: "done", count: 1 } };
}
