import * as v from "valibot";
import { instantSchema, tableOf, type Output } from "../wire.ts";
import type { TaskId } from "../runbook/task.ts";
import type { Role, Severity } from "../team/team.ts";
import type { LocalDate } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";

/*
 * A draft is what Baton knows (facts, made anew whenever they change) and what its author adds (words, kept). Titles of
 * sensitive services are left out before they come here.
 */

export type OpenIncident = {
  readonly id: string;
  /** Absent for a sensitive service. */
  readonly title?: string;
  readonly severity: Severity;
  readonly service?: string;
  readonly standing: "triggered" | "acknowledged" | "snoozed";
  /** Who has it. */
  readonly by?: string;
  readonly since: Instant;
};

/** What was resolved without a runbook, or has one that is not finished; carried from shift to shift until it is done (002-4). */
export type MissingRunbook = {
  readonly id: TaskId;
  readonly what: "write-runbook" | "finish-draft";
  /** The incident's, or the draft's. */
  readonly title?: string;
  readonly service?: string;
  /** Who is to write it: a person's or a group's id. */
  readonly owner?: string;
  readonly by: LocalDate;
  /** Somebody has named the owner and the day; else Baton did. */
  readonly promised: boolean;
};

export type AtRisk = {
  readonly id: string;
  readonly title?: string;
  readonly clock: "respond" | "resolve";
  readonly by: Instant;
};

/** A holiday, swap or override that the next days bring. */
export type Ahead = {
  readonly because: "holiday" | "swap" | "override";
  readonly role: Role;
  readonly person: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly holiday?: string;
};

/** What happened, and the words that somebody wrote about it. */
export type LogLine = { readonly at: Instant; readonly text: string; readonly words?: string };

export type DraftFacts = {
  readonly schedule: string;
  readonly role: Role;
  readonly from: Instant;
  readonly to: Instant;
  readonly zone: string;
  readonly by: string;
  /** The worst first, so many that a person can say something of each. */
  readonly open: readonly OpenIncident[];
  /** Open incidents beyond those. */
  readonly others: number;
  readonly missing: readonly MissingRunbook[];
  readonly atRisk: readonly AtRisk[];
  readonly ahead: readonly Ahead[];
  readonly log: readonly LogLine[];
  /** The order of the next round, where this shift is the last of its list and the list is shuffled. */
  readonly nextOrder?: readonly string[];
};

/** What the author of a draft has said. Survives whatever happens to the facts. */
export const ownWordsSchema = v.object({
  /** By incident: where it stands. */
  lines: tableOf(v.string()),
  /** By item: when it was done. */
  ticks: tableOf(instantSchema),
  /** By item: why it is left undone. */
  waivers: tableOf(v.string()),
  notes: v.string(),
});
export type OwnWords = Output<typeof ownWordsSchema>;

export const noWords: OwnWords = { lines: {}, ticks: {}, waivers: {}, notes: "" };

/** The open incidents that nobody has described yet. */
export const undescribed = ({ open }: DraftFacts, { lines }: OwnWords): readonly OpenIncident[] =>
  open.filter(({ id }) => (lines[id] ?? "").trim() === "");

/** The missing runbooks that nobody has promised yet. */
export const unpromised = ({ missing }: DraftFacts): readonly MissingRunbook[] =>
  missing.filter(({ promised }) => !promised);
