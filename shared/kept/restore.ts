import type { KeptName, Restored } from "../state/restored.ts";
import type { AppState } from "../state/state.ts";
import type { KeptChanges, KeptRecord, KeptThing, Place } from "./kept-thing.ts";
import { keptThings } from "./kept-things.ts";
import type { Unreadable } from "./versioned.ts";

/*
 * What is kept, over all kinds of things: what changed from one state to the next, what the records of a store say, and the state
 * that they make. The core replaces what it changes, so that changes are seen by reference.
 */

const all = Object.values(keptThings);

/** The records in which two states differ. */
export function changesBetween(before: AppState, after: AppState): KeptChanges {
  const changes = all.map((thing) => thing.changes(before, after));
  return { puts: changes.flatMap(({ puts }) => puts), removes: changes.flatMap(({ removes }) => removes) };
}

/** A record that cannot be read: of a newer Baton, of another shape, or in a place that no kind of thing has. */
export type UnreadableRecord = Place & { readonly why: Unreadable | "unknown-place" };

export type Reading = { readonly restored: Restored; readonly unreadable: readonly UnreadableRecord[] };

/** What the records of a store say. */
export function readKept(records: readonly KeptRecord[]): Reading {
  const byThing = Map.groupBy(records, thingOf);
  const found = all.flatMap((thing) => {
    const of = byThing.get(thing);
    return of ? [thing.find(of)] : [];
  });
  const nowhere = byThing.get(undefined) ?? [];
  return {
    restored: Object.assign({}, ...found.map(({ restored }) => restored)) as Restored,
    unreadable: [
      ...found.flatMap(({ unreadable }) => unreadable),
      ...nowhere.map(({ collection, id }) => ({ collection, id, why: "unknown-place" as const })),
    ],
  };
}

/** The kind of thing whose record lies in a place. */
const thingOf = (place: Place): KeptThing | undefined =>
  all.find(({ collection, id }) => collection === place.collection && (id === undefined || id === place.id));

/** The state with what survived in it, value by value the same objects. What lives only within a run is blank. */
export const takeUp = (state: AppState, restored: Restored): AppState =>
  all.reduce((taken, thing) => thing.take(taken, restored), state);
