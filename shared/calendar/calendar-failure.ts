import * as v from "valibot";
import type { Output } from "../wire.ts";

/** What a body that is no calendar looks like, by its first characters. */
export type Lookalike = "html" | "xml" | "json" | "archive" | "other";

/** Why an event could not be read; `property` is the iCalendar name of what is wrong or missing. */
const eventFaultSchema = v.variant("kind", [
  v.object({ kind: v.literal("missing"), property: v.string() }),
  v.object({ kind: v.literal("invalid"), property: v.string() }),
  v.object({ kind: v.literal("unknown-zone"), zone: v.string() }),
]);
export type EventFault = Output<typeof eventFaultSchema>;

/** An event that counts for nothing, because what it says is not known. `line` is where it begins in the feed. */
export const unreadEventSchema = v.object({ line: v.number(), fault: eventFaultSchema });
export type UnreadEvent = Output<typeof unreadEventSchema>;

/** Why a feed gives no calendar. None of them means that the calendar is empty: the last good one stays in use. */
export type CalendarFailure =
  | { readonly kind: "empty" }
  | { readonly kind: "not-a-calendar"; readonly found: Lookalike }
  | { readonly kind: "cut-off"; readonly line: number }
  | { readonly kind: "misnested"; readonly line: number }
  | { readonly kind: "too-deep"; readonly line: number; readonly limit: number }
  | { readonly kind: "line-too-long"; readonly line: number; readonly limit: number }
  | { readonly kind: "too-large"; readonly limitBytes: number }
  | { readonly kind: "too-many-occurrences"; readonly limit: number }
  | { readonly kind: "too-much-work"; readonly limit: number }
  | { readonly kind: "too-many-entries"; readonly limit: number }
  | { readonly kind: "out-of-time"; readonly limitMs: number }
  | { readonly kind: "out-of-memory"; readonly limitMb: number }
  | { readonly kind: "internal" }
  | { readonly kind: "unread-events"; readonly events: readonly UnreadEvent[]; readonly count: number }
  | { readonly kind: "no-shifts"; readonly unmapped: number };
