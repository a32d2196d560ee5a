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
export type Found = {
  readonly restored: Restored;
  readonly unreadable: readonly (Place & { readonly why: Unreadable })[];
};

/**
 * How a person is taken out of a record: what names them is replaced; or it goes as a whole, where its id names them, because it is
 * known by that name elsewhere, or where anything of it does, because it is of no use with another name in it.
 */
export type PersonIn = "replaced" | "gone-by-id" | "gone";

/** One kind of thing that is kept: a row of the table. */
export type KeptThing = {
  readonly name: KeptName;
  readonly collection: string;
  /** The id of the record, where there is one of the kind. */
  readonly id?: string;
  readonly record: Versioned<unknown>;
  readonly person: PersonIn;
  readonly changes: (before: AppState, after: AppState) => KeptChanges;
  readonly find: (records: readonly KeptRecord[]) => Found;
  /** The state with what survived in it. What lives only within a run is blank. */
  readonly take: (state: AppState, restored: Restored) => AppState;
};

/** Things of which there may be any number, each in a record by its id. */
type Many<Held, T> = {
  readonly collection: string;
  readonly record: Versioned<T>;
  readonly person?: PersonIn;
  readonly of: (state: AppState) => ReadonlyMap<string, Held>;
  /** What is kept of one; undefined where nothing is. */
  readonly keep: (held: Held) => T | undefined;
  /** Whether the same is kept of two. */
  readonly same: (one: Held, other: Held) => boolean;
  readonly put: (state: AppState, values: readonly T[]) => AppState;
};

export function many<K extends KeptName, Held>(name: K, thing: Many<Held, KeptValues[K]>): KeptThing {
  const { collection, record, person = "replaced", of, put } = thing;
  return {
    name,
    collection,
    record,
    person,
    changes: (before, after) => changesOfMany(thing, of(before), of(after)),
    find: (records) => find(name, record, records),
    take: (state, restored) => put(state, restored[name] ?? []),
  };
}

/** The same, of which each is kept whole and is another object whenever it says something else. */
export const manyWhole = <K extends KeptName>(
  name: K,
  thing: Omit<Many<KeptValues[K], KeptValues[K]>, "keep" | "same">,
): KeptThing => many(name, { ...thing, keep: (held) => held, same: Object.is });

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
  readonly person?: PersonIn;
  /** Undefined where there is none. */
  readonly of: (state: AppState) => Held | undefined;
  readonly keep: (held: Held) => T;
  readonly same: (one: Held, other: Held) => boolean;
  readonly put: (state: AppState, value: T) => AppState;
};

const single = "app";

export function one<K extends KeptName, Held>(name: K, thing: One<Held, KeptValues[K]>): KeptThing {
  const { id, record, person = "replaced", of, put } = thing;
  return {
    name,
    collection: single,
    id,
    record,
    person,
    changes: (before, after) => changesOfOne(thing, of(before), of(after)),
    find: (records) => find(name, record, records),
    take: (state, restored) => (restored[name] ?? []).reduce(put, state),
  };
}

/** The same, which is kept whole and is another object whenever it says something else. */
export const oneWhole = <K extends KeptName>(
  name: K,
  thing: Omit<One<KeptValues[K], KeptValues[K]>, "keep" | "same">,
): KeptThing => one(name, { ...thing, keep: (held) => held, same: Object.is });

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
