import * as v from "valibot";
import { instant, type Instant } from "../time/instant.ts";
import { instantSchema, type Output } from "../wire.ts";

/** A deadline of an incident: when its time began to run, and when it was met, if it was. */
export const deadlineSchema = v.object({
  by: instantSchema,
  from: instantSchema,
  metAt: v.exactOptional(instantSchema),
});
export type Deadline = Output<typeof deadlineSchema>;

/*
 *   on-track ──▶ at-risk ──▶ breached ──▶ breached, for good, though it was met late
 *       └───────────┴──▶ met
 */
export type DeadlineState = "on-track" | "at-risk" | "breached" | "met";

/** When a quarter of the time is left. */
export const riskAt = (from: Instant, by: Instant): Instant => instant(by - Math.floor((by - from) / 4));

/** What is done at the very instant is done in time. */
export const isOver = (by: Instant, now: Instant): boolean => now > by;

/** Where a deadline stands. */
export function deadlineState({ from, by, metAt }: Deadline, now: Instant): DeadlineState {
  if (metAt !== undefined) return isOver(by, metAt) ? "breached" : "met";
  if (isOver(by, now)) return "breached";
  return now >= riskAt(from, by) ? "at-risk" : "on-track";
}
