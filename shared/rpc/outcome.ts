import * as v from "valibot";

/** Done, or the reason why not, as a closed set that the screen words. */
export const outcome = v.variant("kind", [
  v.object({ kind: v.literal("done"), count: v.number() }),
  v.object({
    kind: v.literal("refused"),
    reason: v.picklist([
      "not-found",
      "already-resolved",
      "already-acknowledged",
      "not-acknowledged",
      "not-resolved",
      "unsupported",
      "no-next-step",
      "no-team",
      "not-on-duty",
      "already-offered",
      "not-offered",
      "unfinished",
      "not-kept",
      "unknown-person",
      "busy",
      "unreadable",
      "invalid",
      "not-listening",
      "file-changed",
      "file-read-only",
      "file-not-written",
    ]),
    detail: v.exactOptional(v.string()),
  }),
]);
export type Outcome = v.InferOutput<typeof outcome>;
