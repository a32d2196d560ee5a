import * as v from "valibot";
import { instantSchema } from "../wire.ts";

const text = v.string();
const optional = v.exactOptional;

/** The pager check, as a screen shows it. */
export const drillViewSchema = v.variant("kind", [
  v.object({
    kind: v.literal("running"),
    startedAt: instantSchema,
    answerBy: instantSchema,
    shownAt: optional(instantSchema),
  }),
  v.object({ kind: v.literal("passed"), at: instantSchema, milliseconds: v.number() }),
  v.object({ kind: v.literal("failed"), at: instantSchema, reason: text }),
]);
