import type { CalendarAnswer, CalendarContent } from "../../shared/calendar/calendar-content.ts";
import type { CalendarFailure } from "../../shared/calendar/calendar-failure.ts";
import type { ContentQuestion } from "../../shared/calendar/map-calendar.ts";
import type { ReadFailure } from "../../shared/calendar/read-failure.ts";
import type { Result } from "../../shared/result.ts";
import type { Span } from "../../shared/time/span.ts";

/** A feed as it came: bytes, and the charset that its server names for them. */
export type Feed = { readonly bytes: Uint8Array; readonly charset?: string };

/** Expands a feed away from the main thread. It never throws and never takes longer than its budget. */
export type Expand = (feed: Feed, question: ContentQuestion) => Promise<Result<CalendarContent, CalendarFailure>>;

/** The means of expanding feeds; `dispose` ends whatever is being expanded. */
export type Expansion = { readonly expand: Expand; readonly dispose: () => void };

/** `unchanged`: the content is the one before, so whoever holds it keeps its very arrays. */
export type ReadResult = Result<CalendarAnswer | "unchanged", ReadFailure>;

/** A calendar that is being read. */
export type CalendarConnection = {
  /** Asked again before it has answered, it asks the server once and gives both the same answer. */
  read(window: Span): Promise<ReadResult>;
};
