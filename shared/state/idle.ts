import type { Duty, Roster } from "../incident/duty.ts";
import { nextMove } from "../incident/escalation.ts";
import { needsSomebody, type Incident } from "../incident/incident.ts";
import { riskAt } from "../incident/deadline.ts";
import { day } from "../time/duration.ts";
import { after, type Instant } from "../time/instant.ts";
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

/** To be called when everything has been done to the incidents that was due by now. */
export function markIdle(state: AppState, duty: Duty): void {
  idleSpans.set(state.incidents, lookAhead(state, duty));
}

/** What is ahead of incidents that have been settled. */
function lookAhead({ incidents }: AppState, duty: Duty): IdleSpan {
  const { now, roster } = duty;
  let until: Instant | undefined;
  let extensionWaits = false;
  const consider = (at: Instant | undefined): void => {
    if (at !== undefined && at > now && (until === undefined || at < until)) until = at;
  };
  for (const incident of incidents.values()) {
    considerIncident(incident, duty, consider);
    const extension = extensionDue(incident);
    if (extension !== undefined && extension <= now) extensionWaits = true;
  }
  return { roster, from: now, until, extensionWaits };
}

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
  return (idleAt(state, duty) ?? lookAhead(state, duty)).until;
}
