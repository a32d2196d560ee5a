import type { Instant } from "../../time/instant.ts";
import type { Sighting } from "../../incident/alert.ts";
import { resolve } from "../../incident/change.ts";
import type { InboxItem } from "../../incident/inbox-item.ts";
import type { Incident, IncidentId } from "../../incident/incident.ts";
import { mergeAlerts, type Merging } from "../../incident/merge.ts";
import { becomes, andThen, withIncidents, type Decision } from "../../state/decision.ts";
import { standingEntries } from "../../state/standing-entries.ts";
import type { Stamp } from "../../state/event.ts";
import type { AppState } from "../../state/state.ts";
import { inboxOf } from "../../team/watched-source.ts";

/** Takes items of the inbox, in their order. They are news about their own keys only; nothing else ends by them. */
export function onInbox(state: AppState, items: readonly InboxItem[], { now }: Stamp): Decision {
  const { loaded } = state;
  if (!loaded) return { ...becomes(state), reply: { kind: "refused", reason: "no-team" } };
  const merging: Merging = { team: loaded.team, source: inboxOf(loaded.team), now, acknowledges: false };
  return batches(items).reduce<Decision>(
    (decision, batch) => andThen(decision, (current) => takeBatch(current, batch, merging)),
    { ...becomes(state), reply: { kind: "done", count: items.length } },
  );
}

/** Cuts where a key comes again, so that each batch can be taken at once and the order still counts. */
function batches(items: readonly InboxItem[]): readonly (readonly InboxItem[])[] {
  const all: InboxItem[][] = [];
  let keys = new Set<string>();
  for (const item of items) {
    if (all.length === 0 || keys.has(item.key)) {
      all.push([]);
      keys = new Set();
    }
    keys.add(item.key);
    all.at(-1)?.push(item);
  }
  return all;
}

function takeBatch(state: AppState, batch: readonly InboxItem[], merging: Merging): Decision {
  const open = openByKey(state, merging.source.id);
  const ended = batch.flatMap(({ key, state: to }) => {
    const incident = to === "resolved" ? open.get(key) : undefined;
    return incident ? [resolve(incident, { at: merging.now })] : [];
  });
  const triggered = batch
    .filter((item) => item.state === "triggered")
    .map((item) => toSighting(item, open.get(item.key), merging.now));
  const known = { incidents: state.incidents, sightings: new Map<string, never>(), inFlight: new Set<IncidentId>() };
  const merged = mergeAlerts(known, triggered, merging);
  const incidents = [...merged, ...ended];
  const next = withIncidents(state, incidents);
  const changed = incidents.map(({ id }) => id);
  return { ...becomes(next), entries: standingEntries(state, next, { changed, now: merging.now }) };
}

function openByKey(state: AppState, source: string): ReadonlyMap<string, Incident> {
  const open = new Map<string, Incident>();
  for (const incident of state.incidents.values()) {
    if (incident.source === source && incident.standing.kind !== "resolved") open.set(incident.alert.key, incident);
  }
  return open;
}

/** The ids of the incidents that items stand for, in the items' order, after they were taken; a "resolved" of nothing has none. */
export function idsOf(state: AppState, items: readonly InboxItem[]): readonly IncidentId[] {
  const { loaded } = state;
  if (!loaded) return [];
  const source = inboxOf(loaded.team).id;
  const latest = new Map<string, Incident>();
  for (const incident of state.incidents.values()) {
    const { key } = incident.alert;
    const other = latest.get(key);
    if (incident.source === source && (!other || other.startedAt <= incident.startedAt)) {
      latest.set(key, incident);
    }
  }
  return items.flatMap(({ key }) => latest.get(key)?.id ?? []);
}

const toSighting = ({ state: _state, ...said }: InboxItem, open: Incident | undefined, now: Instant): Sighting => ({
  alert: { ...said, startedAt: said.startedAt ?? open?.startedAt ?? now },
  seenAt: now,
  seenBy: [],
});
