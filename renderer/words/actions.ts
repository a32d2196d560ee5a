import type { Refusal } from "../../shared/state/refusal.ts";
import type { ActionName } from "../../shared/rpc/action-name.ts";
import type { FailedAction } from "../store/screen.ts";

/** What was tried, as the beginning of a sentence about its failure. */
const attempts: Readonly<Record<ActionName, string>> = {
  acknowledge: "Not acknowledged",
  unacknowledge: "Not taken back",
  snooze: "Not snoozed",
  resolve: "Not resolved",
  escalate: "Not escalated",
  "add-note": "Note not added",
  "set-severity": "Severity not changed",
  "retry-source": "Not asked again",
  "retry-calendar": "Not read again",
  "send-test-incident": "Test incident not sent",
  "test-notification": "Test notification not shown",
  "pager-check": "Pager check not started",
  "answer-drill": "Pager check not answered",
  quiet: "Quiet time not changed",
  "set-me": "Not changed",
  "change-settings": "Setting not changed",
  "set-secret": "Secret not kept",
  "remove-secret": "Secret not removed",
  "open-team-file": "Team file not opened",
  "export-calendar": "Calendar not exported",
  "dismiss-announcement": "Not put away",
  "open-link": "Not opened",
  "open-runbook": "Runbook not opened",
  "tick-runbook": "Not ticked",
  "runbook-reviewed": "Review not written down",
  "assign-task": "Not assigned",
  "dismiss-delivery": "Not put away",
  "write-log": "Not written into the log",
  "tick-duty": "Duty not ticked",
  "say-where-it-stands": "Line not kept",
  "tick-handoff": "Not ticked",
  "waive-handoff": "Not left out",
  "promise-runbook": "Not promised",
  "note-handoff": "Notes not kept",
  "offer-handoff": "Not handed over",
  "withdraw-handoff": "Not withdrawn",
  "accept-handoff": "Not accepted",
  "decline-handoff": "Not declined",
  "record-answer": "Answer not noted",
  "apply-schedule-change": "Schedule not changed",
  "undo-schedule-change": "Change not undone",
  "ask-for-cover": "Cover not asked for",
  "save-post-incident-note": "Note not saved",
};

const refusals: Readonly<Record<Refusal, string>> = {
  "not-found": "it is no longer there.",
  "already-resolved": "it is already resolved.",
  "already-acknowledged": "somebody has already acknowledged it.",
  "not-acknowledged": "it is not acknowledged.",
  "not-resolved": "it is not resolved yet.",
  unsupported: "the source or this system cannot do that.",
  "no-next-step": "everybody on its escalation policy has been paged.",
  "no-team": "no team file is loaded.",
  "not-on-duty": "you are not on call.",
  "already-offered": "it has been offered, and waits for an answer.",
  "not-offered": "the offer is no longer open.",
  unfinished: "something is not finished, and that needs a reason.",
  "not-kept": "it could not be written to disk.",
  "unknown-person": "the team file does not name this person.",
  busy: "the same is already under way.",
  unreadable: "the file cannot be read.",
  invalid: "it is not valid.",
  "not-listening": "Baton could not listen on this machine, so nothing lies at an address.",
  "file-changed": "the team file has changed since. Nothing was written.",
  "file-read-only": "Baton may not write the team file.",
  "file-not-written": "the team file could not be written and is as it was.",
};

/** What happened and why, in one sentence. */
export function failedWords({ command, failure }: Pick<FailedAction, "command" | "failure">): string {
  return `${attempts[command]}: ${reasonOf(failure)}`;
}

/** Whether asking the same again may go better. */
export const mayGoBetter = ({ failure }: Pick<FailedAction, "failure">): boolean =>
  failure.kind === "disconnected" ||
  failure.kind === "internal" ||
  (failure.kind === "refused" && (failure.reason === "busy" || failure.reason === "not-kept"));

function reasonOf(failure: FailedAction["failure"]): string {
  switch (failure.kind) {
    case "refused":
      return `${refusals[failure.reason]}${failure.detail === undefined ? "" : ` ${failure.detail}`}`;
    case "disconnected":
      return "Baton's host is not answering.";
    case "bad-input":
      return `the host does not accept the input (${failure.issues.join("; ")}).`;
    case "unknown-command":
    case "bad-output":
      return "this page and its host do not fit. Reload the page.";
    case "internal":
      return "something went wrong inside Baton. Its log says more.";
  }
}
