import * as v from "valibot";
import { incidentSchema } from "../incident/incident.ts";
import { outboxEntrySchema } from "../incident/outbox.ts";
import { sourceHealthSchema } from "../source/source-health.ts";
import { tellingSchema } from "../paging/telling.ts";
import { newSource } from "../state/state.ts";
import { instant } from "../time/instant.ts";
import { instantSchema } from "../wire.ts";
import { many, manyWhole, one } from "./kept-thing.ts";
import { flatIncidentSchema, withAlert } from "./flat-incident.ts";
import { first, since } from "./versioned.ts";

/* What is kept of incidents, of what was asked of their sources, and of what was told of them. */

const byId = <T extends { readonly id: string }>(values: readonly T[]): ReadonlyMap<string, T> =>
  new Map(values.map((value) => [value.id, value]));

export const incidents = manyWhole("incident", {
  collection: "incident",
  record: since(first(flatIncidentSchema), incidentSchema, withAlert),
  of: (state) => state.incidents,
  put: (state, values) => ({ ...state, incidents: byId(values) }),
});

export const outbox = manyWhole("outbox", {
  collection: "outbox",
  record: first(outboxEntrySchema),
  of: (state) => state.outbox,
  put: (state, values) => ({ ...state, outbox: byId(values) }),
});

export const tellings = manyWhole("telling", {
  collection: "telling",
  record: first(tellingSchema),
  of: (state) => state.tellings,
  put: (state, values) => ({ ...state, tellings: new Map(values.map((telling) => [telling.incident, telling])) }),
});

/** A good answer is written down at most once in so many milliseconds; only its age matters. */
const goodAnswerGrain = 60_000;
const grain = (lastGoodAt = 0): number => Math.floor(lastGoodAt / goodAnswerGrain);

export const sources = many("source", {
  collection: "source",
  record: first(sourceHealthSchema),
  of: (state) => state.sources,
  keep: ({ id, lastGoodAt, toldFreshness, toldTogetherAt }) => ({
    id,
    toldFreshness,
    ...(toldTogetherAt !== undefined && { toldTogetherAt }),
    ...(lastGoodAt !== undefined && { lastGoodAt }),
  }),
  same: (one, other) =>
    one.toldFreshness === other.toldFreshness &&
    one.toldTogetherAt === other.toldTogetherAt &&
    grain(one.lastGoodAt) === grain(other.lastGoodAt),
  put: (state, values) => ({
    ...state,
    sources: new Map(values.map((health) => [health.id, { ...newSource(health.id, instant(0)), ...health }])),
  }),
});

export const risks = one("risks", {
  id: "risks",
  record: first(v.array(v.string())),
  of: ({ toldRisks }) => toldRisks,
  keep: (told) => [...told],
  same: Object.is,
  put: (state, told) => ({ ...state, toldRisks: new Set(told) }),
});

const quietSchema = v.object({
  quietUntil: v.exactOptional(instantSchema),
  quietSince: v.exactOptional(instantSchema),
});

export const quiet = one("quiet", {
  id: "quiet",
  record: first(quietSchema),
  of: ({ quietUntil, quietSince }) => ({
    ...(quietUntil !== undefined && { quietUntil }),
    ...(quietSince !== undefined && { quietSince }),
  }),
  keep: (now) => now,
  same: (a, b) => a.quietUntil === b.quietUntil && a.quietSince === b.quietSince,
  put: (state, kept) => ({ ...state, ...kept }),
});
