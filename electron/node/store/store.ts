import { err, ok, type Result } from "../../../shared/result.ts";
import type { Instant } from "../../../shared/time/instant.ts";
import type { Store, StoreChange, StoreFailure } from "../../core/ports.ts";
import type { JournalEntry } from "../../core/records.ts";
import { canonicalJson, genesis, rowHash } from "./journal-chain.ts";
import { journalOpening } from "./journal-rewrite.ts";
import { readsJournal } from "./journal-read.ts";
import { pastTable, pastTableOn } from "./past-table.ts";
import { keptTableOn, keptVersions } from "./kept-table.ts";
import { retain } from "./retention.ts";
import { attempt, openWritable, setAside, type Migrations, type OpenFailure, type SqliteFile } from "./store-file.ts";

export type StoreOptions = {
  /** Names the file that is kept aside. */
  readonly now: () => Instant;
  /** Most pages of 4 KiB; more is refused as a full disk is. */
  readonly maxPages?: number;
};

/** `recovered` where the file was corrupt: it is kept beside the fresh one that this store writes. */
export type OpenedStore = { readonly store: Store; readonly recovered?: { readonly keptAside: string } };

/** The store's file name in the data directory. */
export const storeFileName = "baton.db";

// `autoincrement` makes SQLite remember the highest seq apart from the rows, so that rows cut off at the end are missed.
export const migrations: Migrations = [
  `create table journal (
     seq integer primary key autoincrement, at integer not null, kind text not null, body text not null,
     prev text not null, hash text not null
   ) strict;
   create trigger journal_keeps_rows before delete on journal
     begin select raise(abort, 'the journal is append-only'); end;
   create trigger journal_keeps_words before update on journal
     begin select raise(abort, 'the journal is append-only'); end;
   create table kept (
     collection text not null, id text not null, body text not null, primary key (collection, id)
   ) strict, without rowid;`,
  "create index journal_by_time on journal (at);",
  pastTable,
  journalOpening,
  keptVersions,
];

/**
 * Opens the store at `path`, making it where there is none. A corrupt file is kept aside and a fresh one begun.
 * A refused commit leaves the store as it was, ready for the next.
 */
export function openStore(path: string, options: StoreOptions): Result<OpenedStore, OpenFailure> {
  const opened = openWritable(path, migrations);
  if (opened.ok) return usable(opened.value, options);
  if (opened.error.kind !== "corrupt") return opened;
  const aside = setAside(path, options.now());
  if (!aside.ok) return aside;
  const fresh = openWritable(path, migrations);
  if (!fresh.ok) return fresh;
  const store = usable(fresh.value, options);
  return store.ok ? ok({ ...store.value, recovered: { keptAside: aside.value } }) : store;
}

/** Stands in for a store that could not be opened, and refuses everything, so that nothing counts as stored. */
export function unavailableStore(failure: OpenFailure): Store {
  const refusal = err<StoreFailure>("code" in failure ? failure : { kind: "io", code: failure.kind });
  return {
    load: () => refusal,
    read: () => refusal,
    past: () => refusal,
    retain: () => refusal,
    commit: () => refusal,
    close: () => undefined,
  };
}

function usable(file: SqliteFile, { maxPages }: StoreOptions): Result<OpenedStore, OpenFailure> {
  return attempt(() => {
    if (maxPages !== undefined) file.pragma(`max_page_count = ${maxPages}`);
    return { store: storeOn(file) };
  });
}

type Head = { readonly seq: number; readonly hash: string };

function storeOn(file: SqliteFile): Store {
  const selectHead = file.prepare<[], Head>("select seq, hash from journal order by seq desc limit 1");
  const insertEntry = file.prepare<[number, number, string, string, string, string]>(
    "insert into journal (seq, at, kind, body, prev, hash) values (?, ?, ?, ?, ?, ?)",
  );
  const append = (head: Head, entry: JournalEntry): Head => {
    const { at, kind } = entry;
    const row = { seq: head.seq + 1, at, kind, body: canonicalJson(entry.body), prev: head.hash };
    const hash = rowHash(row);
    insertEntry.run(row.seq, at, kind, row.body, row.prev, hash);
    return { seq: row.seq, hash };
  };
  const kept = keptTableOn(file);
  const past = pastTableOn(file);
  const write = file.transaction((change: StoreChange) => {
    if (change.entries.length > 0) change.entries.reduce(append, selectHead.get() ?? { seq: 0, hash: genesis });
    for (const place of change.aside ?? []) kept.setAside(place);
    for (const record of change.puts) kept.put(record);
    for (const place of change.removes) kept.remove(place);
    for (const incident of change.past ?? []) past.put(incident);
    for (const { incident, note } of change.notes ?? []) past.note(incident, note);
  });

  return {
    load: () => attempt(kept.load),
    read: readsJournal(file),
    past: past.read,
    retain: (run) => retain(file, run),
    commit: (change) => attempt(() => write.immediate(change)),
    close: () => {
      file.close();
    },
  };
}
