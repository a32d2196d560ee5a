import type { OutboxId, SourceAction } from "../incident/outbox.ts";
import type { NoticeKey } from "../paging/notice.ts";
import type { NoticeOrder } from "../paging/notice-facts.ts";
import type { Severity, SourceId } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";

/** What the shell is to do. Each is tried once; what became of it comes back as an event. */
export type Effect =
  | { readonly kind: "poll"; readonly source: SourceId }
  | { readonly kind: "act"; readonly id: OutboxId; readonly source: SourceId; readonly action: SourceAction }
  | { readonly kind: "show-notice"; readonly order: NoticeOrder }
  | { readonly kind: "close-notice"; readonly key: NoticeKey }
  /** A sound and the window, where no notification can be shown. */
  | { readonly kind: "alarm"; readonly severity: Severity };

/** One line for the audit journal. */
export type Entry = { readonly at: Instant; readonly kind: string; readonly body: Readonly<Record<string, unknown>> };
