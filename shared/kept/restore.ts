import type { Restored, UnreadCounts } from "../state/restored.ts";
import type { AppState } from "../state/state.ts";
import type { KeptChanges, KeptRecord, KeptThing, PersonIn, Place } from "./kept-thing.ts";
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
  const found = all.map((thing) => thing.find(records.filter((place) => isOf(thing, place))));
  const nowhere = records.filter((place) => !all.some((thing) => isOf(thing, place)));
  return {
    restored: found.reduce<Restored>((restored, one) => ({ ...restored, ...one.restored }), {}),
    unreadable: [
      ...found.flatMap(({ unreadable }) => unreadable),
      ...nowhere.map(({ collection, id }) => ({ collection, id, why: "unknown-place" as const })),
    ],
  };
}

const isOf = ({ collection, id }: KeptThing, place: Place): boolean =>
  collection === place.collection && (id === undefined || id === place.id);

/** How a person is taken out of the record of a place. */
export const personIn = (place: Place): PersonIn => all.find((thing) => isOf(thing, place))?.person ?? "replaced";

/** How many records of each kind of thing lie in these places. */
export function countKept(places: readonly Place[]): UnreadCounts {
  const counts: { -readonly [K in keyof UnreadCounts]: number } = {};
  for (const place of places) {
    const name = nameOf(place);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

const nameOf = (place: Place): keyof UnreadCounts => all.find((thing) => isOf(thing, place))?.name ?? "other";

/** The state with what survived in it, value by value the same objects. What lives only within a run is blank. */
export const takeUp = (state: AppState, restored: Restored): AppState =>
  all.reduce((taken, thing) => thing.take(taken, restored), state);
