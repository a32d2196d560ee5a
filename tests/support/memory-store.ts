import { err, ok, type Result } from "../../shared/result.ts";
import type { Store, StoreChange, StoreFailure } from "../../electron/core/ports.ts";
import type { JournalEntry, Kept } from "../../electron/core/records.ts";

/** A store without a disk. Records pass through JSON, as they do in a file. */
export type MemoryStore = Store & {
  /** The journal so far. */
  journal(): readonly JournalEntry[];
  /** Refuses every commit with `failure` until it is called with `undefined`. */
  failWith(failure: StoreFailure | undefined): void;
};

export function memoryStore(): MemoryStore {
  const journal: JournalEntry[] = [];
  const kept = new Map<string, Kept>();
  let failure: StoreFailure | undefined;

  return {
    load: () => ok([...kept.values()].sort(byPlace).map(throughJson)),
    commit({ entries, puts, removes }: StoreChange): Result<void, StoreFailure> {
      if (failure !== undefined) return err(failure);
      journal.push(...entries.map(throughJson));
      for (const put of puts) kept.set(place(put), throughJson(put));
      for (const remove of removes) kept.delete(place(remove));
      return ok(undefined);
    },
    close: () => undefined,
    journal: () => journal,
    failWith(next) {
      failure = next;
    },
  };
}

const place = ({ collection, id }: Pick<Kept, "collection" | "id">): string => JSON.stringify([collection, id]);

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const byPlace = (a: Kept, b: Kept): number => compare(a.collection, b.collection) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
