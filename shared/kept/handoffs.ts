import * as v from "valibot";
import { knownHandoffSchema, ownDraftSchema } from "../handoff/handoff-state.ts";
import { keptAnnouncementSchema } from "../paging/kept-announcement.ts";
import { tableOf } from "../wire.ts";
import { manyWhole, oneWhole } from "./kept-thing.ts";
import { first, since } from "./versioned.ts";

/* What is kept of handing over, and of what was announced to the team. */

/** The first version called a handoff that was withdrawn by what it is then, a draft. */
const oldHandoffSchema = v.object({
  ...knownHandoffSchema.entries,
  told: v.exactOptional(v.picklist(["offered", "accepted", "declined", "lapsed", "drafted"])),
});

const handoffRecord = since(first(oldHandoffSchema), knownHandoffSchema, ({ told, ...handoff }) => ({
  ...handoff,
  ...(told !== undefined && { told: told === "drafted" ? ("withdrawn" as const) : told }),
}));

export const handoffs = manyWhole("handoff", {
  collection: "handoff",
  record: handoffRecord,
  person: "gone-by-id",
  of: (state) => state.handoffs.known,
  put: (state, values) => ({
    ...state,
    handoffs: { ...state.handoffs, known: new Map(values.map((known) => [known.id, known])) },
  }),
});

export const handoffDraft = oneWhole("handoff-draft", {
  id: "handoff-draft",
  // Where nothing was said, the first version wrote null.
  record: first(v.nullable(ownDraftSchema)),
  of: (state) => state.handoffs.draft,
  put: (state, draft) => (draft ? { ...state, handoffs: { ...state.handoffs, draft } } : state),
});

export const rounds = oneWhole("rounds", {
  id: "rounds",
  record: first(tableOf(v.number())),
  of: (state) => state.handoffs.rounds,
  put: (state, kept) => ({ ...state, handoffs: { ...state.handoffs, rounds: kept } }),
});

export const announcements = manyWhole("announcement", {
  collection: "announcement",
  record: first(keptAnnouncementSchema),
  person: "gone-by-id",
  of: (state) => state.announcements,
  put: (state, values) => ({
    ...state,
    announcements: new Map(values.map((kept) => [kept.announcement.id, kept])),
  }),
});
