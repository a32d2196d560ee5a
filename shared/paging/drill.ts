import * as v from "valibot";
import { instantSchema, type Output } from "../wire.ts";

/*
 *   pager-check        shown            acknowledged
 *   ────────▶ running ───────▶ running ──────────────▶ passed
 *                └───────────────┴── no notice, or nobody answers in time ──▶ failed
 */
export const drillSchema = v.variant("kind", [
  v.object({
    kind: v.literal("running"),
    startedAt: instantSchema,
    answerBy: instantSchema,
    shownAt: v.exactOptional(instantSchema),
  }),
  v.object({ kind: v.literal("passed"), at: instantSchema, milliseconds: v.number() }),
  v.object({ kind: v.literal("failed"), at: instantSchema, reason: v.picklist(["not-shown", "not-acknowledged"]) }),
]);
/** The pager check: a notice that goes the way of a page, and the press that answers it. */
export type Drill = Output<typeof drillSchema>;
