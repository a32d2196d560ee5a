import type { Snapshot, TrayState } from "../../shared/app/snapshot-shape.ts";
import { totalOf, unreadWords } from "../../shared/kept/kept-words.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { length, moment } from "../../shared/time/phrase.ts";
import type { NotifierFailureKind } from "../../shared/paging/notice.ts";
import type { JournalFailure } from "../../shared/state/journal-state.ts";
import type { ViewName } from "../store/screen.ts";
import type { LinkState } from "../transport/link.ts";
import { count } from "../../shared/text/sentence.ts";
import { myZone } from "./zone.ts";

export const viewWords: Readonly<Record<ViewName, string>> = {
  now: "Now",
  incidents: "Incidents",
  schedule: "Schedule",
  runbooks: "Runbooks",
  handoff: "Handoff",
  log: "Log",
  insight: "Insight",
  settings: "Settings",
};

export const shellWords = {
  views: "Views",
  shift: "Shift",
  sources: "Sources",
  sample: "Sample",
  close: "Close",
  dismiss: "Dismiss",
  tryAgain: "Try again",
  retryNow: "Retry now",
  copy: "Copy",
  copied: "Copied",
  notCopied: "Not copied",
  cancel: "Cancel",
  connecting: "Connecting to Baton…",
  loading: "Loading…",
  viewFailed: "This view could not be loaded. Reload the page.",
  enableSound: "Enable sound",
  soundBlocked: "The browser keeps Baton silent until you click once. An alarm would not sound.",
  showAll: "Show all of it",
  actionsOff: "Not while Baton's host is not answering",
} as const;

export const trayWords: Readonly<Record<TrayState, string>> = {
  off: "Not on call",
  soon: "Shift begins soon",
  on: "On call",
  backup: "Backup",
  triggered: "Triggered",
  acknowledged: "Acknowledged",
  stale: "Stale",
  blind: "Blind",
  drill: "Pager check",
};

/** The page where the token is missing or wrong. */
export const refusedWords = {
  "no-token": {
    title: "This link has no key",
    body: "Baton opens only from the link that it prints when it starts. This address alone is not enough, so that nobody else on this machine can see your incidents.",
  },
  "wrong-token": {
    title: "This link is no longer valid",
    body: "Baton has been started again since this link was made, or the link was cut when it was copied.",
  },
  how: "Open a fresh one: in the terminal where Baton runs, copy the whole link, with everything after the # sign. To print a new one, start Baton again:",
  command: "npm start -- --browser",
} as const;

export const misfitWords = {
  title: "This page and Baton's host do not fit",
  body: "Baton was probably updated while this page was open. Reload the page; if that does not help, start Baton again.",
  reload: "Reload",
} as const;

/** What the person sees while nobody is at the other end. */
export function cutOffWords(snapshot: Snapshot | undefined, lastHeard: Instant | undefined, now: Instant): string {
  if (snapshot === undefined || lastHeard === undefined) return "Baton's host is not answering.";
  return `Baton's host is not answering. What you see is from ${moment(lastHeard, now, myZone())}.`;
}

export const retryLinkWords = (link: Extract<LinkState, { kind: "cut-off" }>, here: number): string =>
  link.retryAt - here < 1_000 ? "Trying again now." : `Trying again in ${length(link.retryAt - here)}.`;

/** Why no notification can be shown, as the end of a sentence. */
export const notifierReasons: Readonly<Record<NotifierFailureKind, string>> = {
  "no-service": "no notification service runs here",
  timeout: "the notification service does not answer",
  unsupported: "this system has none that Baton can use",
  failed: "the notification service refuses them",
};

/** Why the journal cannot be written, as the end of a sentence. */
export const journalReasons: Readonly<Record<JournalFailure, string>> = {
  "disk-full": "the disk is full",
  "read-only": "its folder is read-only",
  corrupt: "its file is damaged",
  busy: "another program holds it",
  io: "the disk fails",
  "newer-version": "its file was written by a newer Baton",
  "unsupported-node": "this Node cannot open its file",
};

export type Trouble = { readonly what: string; readonly means: string };

/** Trouble that does not concern one source: what happened, and what it means and what can be done. */
export const troubles = {
  memory: (reason: JournalFailure): Trouble => ({
    what: `The journal cannot be written: ${journalReasons[reason]}`,
    means: "Paging goes on from memory. What happens now is lost when Baton ends.",
  }),
  recovered: (keptAside: string): Trouble => ({
    what: "The journal was damaged",
    means: `Baton began a new one and kept the old one at ${keptAside}.`,
  }),
  keptAside: (unread: Snapshot["keptAside"]["now"]): Trouble => ({
    what: `${count(totalOf(unread), "record")} of what was kept could not be read`,
    means: `Baton goes on without: ${unreadWords(unread)}. Nothing was deleted; it lies aside in the database.`,
  }),
  notifier: (reason: NotifierFailureKind): Trouble => ({
    what: `No notification can be shown: ${notifierReasons[reason]}`,
    means: "This window, its title and a sound stand in for them: keep it open.",
  }),
  noTray: { what: "This system shows no tray", means: "Baton stays in this window and in the task bar." },
  team: (problems: readonly string[], loaded: boolean): Trouble => ({
    what: `The team file has ${count(problems.length, "problem")}`,
    means: `${problems[0] ?? ""} ${loaded ? "The last good file stays in use." : "It cannot be used."}`,
  }),
  teamAction: "See the problems",
} as const;

/** The document's title: the tray state at a glance, so that a tab tells it. */
export function documentTitle(snapshot: Snapshot | undefined, link: LinkState): string {
  if (link.kind === "refused") return "Baton";
  if (link.kind === "cut-off") return "? Not answering · Baton";
  if (snapshot === undefined) return "Baton";
  const { state, count: waiting } = snapshot.tray;
  if (state === "triggered") return `(${waiting}) Triggered · Baton`;
  return `${trayWords[state]} · Baton`;
}
