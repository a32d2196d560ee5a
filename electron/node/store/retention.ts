import { withoutPersonal } from "../../../shared/log/personal.ts";
import { journalEntry } from "../../../shared/log/journal-kinds.ts";
import type { Result } from "../../../shared/result.ts";
import type { Instant } from "../../../shared/time/instant.ts";
import type { Retained, RetentionRun, StoreFailure } from "../../core/ports.ts";
import { canonicalJson } from "./journal-chain.ts";
import { appendRow, removeRows, rewriteRows, rowsFrom, withOpenJournal, type Row } from "./journal-rewrite.ts";
import { attempt, type SqliteFile } from "./store-file.ts";

/* Takes away what is older than the team's rule allows: a bounded piece at a time, each whole or not at all, none silently. */

/** Does one piece; SQLite overwrites the cells that it frees. */
export function retain(file: SqliteFile, run: RetentionRun): Result<Retained, StoreFailure> {
  return attempt(() => {
    file.pragma("secure_delete = ON");
    try {
      return file.transaction(() => piece(file, run)).immediate();
    } finally {
      file.pragma("secure_delete = OFF");
    }
  });
}

function piece(file: SqliteFile, run: RetentionRun): Retained {
  const { log, incidents, personalData } = run.before;
  const counts = [
    log === undefined ? 0 : removeLines(file, run, log),
    incidents === undefined ? 0 : removeIncidents(file, run, incidents),
    personalData === undefined ? 0 : pseudonymiseLines(file, run, personalData),
    personalData === undefined ? 0 : pseudonymiseIncidents(file, run, personalData),
  ];
  return { count: counts.reduce((sum, count) => sum + count, 0), more: counts.some((count) => count >= run.most) };
}

/** The oldest lines in the order of writing: a clock that was set back only makes a line stay longer. */
const olderThan = (rows: readonly Row[], before: Instant): readonly Row[] => {
  const first = rows.findIndex(({ at }) => at >= before);
  return first === -1 ? rows : rows.slice(0, first);
};

function removeLines(file: SqliteFile, { now, most }: RetentionRun, before: Instant): number {
  const rows = olderThan(rowsFrom(file, 0, most + 1), before);
  const last = rows.at(-1);
  if (last === undefined || (rows.length === 1 && last.kind === "removed")) return 0;
  const removed = withOpenJournal(file, last.seq, () => removeRows(file, rows));
  if (removed === undefined) return 0;
  appendRow(file, journalEntry(now, "retention", { what: "log-removed", before, ...removed }));
  return removed.count;
}

/** Records of the store's own, such as how far people's names have been taken out; nothing of the state. */
export const ownCollection = "retention";

/** How far people's names have been taken out. */
const placeOf = (file: SqliteFile): number =>
  Number(
    file
      .prepare<[string], string>("select body from kept where collection = ? and id = 'journal'")
      .pluck()
      .get(ownCollection) ?? 0,
  );

function pseudonymiseLines(file: SqliteFile, { now, most, pseudonyms }: RetentionRun, before: Instant): number {
  const rows = olderThan(rowsFrom(file, placeOf(file) + 1, most), before);
  const last = rows.at(-1);
  if (last === undefined) return 0;
  file
    .prepare<[string, string]>(
      "insert into kept (collection, id, body) values (?, 'journal', ?) on conflict do update set body = excluded.body",
    )
    .run(ownCollection, JSON.stringify(last.seq));
  const bodies = rows.map((row) => ({ row, body: bodyWithout(row, pseudonyms) }));
  const changed = bodies.filter(({ row, body }) => body !== row.body);
  // Lines before the first that names somebody, and after the last, keep their hashes.
  const [from, to] = [changed[0]?.row.seq, changed.at(-1)?.row.seq];
  if (from === undefined || to === undefined) return rows.length;
  const bySeq = new Map(bodies.map(({ row, body }) => [row.seq, body]));
  const stretch = rows.filter(({ seq }) => seq >= from && seq <= to);
  const seam = withOpenJournal(file, to, () => rewriteRows(file, stretch, ({ seq, body }) => bySeq.get(seq) ?? body));
  appendRow(
    file,
    journalEntry(now, "retention", { what: "log-pseudonymised", count: changed.length, before, ...seam }),
  );
  return rows.length;
}

/** The lines that authorise seams name nobody, and stay as they are. */
export function bodyWithout(row: Pick<Row, "kind" | "body">, pseudonyms: RetentionRun["pseudonyms"]): string {
  if (row.kind === "retention" || row.kind === "removed") return row.body;
  const body: unknown = JSON.parse(row.body);
  const next = withoutPersonal(body, pseudonyms);
  return next === body ? row.body : canonicalJson(next);
}

function removeIncidents(file: SqliteFile, { now, most }: RetentionRun, before: Instant): number {
  const { changes } = file
    .prepare<[number, number]>("delete from past where id in (select id from past where resolved_at < ? limit ?)")
    .run(before, most);
  if (changes > 0) {
    appendRow(file, journalEntry(now, "retention", { what: "incidents-removed", count: changes, before }));
  }
  return changes;
}

type PastRow = { readonly id: string; readonly body: string; readonly note: string | null };

function pseudonymiseIncidents(file: SqliteFile, { now, most, pseudonyms }: RetentionRun, before: Instant): number {
  const rows = file
    .prepare<[number, number], PastRow>("select id, body, note from past where named = 1 and resolved_at < ? limit ?")
    .all(before, most);
  const update = file.prepare<[string, string | null, string]>(
    "update past set body = ?, note = ?, named = 0 where id = ?",
  );
  let changed = 0;
  for (const { id, body, note } of rows) {
    const next = [jsonWithout(body, pseudonyms), note === null ? null : jsonWithout(note, pseudonyms)] as const;
    if (next[0] !== body || next[1] !== note) changed += 1;
    update.run(...next, id);
  }
  if (changed > 0) {
    appendRow(file, journalEntry(now, "retention", { what: "incidents-pseudonymised", count: changed, before }));
  }
  return rows.length;
}

/** JSON without personal data; the very same text where there was none. */
export function jsonWithout(text: string, pseudonyms: RetentionRun["pseudonyms"]): string {
  const value: unknown = JSON.parse(text);
  const next = withoutPersonal(value, pseudonyms);
  return next === value ? text : JSON.stringify(next);
}
