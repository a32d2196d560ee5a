import type { PersonId, ServiceId, Severity, SourceId } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";

/** What the figures need to know of one incident, open or over; instants are by Baton's clock. */
export type IncidentFact = {
  readonly id: string;
  readonly source: SourceId;
  /** The source's own identity of the alert: what fires again has it again. */
  readonly key: string;
  readonly service?: ServiceId;
  /** The worst that it was. */
  readonly severity: Severity;
  readonly openedAt: Instant;
  /** First acknowledgement. */
  readonly respondedAt?: Instant;
  readonly respondedBy?: string;
  readonly resolvedAt?: Instant;
  /** Absent where the source ended it by itself. */
  readonly resolvedBy?: string;
  readonly respondBy?: Instant;
  readonly resolveBy?: Instant;
  /** Somebody wrote a note, changed its severity, snoozed, escalated or ticked something: it was worked on. */
  readonly touched: boolean;
  readonly pages: readonly Page[];
};

/** One person told once. */
export type Page = { readonly person: PersonId; readonly at: Instant };
