import type { DeclaredCalendar } from "../../team/calendar.ts";
import type { CalendarId } from "../../team/team.ts";
import { minute } from "../../time/duration.ts";
import { after, type Instant } from "../../time/instant.ts";
import { refused } from "../../state/command-tools.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import type { Stamp } from "../../state/event.ts";
import type { AppState, LoadedTeam, ReadTeam } from "../../state/state.ts";
import type { CalendarEvent } from "../../calendar/calendar-report.ts";
import type { KnownCalendar } from "../../calendar/calendar-content.ts";
import type { CalendarState } from "../../calendar/calendar-state.ts";
import { teamInForce } from "./team-in-force.ts";

/** Takes what a calendar says into force. */
export function onCalendarRead(
  state: AppState,
  event: Extract<CalendarEvent, { kind: "calendar-read" }>,
  { now }: Stamp,
): Decision {
  const found = asked(state, event.calendar);
  if (!found) return becomes(state);
  const { calendar, before } = found;
  const known = knownAfter(calendar, before, event);
  // "Unchanged" by an adapter that never told: a fault of ours.
  if (!known) {
    const { calendar: id } = event;
    return onCalendarFailed(state, { kind: "calendar-failed", calendar: id, failure: { kind: "internal" } }, { now });
  }
  const { askedAt: _asked, failure: _failure, ...idle } = before;
  const nextReadAt = after(now, calendar.poll);
  const next = withCalendar(state, { ...idle, known, lastGoodAt: now, nextReadAt, failures: 0 });
  return becomes(known === before.known ? next : inForce(next));
}

/** The record before, where nothing of it changed, so that schedules are not worked out again. */
function knownAfter(
  calendar: DeclaredCalendar,
  { known }: CalendarState,
  { window, answer }: Extract<CalendarEvent, { kind: "calendar-read" }>,
): KnownCalendar | undefined {
  if (answer !== "unchanged") return { id: calendar.id, declared: declarationOf(calendar), window, ...answer };
  if (known?.window.from === window.from && known.window.to === window.to) return known;
  return known && { ...known, window };
}

const shortestPause = minute;

/** A failure changes nothing but the calendar's own health. It is tried again soon, then at its own pace. */
export function onCalendarFailed(
  state: AppState,
  { calendar: id, failure }: Extract<CalendarEvent, { kind: "calendar-failed" }>,
  { now }: Pick<Stamp, "now">,
): Decision {
  const found = asked(state, id);
  if (!found) return becomes(state);
  const { calendar, before } = found;
  const { askedAt: _asked, ...idle } = before;
  const failures = before.failures + 1;
  const pause = after(now, Math.min(calendar.poll, shortestPause * 2 ** Math.min(before.failures, 16)));
  const until = failure.kind === "rate-limited" ? failure.until : undefined;
  const nextReadAt = until !== undefined && until > pause ? until : pause;
  return becomes(withCalendar(state, { ...idle, failure, failures, nextReadAt }));
}

/** The calendar that an answer is about; undefined for the answer to a question that a changed team file has made void. */
function asked(
  { loaded, calendars }: AppState,
  id: CalendarId,
): { readonly calendar: DeclaredCalendar; readonly before: CalendarState } | undefined {
  const calendar = loaded?.declared.calendars.find((one) => one.id === id);
  const before = calendars.get(id);
  return calendar && before?.askedAt !== undefined ? { calendar, before } : undefined;
}

/** Reads a calendar now. */
export function retryCalendar(state: AppState, calendar: CalendarId, { now }: Stamp): Decision {
  const known = state.calendars.get(calendar);
  if (!known) return refused(state, "not-found");
  if (known.askedAt !== undefined) return refused(state, "busy");
  return { ...becomes(withCalendar(state, { ...known, nextReadAt: now })), reply: { kind: "done", count: 1 } };
}

/** Calendars of a team that was loaded: those it had keep what they said, if they are declared as before; all are read at once. */
export function calendarsOf(
  declared: LoadedTeam["declared"],
  before: AppState["calendars"],
  now: Instant,
): AppState["calendars"] {
  return new Map(
    declared.calendars.map((calendar) => {
      const old = before.get(calendar.id);
      const fresh: CalendarState = { id: calendar.id, nextReadAt: now, failures: 0, told: old?.told ?? false };
      if (old?.known?.declared !== declarationOf(calendar)) return [calendar.id, fresh];
      const { known, lastGoodAt } = old;
      return [calendar.id, { ...fresh, known, ...(lastGoodAt !== undefined && { lastGoodAt }) }];
    }),
  );
}

/** All calendars, to be read now, whatever was under way. */
export const allDue = (calendars: AppState["calendars"], now: Instant): AppState["calendars"] =>
  new Map([...calendars].map(([id, { askedAt: _asked, ...idle }]) => [id, { ...idle, nextReadAt: now, failures: 0 }]));

/** A team that was read, with what is known of it besides. */
export const loadedTeam = (read: ReadTeam, calendars: AppState["calendars"]): LoadedTeam => ({
  ...read,
  declared: read.team,
  team: teamInForce(read.team, { publicHolidays: read.publicHolidays ?? {}, calendars: knownOf(calendars) }),
});

/** The state with its team in force worked out anew. */
function inForce(state: AppState): AppState {
  const { loaded, calendars } = state;
  return loaded ? { ...state, loaded: loadedTeam({ ...loaded, team: loaded.declared }, calendars) } : state;
}

const knownOf = (calendars: AppState["calendars"]): ReadonlyMap<CalendarId, KnownCalendar> =>
  new Map([...calendars.values()].flatMap(({ known }) => (known ? [[known.id, known] as const] : [])));

/** What a reading depends on besides the feed and the people. Its pace and its name change nothing of what it says. */
function declarationOf({ poll: _poll, name: _name, ...declared }: DeclaredCalendar): string {
  return JSON.stringify(declared);
}

export const withCalendar = (state: AppState, calendar: CalendarState): AppState => ({
  ...state,
  calendars: new Map(state.calendars).set(calendar.id, calendar),
});
