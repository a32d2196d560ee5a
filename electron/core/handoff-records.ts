import * as v from "valibot";
import type { HandoffState, KeptHandoffs, KnownHandoff, OwnDraft } from "../../shared/handoff/handoff-state.ts";
import type { Kept } from "./records.ts";
import { instantSchema } from "../../shared/wire.ts";

/* How handoffs lie in the store: one record per handoff, and two for my draft and the rounds of lists that are shuffled. */

/** The records beside the handoffs themselves in which two states differ. */
export const handoffRecords = (before: HandoffState, after: HandoffState): readonly Kept[] => [
  ...(before.draft === after.draft ? [] : [{ collection: "app", id: "handoff-draft", body: after.draft ?? null }]),
  ...(before.rounds === after.rounds ? [] : [{ collection: "app", id: "rounds", body: after.rounds }]),
];

const table = v.record(v.string(), v.unknown());
const knownRecord = v.looseObject({
  id: v.string(),
  offer: v.looseObject({
    id: v.string(),
    from: v.string(),
    to: v.string(),
    duty: v.looseObject({ schedule: v.string(), role: v.string(), from: instantSchema, to: instantSchema }),
    until: instantSchema,
    offeredAt: instantSchema,
    acceptWithin: v.number(),
  }),
  report: v.string(),
  seenAt: instantSchema,
  unsent: v.array(v.looseObject({ paper: v.string(), nextAt: instantSchema })),
  byHand: v.boolean(),
  overrides: v.array(v.string()),
});
const draftRecord = v.object({
  duty: v.string(),
  words: v.looseObject({ lines: table, ticks: table, waivers: table, notes: v.string() }),
});
const roundsRecord = v.record(v.string(), v.number());

/** What the store kept of handoffs; `onUnreadable` hears of each record that is broken. */
export function restoreHandoffs(records: readonly Kept[], onUnreadable: () => void): KeptHandoffs {
  const known = records.flatMap(({ collection, body }) => {
    if (collection !== "handoff") return [];
    if (v.is(knownRecord, body)) return [body as unknown as KnownHandoff];
    onUnreadable();
    return [];
  });
  const of = (wanted: string): unknown =>
    records.find(({ collection, id }) => collection === "app" && id === wanted)?.body;
  const draft = of("handoff-draft");
  const rounds = of("rounds");
  return {
    known,
    ...(v.is(draftRecord, draft) && { draft: draft as unknown as OwnDraft }),
    rounds: v.is(roundsRecord, rounds) ? rounds : {},
  };
}
