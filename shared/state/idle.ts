import type { Duty, Roster } from "../incident/duty.ts";
import { nextMove } from "../incident/escalation.ts";
import { needsSomebody, type Incident, type IncidentId } from "../incident/incident.ts";
import { riskAt } from "../incident/deadline.ts";
import { day } from "../time/duration.ts";
import { after, earliest, type Instant } from "../time/instant.ts";
import { extensionDue } from "../incident/extension.ts";
import { dutyAt } from "./duty.ts";
import type { AppState } from "./state.ts";

/** What is over is kept for so long, for flapping and recurrence. */
export const resolvedKept = 7 * day;

/**
 * A stretch of time in which time does nothing to these incidents, while the same people are on duty. Most events leave the
 * incidents alone, and ten thousand of them need not be looked at again for each.
 */
export type IdleSpan = {
  readonly roster: Roster;
  readonly from: Instant;
  /** The next instant at which time does something; undefined where none is ahead. */
  readonly until: Instant | undefined;
  /** An acknowledgement waits to be extended until something else than time allows it. */
  readonly extensionWaits: boolean;
};

const idleSpans = new WeakMap<AppState["incidents"], IdleSpan>();

/** The idle span that the incidents are in; undefined where it is over, or where they have not been settled since they changed. */
export function idleAt({ incidents }: AppState, { roster, now }: Duty): IdleSpan | undefined {
  const idle = idleSpans.get(incidents);
  if (idle?.roster !== roster || now < idle.from) return undefined;
  return idle.until === undefined || now < idle.until ? idle : undefined;
}

/**
 * To be called when everything has been done to the incidents that was due by now. Where those of `before` were idle, only those that
 * are others since are looked at again.
 */
export function markIdle(state: AppState, duty: Duty, before: AppState): void {
  const idle = idleAt(before, duty);
  const known = idle && stillAhead(idle, state.incidents, { before: before.incidents, duty });
  idleSpans.set(state.incidents, known ?? lookAhead(state.incidents.values(), duty));
}

/** What is ahead of incidents that have been settled. */
function lookAhead(incidents: Iterable<Incident>, duty: Duty): IdleSpan {
  const { now, roster } = duty;
  let until: Instant | undefined;
  let extensionWaits = false;
  const consider = (at: Instant | undefined): void => {
    if (at !== undefined && at > now && (until === undefined || at < until)) until = at;
  };
  for (const incident of incidents) {
    considerIncident(incident, duty, consider);
    const extension = extensionDue(incident);
    if (extension !== undefined && extension <= now) extensionWaits = true;
  }
  return { roster, from: now, until, extensionWaits };
}

type Incidents = AppState["incidents"];

/** What was ahead and still is, or is ahead of others; undefined where one that is another now may have been what was ahead. */
function stillAhead(
  idle: IdleSpan,
  incidents: Incidents,
  { before, duty }: { readonly before: Incidents; readonly duty: Duty },
): IdleSpan | undefined {
  const changed = changedSince(before, incidents);
  const gone = lookAhead(present(before, changed), duty);
  if (idle.extensionWaits || (gone.until !== undefined && gone.until === idle.until)) return undefined;
  const come = lookAhead(present(incidents, changed), duty);
  return { ...come, until: earliest(idle.until, come.until) };
}

/** The incidents that are not the very same in both, or are in one of them only. */
export function changedSince(before: Incidents, after: Incidents): readonly IncidentId[] {
  const changed: IncidentId[] = [];
  let stayed = 0;
  for (const [id, incident] of after) {
    const was = before.get(id);
    if (was !== undefined) stayed += 1;
    if (was !== incident) changed.push(id);
  }
  if (stayed < before.size) for (const id of before.keys()) if (!after.has(id)) changed.push(id);
  return changed;
}

/** Those of some incidents that there are. */
export const present = (incidents: Incidents, ids: readonly IncidentId[]): readonly Incident[] =>
  ids.flatMap((id) => incidents.get(id) ?? []);

function considerIncident(incident: Incident, duty: Duty, consider: (at: Instant | undefined) => void): void {
  const { standing, openedAt, respondBy, resolveBy } = incident;
  if (standing.kind === "resolved") return consider(after(standing.at, resolvedKept));
  if (standing.kind === "snoozed") consider(standing.until);
  else if (needsSomebody(incident)) consider(nextMove(duty, incident));
  consider(extensionDue(incident));
  consider(resolveBy);
  if (resolveBy !== undefined) consider(riskAt(openedAt, resolveBy));
  if (respondBy !== undefined && incident.respondedAt === undefined) consider(riskAt(openedAt, respondBy));
}

/** When, after `now`, time does something to the incidents: to their standing, their escalation, a deadline or an extension. */
export function idleWake(state: AppState, now: Instant): Instant | undefined {
  if (!state.loaded) return undefined;
  const duty = dutyAt(state.loaded.team, now);
  return (idleAt(state, duty) ?? lookAhead(state.incidents.values(), duty)).until;
}
