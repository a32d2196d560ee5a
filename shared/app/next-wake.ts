import type { Instant } from "../time/instant.ts";
import { calmAt, lookAhead } from "../state/calm.ts";
import { calendarWakes } from "../behaviour/calendar/read-calendars.ts";
import { dutyAt } from "../state/duty.ts";
import { nextHandoff } from "../schedule/resolve.ts";
import { quietEnds } from "../paging/quiet-hours.ts";
import { freshnessWakes } from "../behaviour/source/freshness.ts";
import { outboxWake } from "../behaviour/outbox/outbox.ts";
import { quietOf } from "../behaviour/paging/page.ts";
import { nextTelling } from "../behaviour/paging/pageable.ts";
import { holidaySwapWake } from "../behaviour/announcement/holiday-swap-notices.ts";
import { shiftWake } from "../behaviour/shift/shift-notices.ts";
import { drillEndsAt } from "../behaviour/drill/drill.ts";
import { nextReview } from "../behaviour/runbook/settle-tasks.ts";
import { handoffWake } from "../behaviour/handoff/settle-handoffs.ts";
import { pollAgainAt } from "./settle.ts";
import type { AppState } from "../state/state.ts";
import { watchedSources } from "../team/watched-source.ts";

/**
 * The next instant after `now` at which time alone changes something; undefined where nothing is ahead. What is due by `now`
 * and was not done waits for something else than time.
 */
export function nextWake(state: AppState, now: Instant): Instant | undefined {
  let next: Instant | undefined;
  const consider = (at: Instant | undefined): void => {
    if (at !== undefined && at > now && (next === undefined || at < next)) next = at;
  };
  for (const entry of state.outbox.values()) consider(outboxWake(entry));
  consider(nextTelling(state.tellings, now));
  considerTeam(state, now, consider);
  for (const at of calendarWakes(state)) consider(at);
  consider(quietEnds(quietOf(state), now));
  consider(state.gathering?.until);
  consider(drillEndsAt(state));
  consider(shiftWake(state, now));
  consider(holidaySwapWake(state, now));
  consider(nextReview(state, now));
  consider(handoffWake(state, now));
  return next;
}

type Consider = (at: Instant | undefined) => void;

function considerTeam(state: AppState, now: Instant, consider: Consider): void {
  const { loaded } = state;
  if (!loaded) return;
  const { team } = loaded;
  for (const source of watchedSources(team)) {
    const known = state.sources.get(source.id);
    if (!known) continue;
    consider(pollAgainAt(known));
    for (const at of freshnessWakes(source, known)) consider(at);
  }
  for (const schedule of team.schedules) consider(nextHandoff(schedule, team, now));
  const duty = dutyAt(team, now);
  consider((calmAt(state, duty) ?? lookAhead(state, duty)).until);
}
