import { err, ok, type Result } from "../../../shared/result.ts";
import type { PastIncident, PastRecord, PostIncidentNote } from "../../../shared/log/past-incident.ts";
import type { PastQuery, StoreFailure } from "../../core/ports.ts";
import { attempt, type SqliteFile } from "./store-file.ts";

/* Incidents that ended, each with its note: a table of its own, because nobody needs all of them at once. */

export const pastTable = `create table past (
     id text primary key, source text not null, key text not null, service text, opened_at integer not null,
     resolved_at integer not null, body text not null, note text,
     named integer not null default 1
   ) strict, without rowid;
   create index past_by_key on past (source, key, opened_at);
   create index past_by_service on past (service, opened_at);
   create index past_by_age on past (resolved_at);
   create index past_named on past (resolved_at) where named = 1;`;

type Row = { readonly body: string; readonly note: string | null };

export type PastTable = {
  /** Both are to be called within a transaction. */
  readonly put: (incident: PastIncident) => void;
  readonly note: (incident: string, note: PostIncidentNote) => void;
  readonly read: (query: PastQuery) => Result<readonly PastRecord[], StoreFailure>;
};

/** Throws where the statements cannot be prepared. */
export function pastTableOn(file: SqliteFile): PastTable {
  const insert = file.prepare<[string, string, string, string | null, number, number, string]>(
    `insert into past (id, source, key, service, opened_at, resolved_at, body) values (?, ?, ?, ?, ?, ?, ?)
     on conflict do update set source = excluded.source, key = excluded.key, service = excluded.service,
       opened_at = excluded.opened_at, resolved_at = excluded.resolved_at, body = excluded.body, named = 1`,
  );
  const annotate = file.prepare<[string, string]>("update past set note = ?, named = 1 where id = ?");
  const byIds = file.prepare<[string], Row>(
    "select body, note from past where id in (select value from json_each(?)) order by opened_at desc",
  );
  const byKey = file.prepare<[string, string, number], Row>(
    "select body, note from past where source = ? and key = ? order by opened_at desc limit ?",
  );
  const byService = file.prepare<[string, number], Row>(
    "select body, note from past where service = ? order by opened_at desc limit ?",
  );
  const rows = (query: PastQuery): readonly Row[] => {
    if ("ids" in query) return byIds.all(JSON.stringify(query.ids));
    return "service" in query
      ? byService.all(query.service, query.limit)
      : byKey.all(query.source, query.key, query.limit);
  };
  return {
    put: (past) => {
      const { id, source, key, service = null, openedAt, resolvedAt } = past;
      insert.run(id, source, key, service, openedAt, resolvedAt, JSON.stringify(past));
    },
    note: (incident, note) => {
      annotate.run(JSON.stringify(note), incident);
    },
    read: (query) => {
      const found = attempt(() => rows(query));
      return found.ok ? parseRows(found.value) : found;
    },
  };
}

function parseRows(rows: readonly Row[]): Result<readonly PastRecord[], StoreFailure> {
  try {
    return ok(
      rows.map(({ body, note }) => ({
        ...(JSON.parse(body) as PastIncident),
        ...(note !== null && { note: JSON.parse(note) as PostIncidentNote }),
      })),
    );
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return err({ kind: "corrupt", code: "PAST_NOT_JSON" });
  }
}
