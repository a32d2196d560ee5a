import type { Instant } from "../../shared/time/instant.ts";

/** Undoes a subscription or a timer; calling it again does nothing. */
export type Cancel = () => void;

/** One line of the audit journal: what a person did, what was told to a person, what became of an incident. */
export type JournalEntry = {
  readonly at: Instant;
  readonly kind: string;
  /** JSON without secrets. */
  readonly body: Readonly<Record<string, unknown>>;
};

/** A line that is in the journal; `seq` counts from 1 in the order of writing. */
export type { JournalLine } from "../../shared/log/journal-kinds.ts";
