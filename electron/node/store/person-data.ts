import { isPartyTo, mentions, withoutPersonal, type Identity, type Pseudonyms } from "../../../shared/log/personal.ts";
import { personIn } from "../../../shared/kept/restore.ts";
import { journalEntry } from "../../../shared/log/journal-kinds.ts";
import { ok, type Result } from "../../../shared/result.ts";
import { instant, type Instant } from "../../../shared/time/instant.ts";
import type { StoreFailure } from "../../core/ports.ts";
import type { JournalLine } from "../../core/records.ts";
import { readJournal } from "./journal-verify.ts";
import { appendRow, rewriteRows, rowsFrom, withOpenJournal } from "./journal-rewrite.ts";
import { asideRows, keptRows, parsed, type KeptRow } from "./kept-table.ts";
import { bodyWithout, jsonWithout } from "./retention.ts";
import { migrations } from "./store.ts";
import { attempt, openReadable, openWritable, type OpenFailure, type SqliteFile } from "./store-file.ts";

/* What a store holds of one person, for privacy requests: read out, or taken away for good. */

/** Everything that names the person. Journal lines stand as they are, so names of others may be among them. */
export type PersonData = {
  readonly journal: readonly JournalLine[];
  readonly incidents: readonly unknown[];
  readonly records: readonly { readonly collection: string; readonly id: string; readonly body: unknown }[];
};

/** Reads what a store's file holds of a person; whoever has the data directory goes on writing. */
export function readPersonData(path: string, person: Identity): Result<PersonData, OpenFailure> {
  const opened = openReadable(path);
  if (!opened.ok) return opened;
  try {
    return attempt(() => dataIn(opened.value, person));
  } finally {
    opened.value.close();
  }
}

type PastRow = { readonly id: string; readonly body: string; readonly note: string | null };

function dataIn(file: SqliteFile, person: Identity): PersonData {
  const journal: JournalLine[] = [];
  for (const { seq, at, kind, body } of readJournal(file)) {
    const line = { seq, at: instant(at), kind, body: JSON.parse(body) as JournalLine["body"] };
    if (mentions(line.body, person)) journal.push(line);
  }
  const incidents = pastRows(file).map(({ body, note }) => ({
    ...(JSON.parse(body) as object),
    ...(note !== null && { note: JSON.parse(note) as unknown }),
  }));
  const records = [...keptRows(file), ...asideRows(file)].filter((row) => names(row, person));
  return {
    journal,
    incidents: incidents.filter((incident) => mentions(incident, person)),
    records: records.map((row) => ({ collection: row.collection, id: row.id, body: saidBy(row) })),
  };
}

const pastRows = (file: SqliteFile): readonly PastRow[] =>
  file.prepare<[], PastRow>("select id, body, note from past order by opened_at").all();

/** What a record says; its very text where it is no JSON. */
const saidBy = (row: KeptRow): unknown => (parsed(row) ?? { value: row.body }).value;

const names = (row: KeptRow, person: Identity): boolean => goesWith(row, person) || mentions(saidBy(row), person);

/** Whether a record goes as a whole with a person. Where it is no JSON, the id may be a word of it like any other. */
function goesWith(row: KeptRow, person: Identity): boolean {
  const how = parsed(row) ? personIn(row) : "gone";
  if (how === "gone-by-id") return isPartyTo(row.id, person);
  return how === "gone" && mentions(row.body, { ...person, aliases: [...person.aliases, person.id] });
}

/** How many lines and records no longer name the person. */
export type Erased = { readonly count: number };

export type Erasing = { readonly pseudonyms: Pseudonyms; readonly now: Instant };

/**
 * Puts a pseudonym in a person's place everywhere in a store's file, and leaves no trace in what the file no longer uses. The
 * caller holds the data directory.
 */
export function erasePerson(path: string, erasing: Erasing): Result<Erased, OpenFailure> {
  const opened = openWritable(path, migrations);
  if (!opened.ok) return opened;
  const file = opened.value;
  try {
    const erased = attempt(() => file.transaction(() => eraseIn(file, erasing)).immediate());
    if (!erased.ok) return erased;
    const swept = sweep(file);
    return swept.ok ? ok({ count: erased.value }) : swept;
  } finally {
    file.close();
  }
}

/** What was there before lies on in free pages and in the log of writes until both are written anew. */
const sweep = (file: SqliteFile): Result<void, StoreFailure> =>
  attempt(() => {
    file.exec("vacuum");
    file.pragma("wal_checkpoint(TRUNCATE)");
  });

function eraseIn(file: SqliteFile, { pseudonyms, now }: Erasing): number {
  const lines = eraseLines(file, pseudonyms);
  const updatePast = file.prepare<[string, string | null, string]>("update past set body = ?, note = ? where id = ?");
  let records = 0;
  for (const { id, body, note } of pastRows(file)) {
    const next = [jsonWithout(body, pseudonyms), note === null ? null : jsonWithout(note, pseudonyms)] as const;
    if (next[0] === body && next[1] === note) continue;
    updatePast.run(...next, id);
    records += 1;
  }
  const count = lines.count + records + eraseKept(file, pseudonyms) + eraseAside(file, pseudonyms);
  if (count > 0) appendRow(file, journalEntry(now, "retention", { what: "person-erased", ...lines.seam, count }));
  return count;
}

function eraseKept(file: SqliteFile, pseudonyms: Pseudonyms): number {
  const update = file.prepare<[string, string, string]>("update kept set body = ? where collection = ? and id = ?");
  const remove = file.prepare<[string, string]>("delete from kept where collection = ? and id = ?");
  return eraseRows(keptRows(file), pseudonyms, ({ collection, id }, body) =>
    body === undefined ? remove.run(collection, id) : update.run(body, collection, id),
  );
}

function eraseAside(file: SqliteFile, pseudonyms: Pseudonyms): number {
  const update = file.prepare<[string, number]>("update kept_aside set body = ? where n = ?");
  const remove = file.prepare<[number]>("delete from kept_aside where n = ?");
  return eraseRows(asideRows(file), pseudonyms, ({ n }, body) =>
    body === undefined ? remove.run(n) : update.run(body, n),
  );
}

/** Writes the records that are to be others; how many they were. */
function eraseRows<Row extends KeptRow>(
  rows: readonly Row[],
  pseudonyms: Pseudonyms,
  write: (row: Row, body: string | undefined) => unknown,
): number {
  let changed = 0;
  for (const row of rows) {
    const next = withoutPerson(row, pseudonyms);
    if (next === row.body) continue;
    write(row, next);
    changed += 1;
  }
  return changed;
}

/** A record's text without the person; undefined where it goes as a whole. */
function withoutPerson(row: KeptRow, pseudonyms: Pseudonyms): string | undefined {
  if (pseudonyms.people.some((person) => goesWith(row, person))) return undefined;
  const said = parsed(row);
  const next = said && withoutPersonal(said.value, pseudonyms);
  return next === said?.value ? row.body : JSON.stringify(next);
}

function eraseLines(file: SqliteFile, pseudonyms: Pseudonyms) {
  const rows = rowsFrom(file, 0, Number.MAX_SAFE_INTEGER);
  const bodies = new Map<number, string>();
  for (const row of rows) {
    const body = bodyWithout(row, pseudonyms);
    if (body !== row.body) bodies.set(row.seq, body);
  }
  const changed = [...bodies.keys()];
  const [from, to] = [changed[0], changed.at(-1)];
  if (from === undefined || to === undefined) return { count: 0 };
  const stretch = rows.filter(({ seq }) => seq >= from && seq <= to);
  const seam = withOpenJournal(file, to, () => rewriteRows(file, stretch, ({ seq, body }) => bodies.get(seq) ?? body));
  return { count: bodies.size, seam };
}
