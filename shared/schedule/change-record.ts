import * as v from "valibot";
import { roles } from "../team/team.ts";
import { instantSchema, schemaOf, type Output } from "../wire.ts";
import type { Change } from "./change.ts";

const text = v.string();
const role = v.picklist(roles);

/**
 * What is put into a team file, exactly: with it the file can be written, and brought back as it was. Digests are SHA-256 in
 * hex, of the file before and after; offsets are of its text before.
 */
const teamFileEditSchema = v.object({
  path: text,
  before: text,
  after: text,
  insertions: v.array(v.object({ at: v.number(), text })),
});
export type TeamFileEdit = Output<typeof teamFileEditSchema>;

/** Why a team file was not written. */
export type TeamWriteFailure = {
  readonly kind: "unreadable" | "changed" | "busy" | "read-only" | "disk-full" | "io";
  readonly code?: string;
};

const changeSchema = schemaOf<Change>()(
  v.variant("kind", [
    v.object({
      kind: v.literal("override"),
      override: v.object({ role, person: text, from: text, to: text, reason: v.exactOptional(text) }),
    }),
    v.object({ kind: v.literal("swap"), swap: v.object({ role, a: text, b: text, from: text, to: text }) }),
  ]),
);

/*
 *   change-schedule          team-file-written          undo-schedule-change
 *   ───────────────▶ writing ────────────────▶ written ────────────────────▶ undoing ── team-file-written ──▶ (gone)
 *                       └── team-file-kept ──▶ (gone)   ◀── team-file-kept ────┘
 */
export const keptChangeSchema = v.object({
  /** The digest of the file with the change. */
  id: text,
  at: instantSchema,
  by: text,
  schedule: text,
  change: changeSchema,
  edit: teamFileEditSchema,
  standing: v.picklist(["writing", "written", "undoing"]),
});
export type ScheduleChange = Output<typeof keptChangeSchema>;

/** Latest last; older ones are no longer undone. */
export type ScheduleChanges = {
  readonly made: readonly ScheduleChange[];
  /** What became of the last write that failed. */
  readonly failure?: TeamWriteFailure;
};

export const noScheduleChanges: ScheduleChanges = { made: [] };
