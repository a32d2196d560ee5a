import type { Change } from "./change.ts";
import type { ScheduleId } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";

/**
 * What is put into a team file, exactly: with it the file can be written, and brought back as it was. Digests are SHA-256 in
 * hex, of the file before and after; offsets are of its text before.
 */
export type TeamFileEdit = {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly insertions: readonly { readonly at: number; readonly text: string }[];
};

/** Why a team file was not written. */
export type TeamWriteFailure = {
  readonly kind: "unreadable" | "changed" | "busy" | "read-only" | "disk-full" | "io";
  readonly code?: string;
};

/*
 *   change-schedule          team-file-written          undo-schedule-change
 *   ───────────────▶ writing ────────────────▶ written ────────────────────▶ undoing ── team-file-written ──▶ (gone)
 *                       └── team-file-kept ──▶ (gone)   ◀── team-file-kept ────┘
 */
export type ScheduleChange = {
  /** The digest of the file with the change. */
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  readonly schedule: ScheduleId;
  readonly change: Change;
  readonly edit: TeamFileEdit;
  readonly standing: "writing" | "written" | "undoing";
};

/** Latest last; older ones are no longer undone. */
export type ScheduleChanges = {
  readonly made: readonly ScheduleChange[];
  /** What became of the last write that failed. */
  readonly failure?: TeamWriteFailure;
};

export const noScheduleChanges: ScheduleChanges = { made: [] };
