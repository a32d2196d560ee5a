import { calendarNotice } from "../../paging/notice-facts.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import type { Effect } from "../../state/effect.ts";
import type { EventOf, Stamp } from "../../state/event.ts";
import type { Feature } from "../../state/feature.ts";
import type { AppState } from "../../state/state.ts";
import { calendarViews } from "./calendar-views.ts";
import { allDue, calendarsOf, loadedTeam, onCalendarFailed, onCalendarRead, retryCalendar } from "./on-calendar.ts";
import { oldWake, readCalendars, readingWake, tellCalendars } from "./read-calendars.ts";

/** Calendars of others: read in their turn, and in force with the team that declares them. */
export const calendar = {
  hear: {
    started: (state, _event, { now }) => becomes({ ...state, calendars: allDue(state.calendars, now) }),
    "team-loaded": onTeamLoaded,
    machine: (state, { what }, { now }) =>
      becomes(what === "resumed" ? { ...state, calendars: allDue(state.calendars, now) } : state),
    "calendar-read": onCalendarRead,
    "calendar-failed": onCalendarFailed,
  },
  command: { "retry-calendar": (state, command, stamp) => retryCalendar(state, command.calendar, stamp) },
  settle: [
    { step: readCalendars, wake: readingWake },
    { step: tellCalendars, wake: oldWake },
  ],
  view: (state, look) => ({ calendars: calendarViews(state, look) }),
} satisfies Feature;

/** A team comes into force with what its calendars said last. What was said of the health of one that is gone goes with it. */
function onTeamLoaded(state: AppState, { loaded: read }: EventOf<"team-loaded">, { now }: Stamp): Decision {
  const calendars = calendarsOf(read.team, state.calendars, now);
  const gone = [...state.calendars.values()].filter(({ id, told }) => told && !calendars.has(id));
  const effects = gone.map(({ id }): Effect => ({ kind: "close-notice", key: calendarNotice(id) }));
  return { ...becomes({ ...state, calendars, loaded: loadedTeam(read, calendars) }), effects };
}
