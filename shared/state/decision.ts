import type { Incident, IncidentId } from "../incident/incident.ts";
import type { Effect, Entry } from "./effect.ts";
import type { Refusal } from "./refusal.ts";
import type { AppState } from "./state.ts";

/** The next state, what is to be done, what is to be written down before it is done, and the word to whoever asked. */
export type Decision = {
  readonly state: AppState;
  readonly effects: readonly Effect[];
  readonly entries: readonly Entry[];
  readonly reply?:
    { readonly kind: "done"; readonly count: number } | { readonly kind: "refused"; readonly reason: Refusal };
};

/** A decision that changes the state only. */
export const becomes = (state: AppState): Decision => ({ state, effects: [], entries: [] });

/** `first`, then what `next` makes of its state. */
export function andThen(first: Decision, next: (state: AppState) => Decision): Decision {
  const second = next(first.state);
  const reply = second.reply ?? first.reply;
  return {
    state: second.state,
    effects: second.effects.length === 0 ? first.effects : [...first.effects, ...second.effects],
    entries: second.entries.length === 0 ? first.entries : [...first.entries, ...second.entries],
    ...(reply && { reply }),
  };
}

/** The state with some incidents replaced. */
export function withIncidents(state: AppState, changed: Iterable<Incident>): AppState {
  let incidents: Map<IncidentId, Incident> | undefined;
  for (const incident of changed) (incidents ??= new Map(state.incidents)).set(incident.id, incident);
  return incidents ? { ...state, incidents } : state;
}
