import type { ServiceId, Severity, SourceId } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";
import type { Category } from "./categories.ts";

/** What is kept of an incident that ended, for as long as the team file says; the title only where the service is not sensitive. */
export type PastIncident = {
  readonly id: string;
  readonly source: SourceId;
  /** The source's own identity of the alert: what fires again has it again. */
  readonly key: string;
  readonly severity: Severity;
  readonly service?: ServiceId;
  readonly title?: string;
  readonly openedAt: Instant;
  readonly respondedAt?: Instant;
  readonly resolvedAt: Instant;
  /** Who resolved it; absent where the source ended it. */
  readonly by?: string;
};

/** The five questions of a post-incident note (000-8). */
export const noteParts = ["happened", "impact", "cause", "helped", "change"] as const;
export type NotePart = (typeof noteParts)[number];
export type NoteText = Readonly<Record<NotePart, string>>;

export type PostIncidentNote = NoteText & {
  readonly at: Instant;
  readonly by: string;
  readonly category: Category;
};

export type PastRecord = PastIncident & { readonly note?: PostIncidentNote };
