import type { Paper } from "../handoff/papers.ts";
import type { OutboxId, SourceAction } from "../incident/outbox.ts";
import type { Announcement } from "../paging/announcement.ts";
import type { NoticeKey } from "../paging/notice.ts";
import type { NoticeOrder } from "../paging/notice-facts.ts";
import type { CalendarId, Severity, SourceId } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";
import type { Span } from "../time/span.ts";
import type { TeamFileEdit } from "../schedule/change-record.ts";

/** What the shell is to do. Each is tried once; what became of it comes back as an event. */
export type Effect =
  | { readonly kind: "poll"; readonly source: SourceId }
  | { readonly kind: "read-calendar"; readonly calendar: CalendarId; readonly window: Span }
  | { readonly kind: "act"; readonly id: OutboxId; readonly source: SourceId; readonly action: SourceAction }
  /** Asks what became of an action that was accepted. */
  | {
      readonly kind: "confirm-action";
      readonly id: OutboxId;
      readonly source: SourceId;
      readonly action: SourceAction;
      readonly request: string;
    }
  | { readonly kind: "show-notice"; readonly order: NoticeOrder }
  | { readonly kind: "close-notice"; readonly key: NoticeKey }
  /** For the channels of the team. */
  | { readonly kind: "announce"; readonly announcement: Announcement }
  /** Puts a paper into the team's folder, unless one of its name is there. */
  | { readonly kind: "write-paper"; readonly paper: Paper }
  /** Puts a change into the team file, or takes it out again. */
  | { readonly kind: "write-team-file"; readonly edit: TeamFileEdit; readonly step: "apply" | "undo" }
  /** A sound and the window, where no notification can be shown. */
  | { readonly kind: "alarm"; readonly severity: Severity };

/** One line for the audit journal. */
export type Entry = { readonly at: Instant; readonly kind: string; readonly body: Readonly<Record<string, unknown>> };
