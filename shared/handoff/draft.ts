import type { PersonId, Role, Severity } from "../team/team.ts";
import type { LocalDate } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import type { ItemId } from "./usual-items.ts";

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

/** Something that was resolved in this shift and has no runbook yet: one for each service, or each key without one. */
export type MissingRunbook = {
  readonly id: string;
  readonly title?: string;
  readonly service?: string;
  readonly resolvedAt: Instant;
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

export type LogLine = { readonly at: Instant; readonly by?: string; readonly text: string };

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

/** Who writes a missing runbook, and by when. */
export type Promised = { readonly person: PersonId; readonly by: LocalDate };

/** What the author of a draft has said. Survives whatever happens to the facts. */
export type OwnWords = {
  /** By incident: where it stands. */
  readonly lines: Readonly<Record<string, string>>;
  /** By missing runbook. */
  readonly promises: Readonly<Record<string, Promised>>;
  readonly ticks: Readonly<Record<ItemId, Instant>>;
  /** By item: why it is left undone. */
  readonly waivers: Readonly<Record<ItemId, string>>;
  readonly notes: string;
};

export const noWords: OwnWords = { lines: {}, promises: {}, ticks: {}, waivers: {}, notes: "" };

/** The open incidents that nobody has described yet. */
export const undescribed = ({ open }: DraftFacts, { lines }: OwnWords): readonly OpenIncident[] =>
  open.filter(({ id }) => (lines[id] ?? "").trim() === "");

/** The missing runbooks that nobody has promised yet. */
export const unpromised = ({ missing }: DraftFacts, { promises }: OwnWords): readonly MissingRunbook[] =>
  missing.filter(({ id }) => promises[id] === undefined);
