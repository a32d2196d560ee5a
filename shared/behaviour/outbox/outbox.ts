import { hour, minute, second } from "../../time/duration.ts";
import { after, earliest, type Instant } from "../../time/instant.ts";
import * as change from "../../incident/change.ts";
import type { Incident } from "../../incident/incident.ts";
import { queued, type ActionDone, type ActionFailure, type OutboxEntry, type OutboxId } from "../../incident/outbox.ts";
import type { SourceRefusal } from "../../incident/refusal.ts";
import { becomes, withIncidents, type Decision } from "../../state/decision.ts";
import type { Effect } from "../../state/effect.ts";
import type { Stamp } from "../../state/event.ts";
import type { AppState } from "../../state/state.ts";

const firstPause = 2 * second;
const longestPause = minute;
/** An action that has had no answer for so long is sent again. */
const answerWithin = minute;
/** Actions on their way to one source at a time, so that a storm that is acknowledged does not become one for the source. */
const atOnce = 4;
/** An action that the source accepted and has not confirmed for so long is taken for refused: nobody should rely on it. */
const confirmWithin = 10 * minute;
/** How long the fate of an action stays to be seen. */
const shownFor = hour;

const withEntry = (state: AppState, entry: OutboxEntry): AppState => ({
  ...state,
  outbox: new Map(state.outbox).set(entry.id, entry),
});

/** Sends what is due, forgets what has been seen long enough. One action per incident is on its way at a time. */
export function settleOutbox(state: AppState, { now }: Stamp): Decision {
  if (state.outbox.size === 0) return becomes(state);
  const outbox = new Map<OutboxId, OutboxEntry>();
  const effects: Effect[] = [];
  const busy = underWay(state, now);
  for (const entry of state.outbox.values()) {
    if (isForgotten(entry, now)) continue;
    if (isToBeConfirmed(entry) && entry.state.nextAt <= now) {
      const { id, source, action, state: at } = entry;
      effects.push({ kind: "confirm-action", id, source, action, request: at.request });
      outbox.set(id, { ...entry, state: { ...at, asked: at.asked + 1, nextAt: after(now, answerWithin) } });
      continue;
    }
    const due =
      dueNow(entry, now) && !busy.incidents.has(entry.incident) && (busy.sources.get(entry.source) ?? 0) < atOnce;
    const next = due ? sent(entry, now) : entry;
    if (due) {
      effects.push({ kind: "act", id: next.id, source: next.source, action: next.action });
      markBusy(busy, next);
    }
    outbox.set(next.id, next);
  }
  const changed = effects.length > 0 || outbox.size !== state.outbox.size;
  return changed ? { state: { ...state, outbox }, effects, entries: [] } : becomes(state);
}

/** The entry on its way. What waited is asked for from now on, for as long as it was meant to hold. */
function sent(entry: OutboxEntry, now: Instant): OutboxEntry {
  const { action } = entry;
  const held = action.kind === "acknowledge" ? action.until - action.from : 0;
  const current = action.kind === "acknowledge" ? { ...action, from: now, until: after(now, held) } : action;
  return { ...entry, action: current, state: { kind: "sending", attempts: attemptsOf(entry) + 1, since: now } };
}

type Busy = { readonly incidents: Set<string>; readonly sources: Map<string, number> };

function underWay(state: AppState, now: Instant): Busy {
  const busy: Busy = { incidents: new Set(), sources: new Map() };
  for (const entry of state.outbox.values()) {
    if (entry.state.kind === "sending" && !dueNow(entry, now)) markBusy(busy, entry);
  }
  return busy;
}

function markBusy({ incidents, sources }: Busy, { incident, source }: OutboxEntry): void {
  incidents.add(incident);
  sources.set(source, (sources.get(source) ?? 0) + 1);
}

const isForgotten = ({ state }: OutboxEntry, now: Instant): boolean =>
  state.kind === "confirmed" && after(state.at, shownFor) <= now;

const dueNow = ({ state }: OutboxEntry, now: Instant): boolean =>
  (state.kind === "queued" && state.nextAt <= now) ||
  (state.kind === "sending" && after(state.since, answerWithin) <= now);

type Accepted = Extract<OutboxEntry["state"], { kind: "accepted" }>;

const isToBeConfirmed = (entry: OutboxEntry): entry is OutboxEntry & { readonly state: Accepted } =>
  entry.state.kind === "accepted";

const attemptsOf = ({ state }: OutboxEntry): number =>
  state.kind === "queued" || state.kind === "sending" ? state.attempts : 0;

/** When an action is due again. */
function dueAgain({ state }: OutboxEntry): Instant | undefined {
  if (state.kind === "queued" || state.kind === "accepted") return state.nextAt;
  if (state.kind === "sending") return after(state.since, answerWithin);
  return state.kind === "confirmed" ? after(state.at, shownFor) : undefined;
}

/** When, after `now`, an action is to be sent, sent again, or forgotten. */
export const outboxWake = ({ outbox }: AppState, now: Instant): Instant | undefined =>
  earliest(...[...outbox.values()].map(dueAgain).filter((at) => at !== undefined && at > now));

/** The source has taken it, and not done it yet: it is asked again, a little later each time. */
export function onActionAccepted(
  state: AppState,
  { id, request }: { readonly id: OutboxId; readonly request: string },
  stamp: Stamp,
): Decision {
  const entry = state.outbox.get(id);
  if (!entry) return becomes(state);
  const { now } = stamp;
  const before = isToBeConfirmed(entry) ? entry.state : { since: now, asked: 0 };
  if (after(before.since, confirmWithin) <= now) {
    return refusedBySource(state, entry, { why: { reason: "", lack: "unconfirmed" }, now });
  }
  const { since, asked } = before;
  const nextAt = after(now, pauseAfter(asked + 1, stamp));
  return becomes(withEntry(state, { ...entry, state: { kind: "accepted", request, since, asked, nextAt } }));
}

/** The source has done it. */
export function onActionDone(
  state: AppState,
  event: { readonly id: OutboxId; readonly answer: ActionDone },
  { now }: Stamp,
): Decision {
  const entry = state.outbox.get(event.id);
  if (!entry) return becomes(state);
  const settled = withEntry(state, { ...entry, state: { kind: "confirmed", at: now } });
  const incident = state.incidents.get(entry.incident);
  const { handle } = event.answer;
  const entries = [
    {
      at: now,
      kind: "action-confirmed",
      body: { incident: entry.incident, source: entry.source, action: entry.action.kind },
    },
  ];
  if (!incident) return { ...becomes(settled), entries };
  // It was taken back while the acknowledgement was on its way.
  if (entry.action.kind === "acknowledge" && incident.standing.kind === "triggered" && handle !== undefined) {
    const undo = queued(incident, { kind: "unacknowledge", key: incident.alert.key, handle }, now);
    return { ...becomes(withEntry(settled, undo)), entries };
  }
  const confirmed = isExtension(entry)
    ? incident
    : change.withTimeline(incident, { at: now }, { kind: "confirmed", action: entry.action.kind });
  return { ...becomes(withIncidents(settled, [withHandle(confirmed, event.answer)])), entries };
}

const isExtension = ({ action }: OutboxEntry): boolean => action.kind === "acknowledge" && action.handle !== undefined;

function withHandle(incident: Incident, { handle, until }: ActionDone): Incident {
  const { standing } = incident;
  if (standing.kind !== "acknowledged" || handle === undefined) return incident;
  return { ...incident, standing: { ...standing, handle, ...(until !== undefined && { until }) } };
}

/** The source refused it, or gave no answer. A refused acknowledgement means that nobody has the incident. */
export function onActionFailed(
  state: AppState,
  event: { readonly id: OutboxId; readonly failure: ActionFailure },
  stamp: Stamp,
): Decision {
  const entry = state.outbox.get(event.id);
  if (!entry) return becomes(state);
  const { failure } = event;
  const { now } = stamp;
  switch (failure.kind) {
    case "refused":
      return refusedBySource(state, entry, { why: { reason: failure.reason }, now });
    case "forbidden":
    case "plan-limit": {
      const { kind: lack, ...facts } = failure;
      return refusedBySource(state, entry, { why: { reason: "", lack, ...facts }, now });
    }
    case "unavailable":
      // What was accepted is not sent again: it is asked about again.
      return isToBeConfirmed(entry)
        ? onActionAccepted(state, { id: entry.id, request: entry.state.request }, stamp)
        : becomes(withEntry(state, retried(entry, failure, stamp)));
  }
}

/** Longer each time, up to a minute, and not to the same moment as everybody else. */
const pauseAfter = (attempts: number, { roll }: Stamp): number =>
  Math.min(firstPause * 2 ** Math.max(attempts - 1, 0), longestPause) * (0.75 + roll / 2);

function retried(
  entry: OutboxEntry,
  { failure }: Extract<ActionFailure, { kind: "unavailable" }>,
  stamp: Stamp,
): OutboxEntry {
  const { now } = stamp;
  const attempts = attemptsOf(entry);
  const pause = pauseAfter(attempts, stamp);
  const asked = failure.kind === "rate-limited" ? failure.until : undefined;
  const nextAt = asked !== undefined && asked > after(now, pause) ? asked : after(now, pause);
  return { ...entry, state: { kind: "queued", attempts, nextAt, last: failure } };
}

function refusedBySource(
  state: AppState,
  entry: OutboxEntry,
  { why, now }: { readonly why: SourceRefusal; readonly now: Instant },
): Decision {
  const settled = withEntry(state, { ...entry, state: { kind: "refused", at: now, ...why } });
  const body = { incident: entry.incident, source: entry.source, action: entry.action.kind, ...why };
  const entries = [{ at: now, kind: "action-refused", body }];
  const incident = state.incidents.get(entry.incident);
  if (!incident || incident.standing.kind === "resolved") return { ...becomes(settled), entries };
  const told = change.withTimeline(incident, { at: now }, { kind: "refused", action: entry.action.kind, ...why });
  const back =
    entry.action.kind === "acknowledge" && incident.standing.kind === "acknowledged"
      ? change.retrigger(told, now, "refused")
      : told;
  return { ...becomes(withIncidents(settled, [back])), entries };
}
