import type { DraftWritten, RunbookReason, RunbookRow } from "../../shared/rpc/runbook-contract.ts";
import type { Why } from "../../shared/incident/incident-runbook-shape.ts";
import type { TaskView } from "../../shared/runbook/runbook-shape.ts";
import type { RunbookSection } from "../../shared/team/team.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { moment, relative } from "../../shared/time/phrase.ts";
import { count } from "../../shared/text/sentence.ts";
import { myZone } from "./zone.ts";

export const runbookWords = {
  runbooks: "Runbooks",
  runbook: "Runbook",
  loading: "Reading the runbook…",
  failed: "The runbook could not be read.",
  retry: "Try again",
  gone: "This runbook is no longer there.",
  openOutside: "Open the page",
  readAll: "Read all of it",
  back: "Back to the list",
  fits: "What fits",
  whole: "From the top",
  nothingFits: "No part of it shares words with this alert. It begins at the top.",
  issues: "What can go wrong",
  failureMode: "Failure mode",
  issue: "Issue",
  symptoms: "Symptoms",
  causes: "Causes",
  clues: "Clues",
  solutions: "Solutions",
  checklist: "Checklist",
  owners: "Owners",
  slas: "SLAs",
  outline: "On this page",
  outlineMore: (count: number): string => `and ${count.toLocaleString("en-US")} more`,
  // The list.
  loadingList: "Looking through the runbooks…",
  listFailed: "The runbooks could not be listed.",
  show: "Show",
  search: "Search runbooks",
  searchPlaceholder: "Search titles, sections, text",
  noService: "No service",
  nothingFound: "Nothing is found",
  nothingHere: "Nothing here",
  choose: "Choose a runbook to read it here.",
  reading: "Reading the folder for the first time…",
  draft: "Draft",
  due: "Review due",
  outside: "Opens outside",
  gap: "No runbook",
  unread: "Cannot be read",
  reviewedToday: "Reviewed today",
  edit: "Open in editor",
  reasons: "What is left to do",
  tasks: "To do",
  moreTasks: (more: number): string => `${more.toLocaleString("en-US")} more`,
  assign: "Assign",
  assignTitle: "Who does it, and by when?",
  noFolderTitle: "No runbooks yet",
  noFolderBody:
    "Keep Markdown files beside the team file, say where they are, and Baton shows the right one beside each incident.",
  noFolderSnippet: "runbooks: { path: ./runbooks, reviewEvery: 90d }",
  noFolderLabel: "What to add to the team file",
  emptyFolderBody: (folder: string): string => `The folder ${folder} has no Markdown files yet.`,
  absentFolder: (folder: string): string => `The folder ${folder} is not there.`,
  unreadableFolder: (folder: string): string => `The folder ${folder} cannot be read.`,
  // The gap.
  gapTitle: (service: string | undefined): string =>
    service === undefined ? "No runbook for this" : `No runbook for ${service}`,
  gapBody: "You will be asked to write one when this is resolved. Notes and ticks become its draft.",
  gapNamed: (named: string): string => `${named} is named and cannot be read.`,
  gapDraft: "A draft is being written",
  offerTitle: "Write down what helped",
  offerBody: (title: string): string => `“${title}” had no runbook. The timeline and notes make a first draft.`,
  look: "Look at the draft",
  later: "Later",
  laterWho: "Who writes it",
  laterWhen: "By",
  laterSave: "Set",
  draftTitle: "Draft of a runbook",
  draftText: "Text",
  draftPreview: "Preview",
  write: "Write into the folder",
  copyDraft: "Copy",
  written: (path: string): string => `Written to ${path}`,
  noDraft: "There is no draft to show.",
  notWritten: "The draft could not be written. Copy it, or try again.",
  nothingToWrite: "There is nothing to write",
  willBe: (path: string): string => `Becomes ${path}`,
  seeRunbook: "Read it",
} as const;

export type ListFilter = "all" | "due" | "drafts" | "problems" | "gaps";
export const listFilters = ["all", "due", "drafts", "problems", "gaps"] as const satisfies readonly ListFilter[];

export const filterWords: Readonly<Record<ListFilter, string>> = {
  all: "All",
  due: "Review due",
  drafts: "Drafts",
  problems: "Problems",
  gaps: "Gaps",
};

/** Why this runbook: "This alert names it". */
export function whyWords(why: Why): string {
  switch (why.kind) {
    case "alert":
      return "The alert names it";
    case "service":
      return `The runbook of ${why.serviceName}`;
    case "front-matter":
      return `It says that it is about ${why.serviceName}`;
  }
}

/** "Matches “ledger” and “late”". */
export const matchWords = (words: readonly string[]): string =>
  words.length === 0 ? "" : `Shares ${words.map((word) => `“${word}”`).join(", ")} with the alert`;

export const progressWords = (done: number, all: number): string =>
  done === all && all > 0 ? `All ${all} done` : `${done} of ${all} done`;

/** "02:14". */
export const tickMoment = (at: Instant, now: Instant): string => moment(at, now, myZone());

/** "Alice, 02:14". */
export const tickWords = (name: string, at: Instant, now: Instant): string => `${name}, ${tickMoment(at, now)}`;

const sectionWords: Readonly<Record<RunbookSection, string>> = {
  purpose: "Purpose",
  metrics: "Metrics",
  frequency: "Frequency",
  "types-of-data": "Types of data",
  owners: "Owners",
  sla: "SLA",
  "on-call-procedure": "On-call procedure",
  "failure-modes": "Failure modes",
  "common-issues": "Common issues",
  "monitoring-and-alerts": "Monitoring and alerts",
  recovery: "Recovery",
  rollback: "Rollback",
};

/** What is wrong with a runbook or left to do, as one sentence. */
export function reasonWords(reason: RunbookReason, now: Instant): string {
  switch (reason.kind) {
    case "front-matter-open":
      return `Line ${reason.line}: the front matter does not end`;
    case "bad-value":
      return `Line ${reason.line}: ${reason.key} is not understood`;
    case "unknown-service":
      return `Line ${reason.line}: the team file has no service ${reason.found}`;
    case "unknown-owner":
      return `Line ${reason.line}: the team file has nobody called ${reason.found}`;
    case "missing-section":
      return `It has no section ${sectionWords[reason.section]}`;
    case "review-due":
      return reason.reviewed === undefined ? "It was never reviewed" : `Its last review was on ${reason.reviewed}`;
    case "unwritten":
      return `Line ${reason.line}: ${count(reason.count, "part")} still to be written`;
    case "stale":
      return `Its address has not answered since ${moment(reason.since, now, myZone())}: this is from then`;
  }
}

/** "Reviewed 2027-01-03", for the line under a title. */
export function reviewWords({ review, reviewed, dueOn }: RunbookRow): string | undefined {
  switch (review) {
    case "current":
      return `Reviewed ${reviewed ?? ""}`.trim();
    case "due":
      return dueOn === undefined ? "Review due" : `Review due since ${dueOn}`;
    case "never":
      return "Never reviewed";
    case "not-asked":
      return reviewed === undefined ? undefined : `Reviewed ${reviewed}`;
  }
}

const taskVerbs: Readonly<Record<TaskView["kind"], string>> = {
  "write-runbook": "Write a runbook",
  "finish-draft": "Finish the draft",
  "review-due": "Review",
};

/** "Finish the draft: Growth". */
export const taskWords = ({ kind, title }: Pick<TaskView, "kind" | "title">): string => `${taskVerbs[kind]}: ${title}`;

/** "Bob, in 3 d". */
export function taskFoot({ owner, dueAt }: Pick<TaskView, "owner" | "dueAt">, now: Instant): string {
  const due = dueAt < now ? `was due ${relative(dueAt, now)}` : `due ${relative(dueAt, now)}`;
  return owner === undefined ? `Nobody yet, ${due}` : `${owner.name}, ${due}`;
}

const codes: Readonly<Record<string, string>> = {
  ENOENT: "it is not there",
  EACCES: "Baton may not read it",
  EISDIR: "it is a folder",
  "too-large": "it is too large",
};
/** Why a file or address could not be read. */
export const codeWords = (code: string): string => codes[code] ?? code;

const copyReasons = {
  "no-folder": "The team file names no folder for runbooks, so the draft can only be copied.",
  "remote-team": "The team file is on the web, so the draft can only be copied.",
  "sample-team": "The sample team keeps no runbooks, so the draft can only be copied.",
  "not-writable": "The folder cannot be written, so the draft can only be copied.",
} as const;
export const copyOnlyWords = (reason: keyof typeof copyReasons): string => copyReasons[reason];

const notWritten: Readonly<Partial<Record<Extract<DraftWritten, { kind: "refused" }>["reason"], string>>> = {
  exists: "A file of that name was written in the meantime. Copy the draft, or close and look again.",
  "not-found": "The incident is no longer kept. Copy the draft.",
  "no-team": "No team file is loaded. Copy the draft.",
};
/** Why a draft was not written, and what can be done. */
export const notWrittenWords = (reason: Extract<DraftWritten, { kind: "refused" }>["reason"]): string =>
  notWritten[reason] ?? runbookWords.notWritten;
