import * as v from "valibot";
import { instantSchema, type Output } from "../wire.ts";
import { ownWordsSchema } from "./draft.ts";
import type { Duty, HandoffId } from "./handoff.ts";
import { handoffKinds, paperKinds, papersSchema } from "./papers.ts";
import type { ScheduleId, Team } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";

/** A paper of mine that the folder does not hold yet. `failure` is the system's code of the last attempt. */
const unsentSchema = v.object({
  paper: v.picklist(paperKinds),
  nextAt: instantSchema,
  failure: v.exactOptional(v.string()),
});
export type Unsent = Output<typeof unsentSchema>;

/** One handoff as this installation knows it. Times that others wrote are by their clocks; `…SeenAt` are by this one's. */
export const knownHandoffSchema = v.object({
  ...papersSchema.entries,
  id: v.string(),
  seenAt: instantSchema,
  answerSeenAt: v.exactOptional(instantSchema),
  unsent: v.array(unsentSchema),
  /** It goes by clipboard, mail or chat, because there is no folder to put it into. */
  byHand: v.boolean(),
  /** What was last told and written down of it. */
  told: v.exactOptional(v.picklist(handoffKinds)),
  /** The overrides that the team file held when the last paper was seen, as JSON: later ones are stronger than the handoff. */
  overrides: v.array(v.string()),
});
export type KnownHandoff = Output<typeof knownHandoffSchema>;
export type ToldOf = NonNullable<KnownHandoff["told"]>;

/** What the author of a draft has said, for one duty. */
export const ownDraftSchema = v.object({ duty: v.string(), words: ownWordsSchema });
export type OwnDraft = Output<typeof ownDraftSchema>;

/** Where handoffs are exchanged. `none`: by hand only, and why. */
export type HandoffFolder =
  | { readonly kind: "unknown" }
  | {
      readonly kind: "shared";
      readonly path: string;
      readonly writable: boolean;
      readonly problems: readonly FolderProblem[];
    }
  | { readonly kind: "none"; readonly reason: NoFolder };
export const noFolderReasons = ["remote-team", "sample-team"] as const;
export type NoFolder = (typeof noFolderReasons)[number];

/** A file in the folder that is no paper, and why. */
export type FolderProblem = { readonly name: string; readonly reason: string };

export type HandoffState = {
  readonly known: ReadonlyMap<HandoffId, KnownHandoff>;
  readonly draft?: OwnDraft;
  readonly folder: HandoffFolder;
  /** Until then no offer of mine lapses: answers may still be on their way to a machine that has just woken. */
  readonly patientUntil?: Instant;
  /** The round of each schedule that is shuffled, as last seen. */
  readonly rounds: Readonly<Record<ScheduleId, number>>;
  /** The team that handoffs were last applied to, and what became of it. */
  readonly inForce?: { readonly base: Team; readonly team: Team; readonly overrides: string };
};

export const noHandoffs: HandoffState = { known: new Map(), folder: { kind: "unknown" }, rounds: {} };

/** Names a duty, so that what was said of it is not taken for the next one's. */
export const dutyKey = ({ schedule, role, from }: Duty): string => `${schedule} ${role} ${String(from)}`;

/** Oldest first by the offers' own clocks, which order the offers of one person. */
export const inOrder = (known: HandoffState["known"]): readonly KnownHandoff[] =>
  [...known.values()].toSorted((a, b) => a.offer.offeredAt - b.offer.offeredAt || (a.id < b.id ? -1 : 1));
