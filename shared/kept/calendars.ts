import { calendarHealthSchema } from "../calendar/calendar-state.ts";
import { knownCalendarSchema } from "../calendar/calendar-content.ts";
import { instant } from "../time/instant.ts";
import { many } from "./kept-thing.ts";
import { first } from "./versioned.ts";

/* What is kept of calendars: what each of them said, and apart from it, since it is small and changes at every reading, how it is doing. */

export const calendars = many("calendar", {
  collection: "calendar",
  record: first(calendarHealthSchema),
  of: (state) => state.calendars,
  keep: ({ id, told, lastGoodAt }) => ({ id, told, ...(lastGoodAt !== undefined && { lastGoodAt }) }),
  same: (one, other) => one.told === other.told && one.lastGoodAt === other.lastGoodAt,
  put: (state, values) => ({
    ...state,
    calendars: new Map(values.map((health) => [health.id, { ...health, nextReadAt: instant(0), failures: 0 }])),
  }),
});

/** Taken up after how the calendars are doing: what no calendar says any more is not known. */
export const calendarContents = many("calendar-content", {
  collection: "calendar-content",
  record: first(knownCalendarSchema),
  person: "gone",
  of: (state) => state.calendars,
  keep: ({ known }) => known,
  same: (one, other) => one.known === other.known,
  put: (state, values) => {
    const contents = new Map(values.map((known) => [known.id, known]));
    return {
      ...state,
      calendars: new Map(
        [...state.calendars].map(([id, calendar]) => {
          const known = contents.get(id);
          return [id, known ? { ...calendar, known } : calendar];
        }),
      ),
    };
  },
});
