import type { CalendarFeeds } from "../../electron/core/ports.ts";
import { err, ok } from "../../shared/result.ts";

/** Calendar links without a disk: tokens are counted, and what is given is the events' own JSON. */
export function memoryCalendarFeeds(): CalendarFeeds {
  const tokens = new Map<string, string>();
  const given = new Map<string, unknown>();
  let drawn = 0;
  const renew = (calendar: string) => {
    drawn += 1;
    const token = String(drawn).padStart(43, "A");
    tokens.set(calendar, token);
    return ok(token);
  };
  return {
    token(calendar) {
      const known = tokens.get(calendar);
      return known === undefined ? renew(calendar) : ok(known);
    },
    renew,
    calendarOf: (token) => [...tokens].find(([, known]) => known === token)?.[0],
    write: (calendar) => JSON.stringify(calendar),
    save: (path) => (path.endsWith(".ics") ? ok(undefined) : err({ kind: "no-calendar-file" })),
    given: (team) => given.get(team),
    keepGiven(team, events) {
      given.set(team, events);
      return ok(undefined);
    },
  };
}
