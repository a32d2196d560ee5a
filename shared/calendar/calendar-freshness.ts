import type { DeclaredCalendar } from "../team/calendar.ts";
import { day, hour } from "../time/duration.ts";
import { after, type Instant } from "../time/instant.ts";
import type { CalendarState } from "./calendar-state.ts";

/*
 *            a good reading            a failed one             none good for 4 polls
 *   never ─────────────────▶ fresh ──────────────────▶ failing ──────────────────────▶ old
 *                              ▲                          │                              │
 *                              └────── a good reading ────┴──────────────────────────────┘
 */
export const calendarFreshnesses = ["fresh", "failing", "old", "never"] as const;
export type CalendarFreshness = (typeof calendarFreshnesses)[number];

const oldAfterPolls = 4;

/** Milliseconds after which what a calendar said is old: four polls, but no less than an hour and no more than a day. */
export const oldAfter = ({ poll }: DeclaredCalendar): number => Math.min(Math.max(oldAfterPolls * poll, hour), day);

/** How far what a calendar said can be trusted now. */
export function freshnessOf(
  calendar: DeclaredCalendar,
  state: CalendarState | undefined,
  now: Instant,
): CalendarFreshness {
  if (!state?.known || state.lastGoodAt === undefined) return "never";
  if (now >= after(state.lastGoodAt, oldAfter(calendar))) return "old";
  return state.failure ? "failing" : "fresh";
}
