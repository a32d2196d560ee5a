import type { FailedAction } from "../store/screen.ts";

/** What was tried, as the beginning of a sentence about its failure. */
const attempts: Readonly<Record<string, string>> = {
  acknowledge: "Not acknowledged",
  unacknowledge: "Not taken back",
  snooze: "Not snoozed",
  resolve: "Not resolved",
  escalate: "Not escalated",
  "add-note": "Note not added",
  "set-severity": "Severity not changed",
  "retry-source": "Not asked again",
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
  "open-link": "Link not opened",
  "dismiss-delivery": "Not put away",
};

const refusals: Readonly<Record<string, string>> = {
  "not-found": "it is no longer there.",
  "already-resolved": "it is already resolved.",
  "already-acknowledged": "somebody has already acknowledged it.",
  "not-acknowledged": "it is not acknowledged.",
  unsupported: "the source or this system cannot do that.",
  "no-next-step": "everybody on its escalation policy has been paged.",
  "no-team": "no team file is loaded.",
  "not-kept": "it could not be written to disk.",
  "unknown-person": "the team file does not name this person.",
  busy: "the same is already under way.",
  unreadable: "the file cannot be read.",
  invalid: "it is not valid.",
};

/** What happened and why, in one sentence. */
export function failedWords({ command, failure }: Pick<FailedAction, "command" | "failure">): string {
  return `${attempts[command] ?? "Not done"}: ${reasonOf(failure)}`;
}

/** Whether asking the same again may go better. */
export const mayGoBetter = ({ failure }: Pick<FailedAction, "failure">): boolean =>
  failure.kind === "disconnected" ||
  failure.kind === "internal" ||
  (failure.kind === "refused" && (failure.reason === "busy" || failure.reason === "not-kept"));

function reasonOf(failure: FailedAction["failure"]): string {
  switch (failure.kind) {
    case "refused":
      return `${refusals[failure.reason] ?? failure.reason}${failure.detail === undefined ? "" : ` ${failure.detail}`}`;
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
