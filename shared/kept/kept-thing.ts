import type { KeptName, KeptValues, Restored } from "../state/restored.ts";
import type { AppState } from "../state/state.ts";
import type { Unreadable, Versioned } from "./versioned.ts";

/** Where a record lies in the store. */
export type Place = { readonly collection: string; readonly id: string };

/** One record of the state that survives restarts, in the words of a version. */
export type KeptRecord = Place & { readonly version: number; readonly body: unknown };

/** The records that were written and taken away from one state to another. */
export type KeptChanges = { readonly puts: readonly KeptRecord[]; readonly removes: readonly Place[] };

/** Records of one kind as they were found: what they say, and those that cannot be read. */
export type Found = { readonly restored: Restored; readonly unreadable: readonly (Place & { readonly why: Unreadable })[] };

/** One kind of thing that is kept: a row of the table. */
export type KeptThing = {
  readonly collection: string;
  /** The id of the record, where there is one of the kind. */
  readonly id?: string;
  readonly record: Versioned<unknown>;
  /** Ids are made of the names of people. */
  readonly namesPeople: boolean;
  readonly changes: (before: AppState, after: AppState) => KeptChanges;
  readonly find: (records: readonly KeptRecord[]) => Found;
  /** The state with what survived in it. What lives only within a run is blank. */
  readonly take: (state: AppState, restored: Restored) => AppState;
};

/** Things of which there may be any number, each in a record by its id. */
type Many<Held, T> = {
  readonly collection: string;
  readonly record: Versioned<T>;
  readonly namesPeople?: true;
  readonly of: (state: AppState) => ReadonlyMap<string, Held>;
  /** What is kept of one; undefined where nothing is. */
  readonly keep: (held: Held) => T | undefined;
  /** Whether the same is kept of two. */
  readonly same: (one: Held, other: Held) => boolean;
  readonly put: (state: AppState, values: readonly T[]) => AppState;
};

export function many<K extends KeptName, Held>(name: K, thing: Many<Held, KeptValues[K]>): KeptThing {
  const { collection, record, namesPeople = false, of, put } = thing;
  return {
    collection,
    record,
    namesPeople,
    changes: (before, after) => changesOfMany(thing, of(before), of(after)),
    find: (records) => find(name, record, records),
    take: (state, restored) => put(state, restored[name] ?? []),
  };
}

/** A thing that is whole what is kept of it, and another object whenever it is another. */
export const whole = { keep: <T>(held: T): T => held, same: (one: unknown, other: unknown): boolean => one === other };

function changesOfMany<Held, T>(
  { collection, record: { version }, keep, same }: Many<Held, T>,
  before: ReadonlyMap<string, Held>,
  after: ReadonlyMap<string, Held>,
): KeptChanges {
  const puts: KeptRecord[] = [];
  const removes: Place[] = [];
  if (before === after) return { puts, removes };
  let stayed = 0;
  for (const [id, held] of after) {
    const old = before.get(id);
    if (old !== undefined) stayed += 1;
    if (old === held || (old !== undefined && same(old, held))) continue;
    const body = keep(held);
    if (body !== undefined) puts.push({ collection, id, version, body });
    else if (old !== undefined && keep(old) !== undefined) removes.push({ collection, id });
  }
  if (stayed === before.size) return { puts, removes };
  for (const [id, old] of before) if (!after.has(id) && keep(old) !== undefined) removes.push({ collection, id });
  return { puts, removes };
}

/** A thing of which there is one, in a record beside other ones. */
type One<Held, T> = {
  readonly id: string;
  readonly record: Versioned<T>;
  /** Undefined where there is none. */
  readonly of: (state: AppState) => Held | undefined;
  readonly keep: (held: Held) => T;
  readonly same: (one: Held, other: Held) => boolean;
  readonly put: (state: AppState, value: T) => AppState;
};

const single = "app";

export function one<K extends KeptName, Held>(name: K, thing: One<Held, KeptValues[K]>): KeptThing {
  const { id, record, of, put } = thing;
  return {
    collection: single,
    id,
    record,
    namesPeople: false,
    changes: (before, after) => changesOfOne(thing, of(before), of(after)),
    find: (records) => find(name, record, records),
    take: (state, restored) => (restored[name] ?? []).reduce(put, state),
  };
}

function changesOfOne<Held, T>(
  { id, record: { version }, keep, same }: One<Held, T>,
  before: Held | undefined,
  after: Held | undefined,
): KeptChanges {
  const place = { collection: single, id };
  if (before === after || (before !== undefined && after !== undefined && same(before, after))) return nothing;
  return after === undefined
    ? { puts: [], removes: [place] }
    : { puts: [{ ...place, version, body: keep(after) }], removes: [] };
}

const nothing: KeptChanges = { puts: [], removes: [] };

function find<K extends KeptName>(name: K, record: Versioned<KeptValues[K]>, records: readonly KeptRecord[]): Found {
  const values: KeptValues[K][] = [];
  const unreadable: Found["unreadable"][number][] = [];
  for (const { collection, id, version, body } of records) {
    const read = record.read(version, body);
    if (read.ok) values.push(read.value);
    else unreadable.push({ collection, id, why: read.error });
  }
  return { restored: { [name]: values }, unreadable };
}
