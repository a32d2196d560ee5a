import type { KeptRecord, Place } from "../../../shared/kept/kept-thing.ts";
import type { Result } from "../../../shared/result.ts";
import type { Loaded } from "../../core/ports.ts";
import { ownCollection } from "./retention.ts";
import { attempt, openReadable, type OpenFailure, type SqliteFile } from "./store-file.ts";

/* The records of what survives restarts, and those that Baton could not read, which lie aside. */

/** What a record says is said in the words of a version; all that was written before there were numbers is of the first. */
export const keptVersions = `alter table kept add column version integer not null default 1;
   create table kept_aside (
     n integer primary key, collection text not null, id text not null, version integer not null, body text not null
   ) strict;`;

/** A record as it lies in either table. */
export type KeptRow = Place & { readonly version: number; readonly body: string };

export type KeptTable = {
  /** These three are to be called within a transaction. */
  readonly put: (record: KeptRecord) => void;
  readonly remove: (place: Place) => void;
  readonly setAside: (place: Place) => void;
  readonly load: () => Loaded;
};

/** Throws where the statements cannot be prepared. */
export function keptTableOn(file: SqliteFile): KeptTable {
  const upsert = file.prepare<[string, string, number, string]>(
    `insert into kept (collection, id, version, body) values (?, ?, ?, ?)
     on conflict do update set version = excluded.version, body = excluded.body`,
  );
  const drop = file.prepare<[string, string]>("delete from kept where collection = ? and id = ?");
  const copy = file.prepare<[string, string]>(
    `insert into kept_aside (collection, id, version, body)
     select collection, id, version, body from kept where collection = ? and id = ?`,
  );
  const remove = ({ collection, id }: Place): void => void drop.run(collection, id);
  return {
    put: ({ collection, id, version, body }) => void upsert.run(collection, id, version, JSON.stringify(body)),
    remove,
    setAside(place) {
      copy.run(place.collection, place.id);
      remove(place);
    },
    load: () => loadFrom(file),
  };
}

/** What a store's file holds, read without writing to it. */
export function readKeptTable(path: string): Result<Loaded, OpenFailure> {
  const opened = openReadable(path);
  if (!opened.ok) return opened;
  try {
    return attempt(() => loadFrom(opened.value));
  } finally {
    opened.value.close();
  }
}

function loadFrom(file: SqliteFile): Loaded {
  const records: KeptRecord[] = [];
  const spoilt: Place[] = [];
  for (const row of keptRows(file)) {
    const { collection, id, version } = row;
    const body = parsed(row);
    if (collection === ownCollection) continue;
    if (body) records.push({ collection, id, version, body: body.value });
    else spoilt.push({ collection, id });
  }
  return { records, spoilt, aside: asideRows(file).map(({ collection, id }) => ({ collection, id })) };
}

/** What a row says; undefined where that is no JSON. */
export function parsed({ body }: Pick<KeptRow, "body">): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(body) as unknown };
  } catch {
    return undefined;
  }
}

/** The records, in the order of their places, those of the store itself among them. */
export const keptRows = (file: SqliteFile): readonly KeptRow[] =>
  file
    .prepare<[], KeptRow>(
      `select collection, id, ${hasVersions(file) ? "version" : "1 as version"}, body from kept order by collection, id`,
    )
    .all();

/** The records aside, in the order in which they were put there. */
export const asideRows = (file: SqliteFile): readonly (KeptRow & { readonly n: number })[] =>
  hasVersions(file)
    ? file.prepare<[], KeptRow & { readonly n: number }>("select * from kept_aside order by n").all()
    : [];

/** An older Baton's file is read as it is where nothing may be written. */
const hasVersions = (file: SqliteFile): boolean =>
  file.prepare<[], 1>("select 1 from sqlite_schema where name = 'kept_aside'").pluck().get() !== undefined;
