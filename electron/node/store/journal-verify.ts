import { err, ok, type Result } from "../../../shared/result.ts";
import { genesis, rowHash, type JournalRow } from "./journal-chain.ts";
import { attempt, openReadable, type OpenFailure, type SqliteFile } from "./store-file.ts";

/** A journal whose rows follow from one another: how many, and the hash of the last. */
export type VerifiedJournal = {
  readonly entries: number;
  readonly head: string;
  /** Lines that retention removed, and that a line at the head stands for. */
  readonly removed: number;
};

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
  const seams = seamsOf(file);
  let entries = 0;
  let removed = 0;
  let last = { seq: 0, hash: genesis };
  for (const row of readJournal(file)) {
    const stand = entries === 0 ? standsFor(row) : undefined;
    const expected = { seq: stand === undefined ? last.seq + 1 : row.seq, prevs: followable(last, seams) };
    const reason = fault(row, expected);
    if (reason !== undefined) return err({ kind: "broken", seq: expected.seq, reason });
    entries += 1;
    removed = stand ?? removed;
    last = row;
  }
  const highest = highestEver(file);
  if (highest !== last.seq) return err({ kind: "broken", seq: last.seq + 1, reason: "cut-off" });
  return ok({ entries, head: last.hash, removed });
}

type Seams = ReadonlyMap<number, readonly Seam[]>;

/** The seams that lines of retention name. Those lines are part of the chain, and verified with it. */
function seamsOf(file: SqliteFile): Seams {
  const seams = new Map<number, Seam[]>();
  const bodies = file.prepare<[], string>("select body from journal where kind = 'retention'").pluck().all();
  for (const body of bodies) {
    const seam = seamIn(body);
    if (seam === undefined) continue;
    const others = seams.get(seam.last);
    if (others) others.push(seam);
    else seams.set(seam.last, [seam]);
  }
  return seams;
}

type Seam = { readonly last: number; readonly was: string; readonly now: string };

function seamIn(body: string): Seam | undefined {
  const { last, was, now } = parsed(body);
  return typeof last === "number" && typeof was === "string" && typeof now === "string"
    ? { last, was, now }
    : undefined;
}

/** How many lines a row stands for, if it stands for removed ones. */
function standsFor({ seq, kind, body }: JournalRow): number | undefined {
  if (kind !== "removed") return undefined;
  const { last, count } = parsed(body);
  return last === seq && typeof count === "number" ? count : undefined;
}

function parsed(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    // A body that was tampered with is found by its hash.
    return {};
  }
}

/** The hashes that the row after `last` may follow: its own, and those that a seam stands for. */
const followable = (last: Pick<JournalRow, "seq" | "hash">, seams: Seams): readonly string[] => [
  last.hash,
  ...(seams.get(last.seq) ?? []).filter(({ now }) => now === last.hash).map(({ was }) => was),
];

type Expected = { readonly seq: number; readonly prevs: readonly string[] };

function fault(row: JournalRow, expected: Expected): BrokenJournal["reason"] | undefined {
  if (row.seq !== expected.seq) return "missing";
  if (!expected.prevs.includes(row.prev)) return "relinked";
  return row.hash === rowHash(row) ? undefined : "changed";
}

const highestEver = (file: SqliteFile): number =>
  file.prepare<[], number>("select seq from sqlite_sequence where name = 'journal'").pluck().get() ?? 0;
