import * as v from "valibot";
import { instantSchema, type Output } from "../wire.ts";

/*
 *            a good answer                 no good answer for 3 polls            for 12 polls
 *   stale ─────────────────▶ fresh ──────────────────────────────▶ stale ─────────────────────▶ blind
 *                              ▲                                     │                            │
 *                              └─────────────── a good answer ───────┴────────────────────────────┘
 */
export const freshnessKinds = ["fresh", "stale", "blind"] as const;
export type Freshness = (typeof freshnessKinds)[number];

/** What is known of a source's health beyond this run of Baton. */
export const sourceHealthSchema = v.object({
  id: v.string(),
  lastGoodAt: v.exactOptional(instantSchema),
  /** What people were last told of its freshness. */
  toldFreshness: v.picklist(freshnessKinds),
  /** When that was told in one notice with other sources; absent where it had its own, or is fresh. */
  toldTogetherAt: v.exactOptional(instantSchema),
});
export type SourceHealth = Output<typeof sourceHealthSchema>;
