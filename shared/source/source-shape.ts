import * as v from "valibot";
import { instantSchema, listOf } from "../wire.ts";
import { freshnessKinds } from "./source-health.ts";

const text = v.string();
const optional = v.exactOptional;

/** A source as a screen shows it: whether it can be trusted now, and what is wrong. */
export const sourceViewSchema = v.object({
  id: text,
  name: text,
  kind: text,
  freshness: v.picklist(freshnessKinds),
  /** Never: no good answer was ever received. */
  lastGoodAt: optional(instantSchema),
  nextPollAt: optional(instantSchema),
  polling: v.boolean(),
  failure: optional(v.object({ kind: text, facts: v.record(text, v.union([text, v.number()])) })),
  peers: listOf(v.object({ peer: text, failure: optional(text) })),
  unparsed: v.number(),
  open: v.number(),
  /** Names of secrets that it needs and that are absent. */
  missingSecrets: listOf(text),
});
export type SourceView = v.InferOutput<typeof sourceViewSchema>;
