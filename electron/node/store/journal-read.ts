import { err, ok, type Result } from "../../../shared/result.ts";
import { instant } from "../../../shared/time/instant.ts";
import type { JournalQuery, StoreFailure } from "../../core/ports.ts";
import type { JournalLine } from "../../core/records.ts";
import { attempt, openReadable, type OpenFailure, type SqliteFile } from "./store-file.ts";

/** Reads a journal that another process may be writing. */
export type JournalReader = {
  read(query: JournalQuery): Result<readonly JournalLine[], StoreFailure>;
  close(): void;
};

/** Opens the journal of a store's file to read it; whoever has the data directory goes on writing. */
export function openJournalReader(path: string): Result<JournalReader, OpenFailure> {
  const opened = openReadable(path);
  if (!opened.ok) return opened;
  const file = opened.value;
  const prepared = attempt(() => readsJournal(file));
  if (!prepared.ok) {
    file.close();
    return prepared;
  }
  return ok({ read: prepared.value, close: () => file.close() });
}

type Row = { readonly seq: number; readonly at: number; readonly kind: string; readonly body: string };
type Bound = Readonly<Record<"from" | "to" | "at" | "seq" | "limit", number>> & { readonly kinds: string | null };

const columns = "select seq, at, kind, body from journal";
const ofKinds = "(:kinds is null or kind in (select value from json_each(:kinds)))";

// Every page is found by the index on `at`, which holds `seq` too, so a late page costs no more than the first.
const oldestFirst = `${columns} where at < :to and (at, seq) > (:at, :seq) and ${ofKinds} order by at, seq limit :limit`;
const newestFirst = `${columns} where at >= :from and (at, seq) < (:at, :seq) and ${ofKinds} order by at desc, seq desc limit :limit`;

/** Reads pages of a journal; throws where its statements cannot be prepared. */
export function readsJournal(file: SqliteFile): JournalReader["read"] {
  const forwards = file.prepare<[Bound], Row>(oldestFirst);
  const backwards = file.prepare<[Bound], Row>(newestFirst);
  return ({ from, to, kinds, order, after, limit }) => {
    const newest = order === "newest-first";
    const { at, seq } = after ?? (newest ? { at: to, seq: 0 } : { at: from - 1, seq: Number.MAX_SAFE_INTEGER });
    const bound = { from, to, at, seq, limit, kinds: kinds === undefined ? null : JSON.stringify(kinds) };
    const rows = attempt(() => (newest ? backwards : forwards).all(bound));
    return rows.ok ? toLines(rows.value) : rows;
  };
}

function toLines(rows: readonly Row[]): Result<readonly JournalLine[], StoreFailure> {
  const lines: JournalLine[] = [];
  for (const { seq, at, kind, body } of rows) {
    try {
      lines.push({ seq, at: instant(at), kind, body: JSON.parse(body) as JournalLine["body"] });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return err({ kind: "corrupt", code: "JOURNAL_NOT_JSON" });
    }
  }
  return ok(lines);
}
