import { err, ok, type Result } from "../../shared/result.ts";
import { genesis, rowHash, type JournalRow } from "./journal-chain.ts";
import { attempt, openReadable, type OpenFailure, type SqliteFile } from "./store-file.ts";

/** A journal whose rows follow from one another: how many, and the hash of the last. */
export type VerifiedJournal = { readonly entries: number; readonly head: string };

/** The first row that does not follow from the one before. */
export type BrokenJournal = {
  readonly kind: "broken";
  readonly seq: number;
  /** Its content was changed, rows before it are missing, it follows another row, or it is gone from the end. */
  readonly reason: "changed" | "missing" | "relinked" | "cut-off";
};

/** Walks the whole journal of a store's file, row by row, without writing to it. */
export function verifyJournal(path: string): Result<VerifiedJournal, BrokenJournal | OpenFailure> {
  const opened = openReadable(path);
  if (!opened.ok) return opened;
  try {
    const walked = attempt(() => walk(opened.value));
    return walked.ok ? walked.value : walked;
  } finally {
    opened.value.close();
  }
}

/** Every row in order, read as it is asked for. Throws what SQLite throws. */
export const readJournal = (file: SqliteFile): IterableIterator<JournalRow> =>
  file.prepare<[], JournalRow>("select seq, at, kind, body, prev, hash from journal order by seq").iterate();

function walk(file: SqliteFile): Result<VerifiedJournal, BrokenJournal> {
  let entries = 0;
  let head = genesis;
  for (const row of readJournal(file)) {
    const reason = fault(row, { seq: entries + 1, prev: head });
    if (reason !== undefined) return err({ kind: "broken", seq: entries + 1, reason });
    entries += 1;
    head = row.hash;
  }
  const highest = highestEver(file);
  if (highest !== entries) return err({ kind: "broken", seq: entries + 1, reason: "cut-off" });
  return ok({ entries, head });
}

function fault(row: JournalRow, expected: Pick<JournalRow, "seq" | "prev">): BrokenJournal["reason"] | undefined {
  if (row.seq !== expected.seq) return "missing";
  if (row.prev !== expected.prev) return "relinked";
  return row.hash === rowHash(row) ? undefined : "changed";
}

const highestEver = (file: SqliteFile): number =>
  file.prepare<[], number>("select seq from sqlite_sequence where name = 'journal'").pluck().get() ?? 0;
