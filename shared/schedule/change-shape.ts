import * as v from "valibot";
import { roles } from "../team/team.ts";
import { formats } from "../team-file/text-format.ts";
import { personRefSchema } from "../team/person-ref.ts";
import { instantSchema, listOf } from "../wire.ts";

/* A change to a schedule as a screen asks for it, and what the host says of it before it is made. */

const text = v.string();
const role = v.picklist(roles);
const optional = v.exactOptional;
const id = v.pipe(text, v.minLength(1), v.maxLength(200));
const people = listOf(personRefSchema);
const span = { from: instantSchema, to: instantSchema };

/** Wall times of the schedule, such as 2027-02-03T09:00. Whether they are times is part of the answer. */
const localSpan = { from: v.pipe(text, v.maxLength(40)), to: v.pipe(text, v.maxLength(40)) };
const reason = v.pipe(text, v.trim(), v.regex(formats.name.pattern));

export const scheduleChangeSchema = v.variant("kind", [
  v.object({
    kind: v.literal("override"),
    override: v.object({ role, person: id, ...localSpan, reason: optional(reason) }),
  }),
  v.object({ kind: v.literal("swap"), swap: v.object({ role, a: id, b: id, ...localSpan }) }),
]);

/** A stretch of a schedule that somebody wants covered. */
export const coverWantedSchema = v.object({
  schedule: id,
  role,
  ...localSpan,
  note: optional(v.pipe(text, v.trim(), v.minLength(1), v.maxLength(500))),
});

export const changeProblemSchema = v.variant("kind", [
  v.object({ kind: v.literal("no-schedule") }),
  v.object({ kind: v.literal("unknown-person"), person: text }),
  v.object({ kind: v.literal("unknown-role"), role }),
  v.object({ kind: v.literal("same-person") }),
  v.object({ kind: v.literal("bad-time"), end: v.picklist(["from", "to"]) }),
  v.object({ kind: v.literal("empty-span") }),
  v.object({ kind: v.literal("too-long") }),
  v.object({ kind: v.literal("no-effect") }),
]);

const refusedSchema = v.object({ kind: v.literal("refused"), problems: listOf(changeProblemSchema) });

const conflictSchema = v.object({
  kind: v.picklist(["away", "double"]),
  role,
  person: personRefSchema,
  ...span,
  reason: optional(text),
  substitute: optional(personRefSchema),
});

const differenceOf = <T extends v.GenericSchema>(item: T) => v.object({ made: listOf(item), mended: listOf(item) });

export const changeEffectSchema = v.object({
  ...span,
  /** Its end has passed: what is changed is what was, which the log has told otherwise. */
  past: v.boolean(),
  moved: listOf(v.object({ role, ...span, before: people, after: people })),
  /** Hours in the change's role over the span around it; `index` from 0 to 100, where all carry the same. */
  fairness: v.object({
    ...span,
    index: v.object({ before: v.number(), after: v.number() }),
    loads: listOf(v.object({ person: personRefSchema, before: v.number(), after: v.number() })),
  }),
  conflicts: differenceOf(conflictSchema),
  gaps: differenceOf(v.object(span)),
});

export const hunkSchema = v.object({
  oldStart: v.number(),
  newStart: v.number(),
  lines: listOf(v.object({ kind: v.picklist(["same", "added", "removed", "note"]), text })),
});

/** Why the team file is not written to. */
export const fileFailureKinds = [
  "unreadable",
  "bad",
  "no-schedule",
  "alias",
  "unsure",
  "changed",
  "busy",
  "read-only",
  "disk-full",
  "io",
] as const;

/** What would be written: a file that Baton may write, one that it may not, or nothing that can be written. */
export const changedFileSchema = v.variant("kind", [
  v.object({ kind: v.literal("diff"), name: text, digest: text, hunks: listOf(hunkSchema) }),
  v.object({
    kind: v.literal("patch"),
    because: v.picklist(["sample", "address", "read-only"]),
    name: text,
    hunks: listOf(hunkSchema),
    patch: text,
  }),
  v.object({ kind: v.literal("none"), because: v.picklist(fileFailureKinds), detail: optional(text) }),
]);

export const proposalSchema = v.variant("kind", [
  refusedSchema,
  v.object({ kind: v.literal("proposed"), effect: changeEffectSchema, file: changedFileSchema }),
]);

export const coverProposalSchema = v.variant("kind", [
  refusedSchema,
  v.object({
    kind: v.literal("proposed"),
    /** Who holds the role then. */
    holders: people,
    /** Who could, least duty in the eight weeks around first. */
    substitutes: listOf(v.object({ person: personRefSchema, hours: v.number() })),
    /** Ready to be sent; `text` is Markdown. */
    title: text,
    text,
  }),
]);

export type Hunk = v.InferOutput<typeof hunkSchema>;
export type ScheduleChangeAsked = v.InferOutput<typeof scheduleChangeSchema>;
export type ChangeProblemView = v.InferOutput<typeof changeProblemSchema>;
export type ChangeEffectView = v.InferOutput<typeof changeEffectSchema>;
export type ChangedFile = v.InferOutput<typeof changedFileSchema>;
export type Proposal = v.InferOutput<typeof proposalSchema>;
export type CoverWanted = v.InferOutput<typeof coverWantedSchema>;
export type CoverProposal = v.InferOutput<typeof coverProposalSchema>;
