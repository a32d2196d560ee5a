import type { JournalEntry } from "../../core/records.ts";
import { canonicalJson, genesis, rowHash, type JournalRow } from "./journal-chain.ts";
import type { SqliteFile } from "./store-file.ts";

/*
 * The one way in which lines of the journal are removed or written anew. A stretch of lines gets a chain of its own, and where it
 * ends lies a seam: the line after it still follows the hash that was. A `retention` line, appended in the same transaction,
 * names the seam; `verifyJournal` accepts no other.
 *
 *   before   … ─▶ a ─▶ b ─▶ c ─▶ d ─▶ …
 *   after    … ─▶ a ─▶ B ─▶ C ┆ d ─▶ … ─▶ retention { last: C, was: hash of c, now: hash of C }
 */

/** Lets go of the journal's triggers up to a line, for as long as the transaction that asks for it. */
export const journalOpening = `create table journal_opening (upto integer not null) strict;
   drop trigger journal_keeps_rows;
   drop trigger journal_keeps_words;
   create trigger journal_keeps_rows before delete on journal
     when not exists (select 1 from journal_opening where old.seq <= upto)
     begin select raise(abort, 'the journal is append-only'); end;
   create trigger journal_keeps_words before update on journal
     when not exists (select 1 from journal_opening where old.seq <= upto)
     begin select raise(abort, 'the journal is append-only'); end;
   create index journal_retention on journal (seq) where kind = 'retention';`;

/** Where a stretch that was written anew ends. */
export type Seam = { readonly first: number; readonly last: number; readonly was: string; readonly now: string };

/** Runs `work` with the journal open to it up to the line `upto`. To be called within a transaction. */
export function withOpenJournal<T>(file: SqliteFile, upto: number, work: () => T): T {
  file.prepare<[number]>("insert into journal_opening (upto) values (?)").run(upto);
  const done = work();
  file.exec("delete from journal_opening");
  return done;
}

export type Row = JournalRow;

/** Up to `most` rows from `first` on, in order. */
export const rowsFrom = (file: SqliteFile, first: number, most: number): readonly Row[] =>
  file
    .prepare<[number, number], Row>(
      "select seq, at, kind, body, prev, hash from journal where seq >= ? order by seq limit ?",
    )
    .all(first, most);

/** Writes rows anew, each with the body that `rewrite` gives it, and chains them. The rows follow one another. */
export function rewriteRows(file: SqliteFile, rows: readonly Row[], rewrite: (row: Row) => string): Seam | undefined {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const update = file.prepare<[string, string, string, number]>(
    "update journal set body = ?, prev = ?, hash = ? where seq = ?",
  );
  let prev = hashBefore(file, first.seq);
  for (const row of rows) {
    const next = { ...row, body: rewrite(row), prev };
    prev = rowHash(next);
    update.run(next.body, next.prev, prev, row.seq);
  }
  return { first: first.seq, last: last.seq, was: followed(file, last), now: prev };
}

/** Removes rows from the head of the journal; one line stands in their place. */
export function removeRows(file: SqliteFile, rows: readonly Row[]): (Seam & { readonly count: number }) | undefined {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const was = followed(file, last);
  const earlier =
    first.kind === "removed"
      ? (JSON.parse(first.body) as { readonly count: number; readonly from: number })
      : undefined;
  const count = rows.length - (earlier === undefined ? 0 : 1);
  const body = canonicalJson({
    first: 1,
    last: last.seq,
    count: count + (earlier?.count ?? 0),
    from: earlier?.from ?? first.at,
    to: last.at,
  });
  const row = { seq: last.seq, at: last.at, kind: "removed", body, prev: genesis };
  const now = rowHash(row);
  file.prepare<[number]>("delete from journal where seq < ?").run(last.seq);
  file
    .prepare<[string, string, string, string, number]>(
      "update journal set kind = ?, body = ?, prev = ?, hash = ? where seq = ?",
    )
    .run(row.kind, body, genesis, now, last.seq);
  return { first: first.seq, last: last.seq, was, now, count };
}

/** Appends one line. */
export function appendRow(file: SqliteFile, { at, kind, body }: JournalEntry): void {
  const head = file
    .prepare<[], Pick<Row, "seq" | "hash">>("select seq, hash from journal order by seq desc limit 1")
    .get();
  const row = { seq: (head?.seq ?? 0) + 1, at, kind, body: canonicalJson(body), prev: head?.hash ?? genesis };
  file
    .prepare<[number, number, string, string, string, string]>(
      "insert into journal (seq, at, kind, body, prev, hash) values (?, ?, ?, ?, ?, ?)",
    )
    .run(row.seq, at, kind, row.body, row.prev, rowHash(row));
}

const hashBefore = (file: SqliteFile, seq: number): string =>
  file
    .prepare<[number], string>("select hash from journal where seq = ?")
    .pluck()
    .get(seq - 1) ?? genesis;

/** The hash that the row after this one follows; its own where it is the last. */
const followed = (file: SqliteFile, { seq, hash }: Row): string =>
  file
    .prepare<[number], string>("select prev from journal where seq = ?")
    .pluck()
    .get(seq + 1) ?? hash;
