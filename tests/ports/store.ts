import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ok } from "../../shared/result.ts";
import { instant } from "../../shared/time/instant.ts";
import type { JournalQuery, Store, StoreChange } from "../../electron/core/ports.ts";
import type { JournalLine } from "../../electron/core/records.ts";

const change = (parts: Partial<StoreChange>): StoreChange => ({ entries: [], puts: [], removes: [], ...parts });

/** What every store must do. `open` gives a new, empty one; each is closed by the test that opened it. */
export function storeContract(name: string, open: () => Store): void {
  describe(`${name} as a store`, () => {
    it("holds nothing at first", () => {
      const store = open();
      expect(store.load()).toEqual(holding());
      store.close();
    });

    it("loads what was put, by collection and id, as JSON has it", () => {
      const store = open();
      const [last, second, first] = [
        { collection: "b", id: "1", version: 1, body: { text: "é\u0000\u2028 💥", deep: [1, null, { x: true }] } },
        { collection: "a", id: "2", version: 7, body: null },
        { collection: "a", id: "1", version: 1, body: "__proto__" },
      ] as const;
      expect(store.commit(change({ puts: [last, second, first] }))).toEqual(ok(undefined));
      expect(store.load()).toEqual(holding(first, second, last));
      store.close();
    });

    it("replaces what has the same place, and only that", () => {
      const store = open();
      store.commit(change({ puts: [kept("a", "1", 1), kept("a", "2", 1), kept("b", "1", 1)] }));
      store.commit(change({ puts: [kept("a", "1", 2)] }));
      expect(store.load()).toEqual(holding(kept("a", "1", 2), kept("a", "2", 1), kept("b", "1", 1)));
      store.close();
    });

    it("removes what it is told to, and takes no notice of what is not there", () => {
      const store = open();
      store.commit(change({ puts: [kept("a", "1", 1), kept("a", "2", 1)] }));
      const removes = [
        { collection: "a", id: "1" },
        { collection: "a", id: "unknown" },
      ];
      expect(store.commit(change({ removes }))).toEqual(ok(undefined));
      expect(store.load()).toEqual(holding(kept("a", "2", 1)));
      store.close();
    });

    it("puts aside what it is told to, before it puts what is new in its place", () => {
      const store = open();
      store.commit(change({ puts: [kept("a", "1", "old"), kept("a", "2", 1)] }));
      const places = [
        { collection: "a", id: "1" },
        { collection: "a", id: "unknown" },
      ];
      expect(store.commit(change({ aside: places, puts: [kept("a", "1", "new")] }))).toEqual(ok(undefined));
      expect(store.load()).toEqual(
        ok({ records: [kept("a", "1", "new"), kept("a", "2", 1)], spoilt: [], aside: places.slice(0, 1) }),
      );
      store.close();
    });

    it("takes journal entries with and without changes to what is kept", () => {
      const store = open();
      const entry = { at: instant(1), kind: "acknowledged", body: { by: "alice" } };
      expect(store.commit(change({ entries: [entry] }))).toEqual(ok(undefined));
      expect(store.commit(change({ entries: [entry, entry], puts: [kept("a", "1", 1)] }))).toEqual(ok(undefined));
      expect(store.load()).toEqual(holding(kept("a", "1", 1)));
      store.close();
    });

    it("reads the journal in order of time, half-open, by kind", () => {
      const store = open();
      const lines = [noted(30), noted(10), { ...noted(20), kind: "told" }, noted(20), noted(40)];
      for (const entry of lines) store.commit(change({ entries: [entry] }));
      const span = { from: instant(10), to: instant(40), limit: 10 };
      expect(seqs(store, span)).toEqual([2, 3, 4, 1]);
      expect(seqs(store, { ...span, order: "newest-first" })).toEqual([1, 4, 3, 2]);
      expect(seqs(store, { ...span, kinds: ["told"] })).toEqual([3]);
      expect(seqs(store, { ...span, kinds: [] })).toEqual([]);
      expect(store.read({ ...span, limit: 1 })).toEqual(ok([{ seq: 2, ...noted(10) }]));
      store.close();
    });

    it("reads page after page, missing and repeating nothing, in both directions", () => {
      const store = open();
      fc.assert(
        fc.property(fc.array(fc.nat(5), { maxLength: 12 }), fc.integer({ min: 1, max: 4 }), (instants, limit) => {
          store.commit(change({ entries: instants.map(noted) }));
          const whole = { from: instant(1), to: instant(5), limit: 1_000 };
          for (const order of ["oldest-first", "newest-first"] as const) {
            expect(paged(store, { ...whole, order, limit })).toEqual(seqs(store, { ...whole, order }));
          }
          expect(seqs(store, { ...whole, order: "newest-first" })).toEqual(seqs(store, whole).toReversed());
        }),
        { numRuns: 20 },
      );
      store.close();
    });
  });
}

const holding = (...records: readonly StoreChange["puts"][number][]) => ok({ records, spoilt: [], aside: [] });

const noted = (at: number): StoreChange["entries"][number] => ({ at: instant(at), kind: "noted", body: { at } });

const linesOf = (store: Store, query: JournalQuery): readonly JournalLine[] => {
  const read = store.read(query);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};

const seqs = (store: Store, query: JournalQuery): readonly number[] => linesOf(store, query).map(({ seq }) => seq);

function paged(store: Store, query: JournalQuery): readonly number[] {
  const page = linesOf(store, query);
  const last = page.at(-1);
  return last === undefined ? [] : [...page.map(({ seq }) => seq), ...paged(store, { ...query, after: last })];
}

const kept = (collection: string, id: string, body: unknown): StoreChange["puts"][number] => ({
  collection,
  id,
  version: 1,
  body,
});
