import type { Incident, IncidentId } from "../incident/incident.ts";
import { isReplacedBy, queued, type ActionKind, type SourceAction } from "../incident/outbox.ts";
import { nameOf } from "../team/lookup.ts";
import { becomes, withIncidents, type Decision } from "./decision.ts";
import type { Refusal } from "./refusal.ts";
import type { Stamp } from "./event.ts";
import { whoAmI, type AppState } from "./state.ts";
import { findSource, isPolled } from "../team/watched-source.ts";

/* What the commands of people have in common. */

/** The word that nothing was done, and why. */
export const refused = (state: AppState, reason: Refusal): Decision => ({
  ...becomes(state),
  reply: { kind: "refused", reason },
});

/** Who acts: the person's id, or a word for somebody whom the team does not know. */
export const actor = (state: AppState): string => whoAmI(state) ?? "somebody";

/** How the source names who acts. */
export const actorName = (state: AppState): string => {
  const me = whoAmI(state);
  return me === undefined || !state.loaded ? "Baton" : nameOf(state.loaded.team, me);
};

type Chosen = { readonly incidents: readonly Incident[] } | { readonly reason: Refusal };

/** The incidents of a command that it applies to; a reason where it applies to none of them. */
export function choose(
  state: AppState,
  ids: readonly IncidentId[],
  fits: (incident: Incident) => Refusal | undefined,
): Chosen {
  const found = ids.flatMap((id) => state.incidents.get(id) ?? []);
  const incidents = found.filter((incident) => fits(incident) === undefined);
  const [first] = found;
  return incidents.length > 0 ? { incidents } : { reason: first ? (fits(first) ?? "not-found") : "not-found" };
}

/** Why nothing can be done to an incident that has ended. */
export const isOver = (incident: Incident): Refusal | undefined =>
  incident.standing.kind === "resolved" ? "already-resolved" : undefined;

type Doing = { readonly kind: string; readonly stamp: Stamp; readonly facts?: Readonly<Record<string, unknown>> };

/** The incidents changed, the actions queued, and one line in the journal that names who asked for what. */
export function done(state: AppState, changed: readonly Incident[], { kind, stamp, facts }: Doing): Decision {
  const body = { by: actor(state), incidents: changed.map(({ id }) => id), ...facts };
  const next = withIncidents(state, changed);
  return {
    state: next,
    effects: [],
    entries: [{ at: stamp.now, kind, body }],
    reply: { kind: "done", count: changed.length },
  };
}

/** Queues an action for every incident whose source offers it, in the place of what was asked before, is void by it, and not yet sent. */
export function queueActions(decision: Decision, incidents: readonly Incident[], asking: ActionWish): Decision {
  const { state } = decision;
  const ids = new Set(incidents.map(({ id }) => id));
  const kept = [...state.outbox].filter(([, entry]) => !(ids.has(entry.incident) && isReplacedBy(entry, asking.kind)));
  const outbox = new Map(kept);
  for (const incident of incidents) {
    const action = asking.make(incident);
    if (!action || !can(state, incident, action.kind)) continue;
    const entry = queued(incident, action, asking.stamp.now);
    // Two notes of one moment are two.
    const id = outbox.has(entry.id) ? `${entry.id}:${String(outbox.size)}` : entry.id;
    outbox.set(id, { ...entry, id });
  }
  return { ...decision, state: { ...state, outbox } };
}

export type ActionWish = {
  /** What is wished, whether or not the source can be asked for it. */
  readonly kind: ActionKind;
  readonly stamp: Stamp;
  readonly make: (incident: Incident) => SourceAction | undefined;
};

/** Whether the incident's source offers an action. */
export const can = (state: AppState, incident: Pick<Incident, "source">, action: SourceAction["kind"]): boolean =>
  state.loaded?.capabilities[incident.source]?.includes(action) ?? false;

/** Whether the incident is Baton's own, because its source only tells and keeps nothing itself. */
export function isOwn({ loaded }: AppState, incident: Incident): boolean {
  const source = loaded && findSource(loaded.team, incident.source);
  return source !== undefined && !isPolled(source);
}
