import type { Instant } from "../time/instant.ts";
import { fits, type BodyOf, type Field, type Shape } from "./journal-fields.ts";

/*
 * The lines of the audit journal that the on-call log, the figures and the exports read: each kind with the fields of its body.
 * A field that ends in "?" may be absent, for older Batons did not write it. The titles of sensitive services stay out.
 * `by` is a person's id, a name that the source gave, or `somebody`.
 */

/** What is true of an incident when it changes its standing, so that a line can be read without the ones before it. */
const incident = {
  incident: "text",
  source: "text",
  key: "text",
  severity: "severity",
  service: "text?",
  title: "text?",
  investorImpact: "flag?",
  by: "text?",
  /** When Baton first knew of it; the same in all lines of one incident. */
  openedAt: "instant?",
  /** The first acknowledgement. */
  respondedAt: "instant?",
  respondBy: "instant?",
  resolveBy: "instant?",
} as const;

/** An offer of the baton; `word` is what came with the answer. */
const handedOver = {
  handoff: "text",
  schedule: "text",
  role: "text",
  giver: "text",
  taker: "text",
  word: "text?",
} as const;

/** What was put into the team file, or taken out of it again: who is named by it. */
const scheduleChange = { id: "text", by: "text", schedule: "text", what: "text", people: "texts" } as const;

/** What a person asked for, of one incident or many at once. */
const asked = { by: "text", incidents: "texts" } as const;

const shapes = {
  started: {},
  "team-loaded": { team: "text", sample: "flag?" },

  /* What became of an incident, whoever or whatever brought it about. Acknowledging and snoozing here are told by what was asked. */
  "incident-triggered": incident,
  "incident-acknowledged": incident,
  "incident-snoozed": incident,
  "incident-resolved": incident,
  /** The source says another severity. */
  "incident-rated": { incident: "text", from: "severity", severity: "severity" },
  /** The team file no longer has their source. */
  "incidents-dropped": { incidents: "texts" },
  "snooze-over": { incident: "text" },

  /* Who was paged. `escalation` is Baton's own run of a policy; `told` is a notification on this machine. */
  escalation: { incidents: "texts", step: "number", round: "number", people: "texts" },
  told: { me: "text?", severity: "severity", incidents: "texts" },
  "notice-failed": { notice: "text" },
  "deadline-at-risk": { incidents: "texts" },

  /* What a person asked for. */
  acknowledged: asked,
  unacknowledged: asked,
  snoozed: { ...asked, until: "instant" },
  /** Ended here, or asked of the source; `incident-resolved` follows for each that ended. */
  resolved: asked,
  escalated: { ...asked, step: "number", people: "texts" },
  noted: { ...asked, text: "text" },
  triaged: { ...asked, severity: "severity" },
  quiet: { by: "text", until: "instant?" },

  /* What became of an action that was asked of a source. */
  "action-confirmed": { incident: "text", source: "text", action: "text" },
  "action-refused": {
    incident: "text",
    source: "text",
    action: "text",
    reason: "text",
    lack: "text?",
    needs: "text?",
  },

  /* The on-call log. `corrects` is the `seq` of the entry that this one puts right. */
  "log-entry": {
    by: "text",
    text: "text",
    links: "links?",
    stakeholders: "texts?",
    incident: "text?",
    corrects: "number?",
  },
  /** A duty of a shift, by its title; `shift` is when the shift began. */
  "duty-ticked": { by: "text", schedule: "text", shift: "instant", duty: "text", done: "flag" },

  /** What was learnt of an incident that ended; the newest one counts. */
  "post-incident-note": {
    by: "text",
    incident: "text",
    category: "category",
    happened: "text",
    impact: "text",
    cause: "text",
    helped: "text",
    change: "text",
  },

  /*
   * What retention or a privacy request took away. The lines `first` to `last` were removed or written anew, so that the last
   * of them now has the hash `now` where the line after it still follows `was`.
   */
  retention: {
    what: "text",
    count: "number",
    before: "instant?",
    first: "number?",
    last: "number?",
    was: "text?",
    now: "text?",
  },
  /** Stands in the place of lines that were removed, at the head of the journal. */
  removed: { first: "number", last: "number", count: "number", from: "instant", to: "instant" },

  /* Who carries the baton. */
  "handoff-offered": { ...handedOver, unfinishedBecause: "text?" },
  "handoff-accepted": handedOver,
  "handoff-declined": handedOver,
  "handoff-withdrawn": handedOver,
  "handoff-lapsed": handedOver,
  /** The new order of a list, in which everybody had their turn. */
  shuffled: { schedule: "text", round: "number", order: "texts" },
  "schedule-changed": scheduleChange,
  "schedule-change-undone": scheduleChange,
  "schedule-change-failed": { id: "text", schedule: "text", failure: "text" },
  "cover-asked": { by: "text", schedule: "text", role: "text" },
  "shift-told": { me: "text?" },
  announced: { id: "text", topic: "text", title: "text" },
  "announcement-dismissed": { by: "text", id: "text" },

  /* What runbooks were used for, and what is still to be done about them. */
  "runbook-ticked": { by: "text", incident: "text", item: "text", text: "text" },
  "runbook-unticked": { by: "text", incident: "text", item: "text", text: "text" },
  "runbook-drafted": { by: "text", incident: "text", runbook: "text" },
  "runbook-reviewed": { by: "text", runbook: "text", date: "text" },
  "task-opened": { task: "text", dueAt: "instant" },
  "task-assigned": { by: "text", task: "text", person: "text", dueAt: "instant" },
  "task-done": { task: "text" },

  "drill-started": { by: "text" },
  "drill-passed": { milliseconds: "number" },
  "drill-failed": { reason: "text" },

  "source-fresh": { source: "text" },
  "source-stale": { source: "text" },
  "source-blind": { source: "text" },

  /* What people were told of a calendar: that what it said is old, and that it is read again. */
  "calendar-old": { calendar: "text" },
  "calendar-back": { calendar: "text" },
} as const satisfies Readonly<Record<string, Shape>>;

type Shapes = typeof shapes;
export type JournalKind = keyof Shapes;
export type JournalBody<K extends JournalKind> = BodyOf<Shapes[K]>;

/** A line as it lies in the journal. */
export type JournalLine = {
  readonly seq: number;
  readonly at: Instant;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
};

/** A line of a known kind, told apart by it. */
export type KnownLine = {
  readonly [K in JournalKind]: {
    readonly seq: number;
    readonly at: Instant;
    readonly kind: K;
    readonly body: JournalBody<K>;
  };
}[JournalKind];

/** A line to be written, held to the fields of its kind. */
export const journalEntry = <K extends JournalKind>(
  at: Instant,
  kind: K,
  body: JournalBody<K>,
): { readonly at: Instant; readonly kind: K; readonly body: Readonly<Record<string, unknown>> } => ({ at, kind, body });

/** The line, if it is of a known kind and its body has the fields of that kind; a newer Baton may have written others. */
export const knownLine = (line: JournalLine): KnownLine | undefined => (isKnown(line) ? line : undefined);

const checks = new Map<string, readonly (readonly [string, Field])[]>(
  Object.entries(shapes).map(([kind, shape]) => [kind, Object.entries<Field>(shape)]),
);

// A hundred thousand lines are read for one figure: by loops, without a schema.
function isKnown(line: JournalLine): line is KnownLine {
  const fields = checks.get(line.kind);
  if (!fields) return false;
  for (const [name, field] of fields) if (!fits(line.body[name], field)) return false;
  return true;
}
