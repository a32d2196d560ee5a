import type { CalendarAnswer } from "./calendar-content.ts";
import type { ReadFailure } from "./read-failure.ts";
import type { CalendarId } from "../team/team.ts";
import type { Span } from "../time/span.ts";

/** What the shell says of a calendar that it was to read. `window` is the time that was asked about. */
export type CalendarEvent =
  | {
      readonly kind: "calendar-read";
      readonly calendar: CalendarId;
      readonly window: Span;
      readonly answer: CalendarAnswer | "unchanged";
    }
  | { readonly kind: "calendar-failed"; readonly calendar: CalendarId; readonly failure: ReadFailure };
