import * as v from "valibot";
import { refusals } from "../state/refusal.ts";

/** Done, or the reason why not, which the screen words. */
export const outcome = v.variant("kind", [
  v.object({ kind: v.literal("done"), count: v.number() }),
  v.object({ kind: v.literal("refused"), reason: v.picklist(refusals), detail: v.exactOptional(v.string()) }),
]);
export type Outcome = v.InferOutput<typeof outcome>;
