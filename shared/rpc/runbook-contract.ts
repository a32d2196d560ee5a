import * as v from "valibot";
import { tickSchema, whySchema } from "../incident/incident-runbook-shape.ts";
import { taskSchema } from "../runbook/runbook-shape.ts";
import { drawnBlocksSchema } from "../runbook/drawn.ts";
import { failureCategories } from "../runbook/runbook.ts";
import { runbookSections, severities } from "../team/team.ts";
import { outcome } from "./outcome.ts";
import { instantSchema, listOf } from "../wire.ts";

/* The commands of runbooks. Lines count from 1 in the file, front matter included; dates are local, of the team's zone. */

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(4_096));
const incident = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const text = v.string();
const line = v.number();
const optional = v.exactOptional;
const section = v.picklist(runbookSections);

/** Somebody to ask, and how: a person has what the team file says, a group has its lead's. */
const ownerSchema = v.object({
  id: text,
  name: text,
  group: v.boolean(),
  /** The person to reach: the owner, or the lead of the group. */
  person: optional(text),
  email: optional(text),
  phone: optional(text),
  /** Slack member id. */
  slack: optional(text),
});
export type RunbookOwner = v.InferOutput<typeof ownerSchema>;

/** What is wrong with a runbook, or left to be done; `line` where it stands in the file. */
const reasonSchema = v.variant("kind", [
  v.object({ kind: v.literal("front-matter-open"), line }),
  v.object({ kind: v.literal("bad-value"), line, key: text }),
  v.object({ kind: v.literal("unknown-service"), line, found: text }),
  v.object({ kind: v.literal("unknown-owner"), line, found: text }),
  v.object({ kind: v.literal("missing-section"), section }),
  v.object({ kind: v.literal("review-due"), reviewed: optional(text), since: optional(text) }),
  v.object({ kind: v.literal("unwritten"), line, count: v.number() }),
  /** The address was not answered since: what is shown is the last good one. */
  v.object({ kind: v.literal("stale"), code: text, since: instantSchema }),
]);
export type RunbookReason = v.InferOutput<typeof reasonSchema>;

const rowSchema = v.object({
  id,
  title: text,
  place: v.picklist(["folder", "address"]),
  services: listOf(v.object({ id: text, name: text })),
  owners: listOf(ownerSchema),
  severity: optional(v.picklist(severities)),
  /** `never`: it has no date. `not-asked`: the team file asks for no reviews. */
  review: v.picklist(["current", "due", "never", "not-asked"]),
  reviewed: optional(text),
  /** The day on which the next review is due, or was. */
  dueOn: optional(text),
  reasons: listOf(reasonSchema),
  draft: v.boolean(),
});
export type RunbookRow = v.InferOutput<typeof rowSchema>;

const listSchema = v.object({
  /** The folder as the team file names it; absent where it names none. */
  folder: optional(text),
  /** `reading`: the first look is under way. */
  state: v.picklist(["reading", "ready", "absent", "unreadable", "none"]),
  writable: v.boolean(),
  runbooks: listOf(rowSchema),
  /** Files and addresses that could not be read, each with the system's or our own code. */
  failures: listOf(v.object({ id: text, code: text })),
  /** Services without a runbook; `named` where one is named and is not there. */
  gaps: listOf(v.object({ service: text, serviceName: text, named: optional(text) })),
  /** Services whose runbook opens outside. */
  outside: listOf(v.object({ service: text, serviceName: text, url: text })),
  tasks: listOf(taskSchema),
});
export type RunbookList = v.InferOutput<typeof listSchema>;

const headingFields = { title: text, line, to: optional(line), sections: listOf(section) };
const headingSchema = v.variant("kind", [
  v.object({ kind: v.literal("heading"), ...headingFields, level: v.number(), rank: v.number(), slug: text }),
  v.object({ kind: v.literal("bold"), ...headingFields }),
]);

/** A Markdown text to be drawn: its headings, and where its parts begin, which are asked for one by one with `content`. */
const drawnTextSchema = v.object({
  content: text,
  headings: listOf(headingSchema),
  parts: listOf(v.object({ line, size: v.number() })),
});
export type DrawnText = v.InferOutput<typeof drawnTextSchema>;

const runbookSchema = v.object({
  ...rowSchema.entries,
  ...drawnTextSchema.entries,
  failureModes: listOf(
    v.object({
      title: text,
      category: optional(v.picklist(failureCategories)),
      description: optional(text),
      symptoms: listOf(text),
      causes: listOf(text),
      line,
    }),
  ),
  commonIssues: listOf(v.object({ title: text, clues: listOf(text), solutions: listOf(text), line })),
  /** In the order of the text; `line` is that of the task list item. */
  checklist: listOf(v.object({ id: text, text, under: optional(text), line })),
  slas: listOf(text),
  /** For an address: when it last answered. */
  fetchedAt: optional(instantSchema),
});
export type RunbookDocument = v.InferOutput<typeof runbookSchema>;

/** A part of a runbook that fits an incident, with the words that they share. */
const fitSchema = v.object({
  kind: v.picklist(["failure-mode", "common-issue", "section"]),
  title: text,
  line,
  score: v.number(),
  words: listOf(text),
});
export type RunbookFit = v.InferOutput<typeof fitSchema>;

const incidentRunbookSchema = v.variant("kind", [
  v.object({
    kind: v.literal("found"),
    why: whySchema,
    runbook: runbookSchema,
    /** Best first; empty where nothing fits. `named`: the alert's address names the first one itself. */
    fits: listOf(fitSchema),
    named: v.boolean(),
    ticks: listOf(tickSchema),
  }),
  v.object({ kind: v.literal("outside"), url: text, title: text, why: whySchema }),
  v.object({
    kind: v.literal("gap"),
    named: optional(text),
    /** Why what is named could not be read. */
    code: optional(text),
    /** The draft that was written for it, while it is not finished. */
    draft: optional(text),
    ticks: listOf(tickSchema),
  }),
]);
export type IncidentRunbook = v.InferOutput<typeof incidentRunbookSchema>;

const hitSchema = v.object({
  id,
  title: text,
  /** The heading that the words stand under. */
  heading: optional(text),
  line: optional(line),
  /** The line around the words, as plain text. */
  excerpt: text,
  /** The words of the runbook that were found, in lower case, to be marked. */
  words: listOf(text),
});
export type RunbookHit = v.InferOutput<typeof hitSchema>;

const draftSchema = v.object({
  text,
  /** Where it would be written, from the team file's folder; absent where it can only be copied. */
  path: optional(text),
  /** Why it can only be copied. */
  copyOnly: optional(v.picklist(["no-folder", "remote-team", "sample-team", "not-writable"])),
});
export type RunbookDraft = v.InferOutput<typeof draftSchema>;

const written = v.variant("kind", [
  v.object({ kind: v.literal("written"), id, path: text }),
  v.object({
    kind: v.literal("refused"),
    reason: v.picklist(["not-found", "no-team", "no-folder", "remote-team", "sample-team", "not-writable", "exists"]),
  }),
]);
export type DraftWritten = v.InferOutput<typeof written>;

export const runbookContract = {
  runbooks: { input: v.object({}), output: listSchema },
  "read-runbook": { input: v.object({ id }), output: v.nullable(runbookSchema) },
  /** A part of a text that was read, by its place in `parts`; null where the text is kept no more, and is to be read again. */
  "markdown-part": {
    input: v.object({ content: v.pipe(text, v.maxLength(100)), index: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
    output: v.nullable(drawnBlocksSchema),
  },
  /** What a text that is being written looks like; null where it cannot be taken apart. */
  "preview-markdown": {
    input: v.object({ text: v.pipe(text, v.maxLength(200_000)) }),
    output: v.nullable(drawnTextSchema),
  },
  "incident-runbook": { input: v.object({ incident }), output: v.nullable(incidentRunbookSchema) },
  "search-runbooks": { input: v.object({ text: v.pipe(text, v.maxLength(200)) }), output: listOf(hitSchema) },
  /** Ticks a line of the incident's runbook, or takes the tick back. */
  "tick-runbook": {
    input: v.object({ incident, item: v.pipe(text, v.minLength(1), v.maxLength(100)), done: v.boolean() }),
    output: outcome,
  },
  /** What a runbook for this incident would begin with; nothing is written. */
  "draft-runbook": { input: v.object({ incident }), output: v.nullable(draftSchema) },
  /** Writes the draft, or the text that the person made of it, as a new file; nothing is ever overwritten. */
  "write-runbook-draft": {
    input: v.object({ incident, text: v.exactOptional(v.pipe(text, v.minLength(1), v.maxLength(200_000))) }),
    output: written,
  },
  /** Writes today's date into the front matter, and leaves every other byte as it is. */
  "runbook-reviewed": { input: v.object({ id }), output: outcome },
  /** Opens the file in the system's editor for it, an address in the browser. */
  "open-runbook": { input: v.object({ id }), output: outcome },
  /** An image of the folder as a data: address; null where there is none, or none that may be shown. */
  "runbook-image": {
    input: v.object({ id, src: v.pipe(text, v.minLength(1), v.maxLength(4_096)) }),
    output: v.nullable(v.object({ data: text })),
  },
} as const;
