import { extensionDue } from "../../incident/extension.ts";
import type { Incident } from "../../incident/incident.ts";
import { pendingIncidents, queued, type SourceAction } from "../../incident/outbox.ts";
import { idleAt } from "../../state/idle.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import { dutyAt } from "../../state/duty.ts";
import type { Stamp } from "../../state/event.ts";
import { whoAmI, type AppState } from "../../state/state.ts";
import { nameOf } from "../../team/lookup.ts";
import { hour } from "../../time/duration.ts";
import { after, type Instant } from "../../time/instant.ts";

const extendFor = hour;

/** Extends what stays acknowledged, before the source lets go of it. The one who acknowledged does, where several run Baton. */
export function extendAcknowledgements(state: AppState, { now }: Stamp): Decision {
  if (!state.loaded || idleAt(state, dutyAt(state.loaded.team, now))?.extensionWaits === false) return becomes(state);
  const me = whoAmI(state);
  const due: Incident[] = [];
  for (const incident of state.incidents.values()) {
    const at = extensionDue(incident);
    if (at !== undefined && at <= now && (me === undefined || incident.assignee === me)) due.push(incident);
  }
  if (due.length === 0) return becomes(state);
  const pending = pendingIncidents(state.outbox.values());
  const outbox = new Map(state.outbox);
  for (const incident of due) {
    const action = pending.has(incident.id) ? undefined : extension(state, incident, now);
    const entry = action && queued(incident, action, now);
    if (entry) outbox.set(entry.id, entry);
  }
  return becomes(outbox.size === state.outbox.size ? state : { ...state, outbox });
}

function extension({ loaded }: AppState, { alert, standing }: Incident, now: Instant): SourceAction | undefined {
  if (standing.kind !== "acknowledged" || standing.handle === undefined) return undefined;
  const by = loaded ? nameOf(loaded.team, standing.by) : standing.by;
  const comment = `Acknowledged by ${by}`;
  return {
    kind: "acknowledge",
    key: alert.key,
    labels: alert.labels,
    by,
    comment,
    from: now,
    until: after(now, extendFor),
    handle: standing.handle,
  };
}
