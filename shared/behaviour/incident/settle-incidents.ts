import { retrigger, withTimeline } from "../../incident/change.ts";
import { advance, withWhom } from "../../incident/escalation.ts";
import { isOpen, needsSomebody, type Incident, type IncidentId } from "../../incident/incident.ts";
import { changedSince, idleAt, markIdle, present, resolvedKept } from "../../state/idle.ts";
import { andThen, becomes, withIncidents, type Decision } from "../../state/decision.ts";
import { dutyAt } from "../../state/duty.ts";
import type { Entry } from "../../state/effect.ts";
import type { Stamp } from "../../state/event.ts";
import type { AppState } from "../../state/state.ts";

const resolvedMost = 2_000;

/**
 * Snoozes end, what is long over is forgotten, escalations move on. Nothing is looked at while the incidents are idle, and of those
 * that were idle when the event was heard, only those that are others since.
 */
export function settleIncidents(state: AppState, stamp: Stamp, heard: AppState): Decision {
  const duty = state.loaded && dutyAt(state.loaded.team, stamp.now);
  if (duty && idleAt(state, duty)) return becomes(state);
  const idle = duty && idleAt(heard, duty);
  const due = idle ? changedSince(heard.incidents, state.incidents) : [...state.incidents.keys()];
  const settled = [expire, forget, escalate].reduce(
    (decision, step) => andThen(decision, (next) => step(next, stamp, present(next.incidents, due))),
    becomes(state),
  );
  if (duty) markIdle(settled.state, duty, heard);
  return settled;
}

/** Snoozes end. */
function expire(state: AppState, { now }: Stamp, incidents: readonly Incident[]): Decision {
  const back: Incident[] = [];
  for (const incident of incidents) {
    const { standing } = incident;
    if (standing.kind === "snoozed" && standing.until <= now) back.push(retrigger(incident, now, "snooze-over"));
  }
  const entries = back.map(({ id }): Entry => ({ at: now, kind: "snooze-over", body: { incident: id } }));
  return { ...becomes(withIncidents(state, back)), entries };
}

/** What is over is kept for a week, for flapping and recurrence, and at most so many. */
function forget(state: AppState, { now }: Stamp, incidents: readonly Incident[]): Decision {
  if (incidents.every(isOpen)) return becomes(state);
  const ended: Incident[] = [];
  for (const incident of state.incidents.values()) if (!isOpen(incident)) ended.push(incident);
  const endedAt = ({ standing }: Incident): number => (standing.kind === "resolved" ? standing.at : 0);
  const excess =
    ended.length > resolvedMost
      ? ended.toSorted((a, b) => endedAt(a) - endedAt(b)).slice(0, ended.length - resolvedMost)
      : [];
  const old = ended.filter((incident) => endedAt(incident) <= now - resolvedKept);
  if (excess.length === 0 && old.length === 0) return becomes(state);
  const kept = new Map(state.incidents);
  for (const { id } of [...excess, ...old]) kept.delete(id);
  return becomes({ ...state, incidents: kept });
}

/** Baton's own run of the team's policies, for what nobody has taken. */
function escalate(state: AppState, { now }: Stamp, incidents: readonly Incident[]): Decision {
  if (!state.loaded) return becomes(state);
  const duty = dutyAt(state.loaded.team, now);
  const changed: Incident[] = [];
  const pages = new Map<string, Escalated>();
  for (const incident of incidents) {
    if (!needsSomebody(incident)) continue;
    const escalation = advance(duty, incident);
    if (escalation === incident.escalation) continue;
    const { escalation: _before, ...rest } = incident;
    if (!escalation) {
      changed.push(rest);
      continue;
    }
    const moved: Incident = { ...rest, escalation };
    const people = withWhom(duty, moved);
    changed.push(
      withTimeline(moved, { at: now }, { kind: "paged", people, step: escalation.step, round: escalation.round }),
    );
    const { policy, step, round } = escalation;
    const same = `${policy} ${step} ${round} ${people.join(" ")}`;
    const page = pages.get(same);
    if (page) page.incidents.push(incident.id);
    else pages.set(same, { incidents: [incident.id], step, round, people });
  }
  const entries = [...pages.values()].map((body): Entry => ({ at: now, kind: "escalation", body }));
  return { ...becomes(withIncidents(state, changed)), entries };
}

/** What reaches the same people by the same step at once: one line of the journal, however many they are. */
type Escalated = {
  readonly incidents: IncidentId[];
  readonly step: number;
  readonly round: number;
  readonly people: readonly string[];
};

/** Since when nothing has been open. */
export function markQuiet(state: AppState, { now }: Stamp): Decision {
  const open = hasOpen(state.incidents);
  if (open === (state.quietSince === undefined)) return becomes(state);
  const { quietSince: _since, ...rest } = state;
  return becomes(open ? rest : { ...rest, quietSince: now });
}

function hasOpen(incidents: ReadonlyMap<IncidentId, Incident>): boolean {
  for (const incident of incidents.values()) if (isOpen(incident)) return true;
  return false;
}
