import * as v from "valibot";
import { instantSchema, type Output } from "../wire.ts";

/*
 * What is left to be done so that the next person knows more (002-4, 001-7). A task is open for as long as it is kept: what makes
 * it done (the runbook is there, is finished, was reviewed) takes it away, and the journal says so.
 *
 *   resolved without a runbook       a draft lies there            nothing is left to be written
 *   ─────────────────▶ write-runbook ──────────────▶ finish-draft ─────────────────────▶ (done)
 *   the review falls due
 *   ─────────────────▶ review-due ── the date is new ──▶ (done)
 */

/** Names what is to be done, so that the same is never asked twice. */
export type TaskId = string;

const asked = {
  id: v.string(),
  madeAt: instantSchema,
  dueAt: instantSchema,
  /** A person's or a group's id; absent where nobody is known to answer for it. */
  owner: v.exactOptional(v.string()),
  /** Somebody has named the owner and the day; else Baton did. */
  promised: v.exactOptional(v.literal(true)),
  /** The incident's title, or the runbook's. */
  title: v.string(),
  service: v.exactOptional(v.string()),
};
const incidents = v.array(v.string());

export const keptTaskSchema = v.variant("kind", [
  v.object({ kind: v.literal("write-runbook"), ...asked, incidents }),
  v.object({ kind: v.literal("finish-draft"), ...asked, runbook: v.string(), incidents }),
  v.object({ kind: v.literal("review-due"), ...asked, runbook: v.string() }),
]);
export type Task = Output<typeof keptTaskSchema>;

export const taskKinds = ["write-runbook", "finish-draft", "review-due"] as const satisfies readonly Task["kind"][];
