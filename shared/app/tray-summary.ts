import { after, type Instant } from "../time/instant.ts";
import { quietEnds } from "../paging/quiet-hours.ts";
import { worstFreshness } from "../state/freshness.ts";
import { quietOf } from "../state/quiet.ts";
import { soonWithin } from "../schedule/shift-view.ts";
import type { RowTally } from "../incident/row-tally.ts";
import type { Escalates } from "../incident/incident-shape.ts";
import type { TraySummary, TrayState } from "./snapshot-shape.ts";
import type { ShiftView } from "../schedule/shift-shape.ts";
import type { AppState } from "../state/state.ts";

/** What the summary rests on, made once for the whole snapshot. */
export type TrayFacts = {
  readonly shift: ShiftView;
  readonly tally: RowTally;
  /** Of the incident of mine that comes first. */
  readonly escalates?: Escalates;
};

/**
 * The tray at a glance. Green only while every source is fresh: stale stands over whatever else is true but a page, blind over all. Where it is
 * unknown who is on call, and I am not known to be, the tray says that it does not know.
 */
export function traySummary(state: AppState, facts: TrayFacts, now: Instant): TraySummary {
  const { shift, tally, escalates } = facts;
  const { open, mine } = tally;
  const { until, ...hours } = quietOf(state);
  const quietUntil = until !== undefined && until > now ? until : undefined;
  const quietHoursUntil = quietEnds(hours, now);
  return {
    state: trayState(state, { shift, count: mine.triggered, acknowledged: mine.acknowledged }, now),
    count: mine.triggered,
    open,
    ...(isRole(shift.standing) && { role: shift.standing }),
    ...(shift.until !== undefined && { until: shift.until }),
    ...(shift.myNext && { nextShiftAt: shift.myNext.from }),
    ...(shift.next && { next: shift.next.name }),
    ...(escalates?.kind === "pages" && {
      escalates: { at: escalates.at, people: escalates.people.map(({ name }) => name) },
    }),
    ...(quietUntil !== undefined && { quietUntil }),
    ...(quietHoursUntil !== undefined && { quietHoursUntil }),
  };
}

const isRole = (standing: ShiftView["standing"]): standing is "primary" | "secondary" | "backup" =>
  standing !== "off" && standing !== "unknown";

type Counts = { readonly shift: ShiftView; readonly count: number; readonly acknowledged: number };

function trayState(state: AppState, { shift, count, acknowledged }: Counts, now: Instant): TrayState {
  if (count > 0) return "triggered";
  const freshness = worstFreshness(state, now);
  if (freshness !== "fresh") return freshness;
  if (state.drill?.kind === "running") return "drill";
  if (acknowledged > 0) return "acknowledged";
  if (shift.standing === "primary") return "on";
  if (shift.standing === "secondary" || shift.standing === "backup") return "backup";
  // Not "off": it may be me, and nobody can say so.
  if (shift.onCallNow.some((entry) => entry.state === "unknown")) return "stale";
  const soon = shift.myNext !== undefined && shift.myNext.from <= after(now, soonWithin);
  return soon ? "soon" : "off";
}
