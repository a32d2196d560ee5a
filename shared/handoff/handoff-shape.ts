import * as v from "valibot";
import { roles, severities } from "../team/team.ts";
import { noFolderReasons } from "./handoff-state.ts";
import { instantSchema, listOf } from "../wire.ts";

/* What a screen is told of handoffs. */

const text = v.string();
const optional = v.exactOptional;
const person = v.object({ id: text, name: text });
const role = v.picklist(roles);

export const itemStandings = ["open", "ticked", "done-by-baton", "waived"] as const;

const itemSchema = v.object({
  id: text,
  text,
  /** A person can tick it; the others Baton sees for itself. */
  byHand: v.boolean(),
  standing: v.picklist(itemStandings),
  /** What Baton found, or the sentence with which it was left out. */
  why: optional(text),
});
export type HandoffItem = v.InferOutput<typeof itemSchema>;

const draftSchema = v.object({
  schedule: text,
  role,
  from: instantSchema,
  to: instantSchema,
  zone: text,
  next: optional(v.object({ person, until: instantSchema })),
  /** Everybody else of the team, the next one first. */
  others: listOf(person),
  items: listOf(itemSchema),
  open: listOf(
    v.object({
      id: text,
      title: optional(text),
      service: optional(text),
      severity: v.picklist(severities),
      standing: text,
      by: optional(text),
      since: instantSchema,
      line: text,
    }),
  ),
  moreOpen: v.number(),
  missing: listOf(
    v.object({
      id: text,
      what: v.picklist(["write-runbook", "finish-draft"]),
      title: optional(text),
      service: optional(text),
      /** Who is to write it, and by which day of the schedule; `promised` once somebody has said so. */
      owner: optional(person),
      by: text,
      promised: v.boolean(),
    }),
  ),
  atRisk: listOf(
    v.object({ id: text, title: optional(text), clock: v.picklist(["respond", "resolve"]), by: instantSchema }),
  ),
  ahead: listOf(
    v.object({
      because: v.picklist(["holiday", "swap", "override"]),
      role,
      person: text,
      from: instantSchema,
      to: instantSchema,
      holiday: optional(text),
    }),
  ),
  notes: text,
  /** Texts of the items that are neither done nor left out. */
  unfinished: listOf(text),
  /** Markdown. */
  report: text,
  nextOrder: optional(listOf(text)),
});
export type HandoffDraft = v.InferOutput<typeof draftSchema>;

const offerSchema = v.object({
  id: text,
  from: person,
  to: person,
  schedule: text,
  role,
  duty: v.object({ from: instantSchema, to: instantSchema }),
  until: instantSchema,
  /** By this host's clock. */
  seenAt: instantSchema,
  lapsesAt: instantSchema,
  report: text,
  because: optional(text),
});
export type HandoffOffer = v.InferOutput<typeof offerSchema>;

export const handoffEnds = ["accepted", "declined", "lapsed"] as const;

export const handoffViewSchema = v.object({
  /** My own handoff: `idle` where I have nothing to hand over. */
  state: v.picklist(["idle", "drafted", "offered", "declined", "lapsed"]),
  /** Present while I have something to hand over. */
  draft: optional(draftSchema),
  /** The shift is over by the schedule, and I am still responsible. */
  heldOver: v.boolean(),
  /** My offer that is out, or the one that was declined or lapsed last. */
  offer: optional(
    v.object({
      ...offerSchema.entries,
      /** `by-hand`: there is no folder. `failing`: the folder did not take it yet. */
      delivery: v.picklist(["sending", "delivered", "failing", "by-hand"]),
      failure: optional(text),
      word: optional(text),
      endedAt: optional(instantSchema),
      /** How whoever is to take it can be told. */
      reach: v.object({ email: optional(text), phone: optional(text), slack: optional(text) }),
    }),
  ),
  incoming: listOf(offerSchema),
  /** Newest first. */
  history: listOf(
    v.object({
      id: text,
      from: person,
      to: person,
      end: v.picklist(handoffEnds),
      at: instantSchema,
      word: optional(text),
    }),
  ),
  folder: v.variant("kind", [
    v.object({ kind: v.literal("unknown") }),
    v.object({
      kind: v.literal("shared"),
      path: text,
      writable: v.boolean(),
      problems: listOf(v.object({ name: text, reason: text })),
    }),
    v.object({ kind: v.literal("none"), reason: v.picklist(noFolderReasons) }),
  ]),
  /** Words of mine that the folder has not taken. */
  unsent: listOf(v.object({ id: text, paper: v.picklist(["offer", "answer", "closing"]), failure: text })),
});
export type HandoffView = v.InferOutput<typeof handoffViewSchema>;
