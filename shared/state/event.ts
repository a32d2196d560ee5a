import type { SourceAnswer, SourceFailure } from "../incident/answer.ts";
import type { InboxItem } from "../incident/inbox-item.ts";
import type { Entry } from "./effect.ts";
import type { ActionDone, ActionFailure, OutboxId } from "../incident/outbox.ts";
import type { DecidedButton, NoticeKey, NotifierStatus } from "../paging/notice.ts";
import type { PersonId, Severity, SourceId } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";
import type { CalendarEvent } from "../calendar/calendar-report.ts";
import type { PersonCommand } from "./command.ts";
import type { KeptAside, Restored } from "./restored.ts";
import type { JournalState } from "./journal-state.ts";
import type { ReadTeam } from "./state.ts";
import type { RunbooksKnown } from "../runbook/runbook-state.ts";
import type { HandoffEvent } from "../handoff/handoff-event.ts";
import type { TeamWriteFailure } from "../schedule/change-record.ts";
import type { Settings } from "./settings.ts";

/** When an event is decided, and a number in [0, 1) drawn for it; with them a log of events replays to the same state. */
export type Stamp = { readonly now: Instant; readonly roll: number };

/** Everything that Baton hears. Plain JSON, so that a log of it can be kept and replayed. */
export type AppEvent =
  | {
      readonly kind: "started";
      readonly restored: Restored;
      /** What could not be read of it. */
      readonly keptAside: KeptAside;
      /** The newest lines of the journal that the on-call log tells, oldest first. */
      readonly log?: readonly Entry[];
      readonly settings: Settings;
      readonly me?: PersonId;
      readonly journal: JournalState;
    }
  | { readonly kind: "team-loaded"; readonly loaded: ReadTeam }
  | { readonly kind: "team-refused"; readonly problems: readonly string[] }
  | { readonly kind: "settings-changed"; readonly settings: Settings }
  | { readonly kind: "source-answered"; readonly source: SourceId; readonly answer: SourceAnswer | "unchanged" }
  | { readonly kind: "source-failed"; readonly source: SourceId; readonly failure: SourceFailure }
  | CalendarEvent
  | { readonly kind: "inbox-received"; readonly items: readonly InboxItem[] }
  | { readonly kind: "inbox-listening"; readonly failure?: string }
  | { readonly kind: "action-done"; readonly id: OutboxId; readonly answer: ActionDone }
  | { readonly kind: "action-accepted"; readonly id: OutboxId; readonly request: string }
  | { readonly kind: "action-failed"; readonly id: OutboxId; readonly failure: ActionFailure }
  | { readonly kind: "notice-shown"; readonly key: NoticeKey }
  | { readonly kind: "notice-failed"; readonly key: NoticeKey; readonly severity: Severity }
  | { readonly kind: "notice-button"; readonly key: NoticeKey; readonly button: DecidedButton }
  | { readonly kind: "notifier-status"; readonly status: NotifierStatus }
  | RunbooksKnown
  | { readonly kind: "team-file-written" }
  | { readonly kind: "team-file-kept"; readonly failure: TeamWriteFailure }
  | { readonly kind: "journal-state"; readonly state: JournalState }
  | HandoffEvent
  | { readonly kind: "command"; readonly command: PersonCommand }
  | { readonly kind: "woke" }
  | { readonly kind: "machine"; readonly what: "suspended" | "resumed" | "locked" | "unlocked" | "shutting-down" };

/** One kind of event. */
export type EventOf<K extends AppEvent["kind"]> = Extract<AppEvent, { readonly kind: K }>;
