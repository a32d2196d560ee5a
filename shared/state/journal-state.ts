import * as v from "valibot";
import { instantSchema, type Output } from "../wire.ts";

/** Why the journal cannot be written. */
export const journalFailures = [
  "disk-full",
  "read-only",
  "corrupt",
  "busy",
  "io",
  "newer-version",
  "unsupported-node",
] as const;
export type JournalFailure = (typeof journalFailures)[number];

/** Whether what happens is written down. */
export const journalStateSchema = v.variant("kind", [
  v.object({ kind: v.literal("ok") }),
  v.object({ kind: v.literal("memory"), reason: v.picklist(journalFailures), since: instantSchema }),
  v.object({ kind: v.literal("recovered"), keptAside: v.string() }),
]);
export type JournalState = Output<typeof journalStateSchema>;
