import { journalEntry } from "../../log/journal-kinds.ts";
import { calendarNotice } from "../../paging/notice-facts.ts";
import { dateOf, dayOf, wallOn } from "../../time/civil.ts";
import { day, minute } from "../../time/duration.ts";
import { after, earliest, instant, type Instant } from "../../time/instant.ts";
import type { Span } from "../../time/span.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import type { Effect, Entry } from "../../state/effect.ts";
import type { Stamp } from "../../state/event.ts";
import type { AppState } from "../../state/state.ts";
import { freshnessOf, oldAfter } from "../../calendar/calendar-freshness.ts";
import type { CalendarState } from "../../calendar/calendar-state.ts";

/** A reading without an answer for so long is begun again; those of many feeds wait for each other. */
const readWithin = 10 * minute;

/** Failures in a row before people are told: a laptop that wakes up has no network for its first seconds. */
const toldAfterFailures = 3;

/**
 * The time that calendars are asked about: last year, this and the next one in UTC. It changes once a year, so that feeds and schedules
 * are not worked out again each day.
 */
export function calendarWindow(now: Instant): Span {
  const { year } = dateOf(Math.floor(now / day));
  const newYear = (of: number): Instant => instant(wallOn(dayOf({ year: of, month: 1, day: 1 }), 0));
  return { from: newYear(year - 1), to: newYear(year + 2) };
}

/** Reads the calendars whose turn it is, once the team that declares them is loaded. */
export function readCalendars(state: AppState, { now }: Stamp): Decision {
  if (!state.loaded) return becomes(state);
  const due = [...state.calendars.values()].filter((calendar) => readAgainAt(calendar) <= now);
  if (due.length === 0) return becomes(state);
  const calendars = new Map(state.calendars);
  for (const calendar of due) calendars.set(calendar.id, { ...calendar, askedAt: now });
  const window = calendarWindow(now);
  const effects = due.map(({ id }): Effect => ({ kind: "read-calendar", calendar: id, window }));
  return { state: { ...state, calendars }, effects, entries: [] };
}

const readAgainAt = ({ askedAt, nextReadAt }: CalendarState): Instant =>
  askedAt === undefined ? nextReadAt : after(askedAt, readWithin);

/** When, after `now`, a calendar is to be read next. */
export const readingWake = ({ calendars, loaded }: AppState, now: Instant): Instant | undefined =>
  loaded && earliest(...[...calendars.values()].map(readAgainAt).filter((at) => at > now));

/** When, after `now`, what a calendar said grows old. */
export function oldWake({ calendars, loaded }: AppState, now: Instant): Instant | undefined {
  const wakes = (loaded?.declared.calendars ?? []).flatMap((calendar) => {
    const lastGoodAt = calendars.get(calendar.id)?.lastGoodAt;
    return lastGoodAt === undefined ? [] : [after(lastGoodAt, oldAfter(calendar))];
  });
  return earliest(...wakes.filter((at) => at > now));
}

/** Tells once, and quietly, that a calendar cannot be read and that what it said is old; takes it back without a word. */
export function tellCalendars(state: AppState, { now }: Stamp): Decision {
  let calendars: Map<string, CalendarState> | undefined;
  const effects: Effect[] = [];
  const entries: Entry[] = [];
  for (const calendar of state.loaded?.declared.calendars ?? []) {
    const known = state.calendars.get(calendar.id);
    if (!known) continue;
    const { id, name, use } = calendar;
    const freshness = freshnessOf(calendar, known, now);
    const silent = freshness === "old" || freshness === "never";
    if (silent === known.told || (silent && known.failures < toldAfterFailures)) continue;
    (calendars ??= new Map(state.calendars)).set(id, { ...known, told: silent });
    entries.push(journalEntry(now, silent ? "calendar-old" : "calendar-back", { calendar: id }));
    const key = calendarNotice(id);
    const { lastGoodAt } = known;
    const facts = {
      kind: "calendar-old",
      key,
      calendarName: name,
      use: use.kind,
      ...(lastGoodAt !== undefined && { lastGoodAt }),
    } as const;
    effects.push(
      silent
        ? { kind: "show-notice", order: { facts, now, sound: "none", sticky: false } }
        : { kind: "close-notice", key },
    );
  }
  return calendars ? { state: { ...state, calendars }, effects, entries } : becomes(state);
}
