import type { PastRecord } from "../../shared/log/past-incident.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type {
  JournalQuery,
  PastQuery,
  RetentionRun,
  Store,
  StoreChange,
  StoreFailure,
} from "../../electron/core/ports.ts";
import type { KeptRecord, Place } from "../../shared/kept/kept-thing.ts";
import type { JournalEntry, JournalLine } from "../../electron/core/records.ts";

/** A store without a disk. Records pass through JSON, as they do in a file. */
export type MemoryStore = Store & {
  /** The journal so far. */
  journal(): readonly JournalEntry[];
  /** The pieces of retention that were asked for; it does none of them. */
  retained(): readonly RetentionRun[];
  /** Refuses every commit with `failure` until it is called with `undefined`. */
  failWith(failure: StoreFailure | undefined): void;
};

export function memoryStore(): MemoryStore {
  const journal: JournalEntry[] = [];
  const kept = new Map<string, KeptRecord>();
  const setAside: Place[] = [];
  const retained: RetentionRun[] = [];
  const past = new Map<string, PastRecord>();
  let failure: StoreFailure | undefined;

  return {
    load: () => ok({ records: [...kept.values()].sort(byPlace).map(throughJson), spoilt: [], aside: setAside }),
    past: (query) =>
      failure === undefined ? ok([...past.values()].filter(wantedPast(query)).sort(newestFirst)) : err(failure),
    commit({
      entries,
      aside = [],
      puts,
      removes,
      past: ended = [],
      notes = [],
    }: StoreChange): Result<void, StoreFailure> {
      if (failure !== undefined) return err(failure);
      journal.push(...entries.map(throughJson));
      for (const { collection, id } of aside) {
        if (kept.delete(place({ collection, id }))) setAside.push({ collection, id });
      }
      for (const put of puts) kept.set(place(put), throughJson(put));
      for (const remove of removes) kept.delete(place(remove));
      for (const incident of ended) past.set(incident.id, throughJson({ ...past.get(incident.id), ...incident }));
      for (const { incident, note } of notes) {
        const known = past.get(incident);
        if (known) past.set(incident, throughJson({ ...known, note }));
      }
      return ok(undefined);
    },
    read: (query) =>
      failure === undefined
        ? ok(journal.map(numbered).filter(wanted(query)).sort(inOrder(query)).slice(0, query.limit))
        : err(failure),
    retain(run) {
      retained.push(run);
      return ok({ count: 0, more: false });
    },
    retained: () => retained,
    close: () => undefined,
    journal: () => journal,
    failWith(next) {
      failure = next;
    },
  };
}

const numbered = (entry: JournalEntry, index: number): JournalLine => ({ seq: index + 1, ...entry });

const byTime = (a: Pick<JournalLine, "at" | "seq">, b: Pick<JournalLine, "at" | "seq">): number =>
  a.at - b.at || a.seq - b.seq;

const inOrder = ({ order }: JournalQuery): typeof byTime =>
  order === "newest-first" ? (a, b) => byTime(b, a) : byTime;

const wanted =
  (query: JournalQuery) =>
  (line: JournalLine): boolean =>
    line.at >= query.from &&
    line.at < query.to &&
    (query.kinds?.includes(line.kind) ?? true) &&
    (query.after === undefined || inOrder(query)(query.after, line) < 0);

const newestFirst = (a: PastRecord, b: PastRecord): number => b.openedAt - a.openedAt;

const wantedPast =
  (query: PastQuery) =>
  ({ id, source, key, service }: PastRecord): boolean => {
    if ("ids" in query) return query.ids.includes(id);
    return "service" in query ? service === query.service : source === query.source && key === query.key;
  };

const place = ({ collection, id }: Place): string => JSON.stringify([collection, id]);

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const byPlace = (a: KeptRecord, b: KeptRecord): number => compare(a.collection, b.collection) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
