import { describe, expect, it } from "vitest";
import { ok } from "../../shared/result.ts";
import { instant } from "../../shared/time/instant.ts";
import type { Store, StoreChange } from "../../electron/core/ports.ts";

const change = (parts: Partial<StoreChange>): StoreChange => ({ entries: [], puts: [], removes: [], ...parts });

/** What every store must do. `open` gives a new, empty one; each is closed by the test that opened it. */
export function storeContract(name: string, open: () => Store): void {
  describe(`${name} as a store`, () => {
    it("holds nothing at first", () => {
      const store = open();
      expect(store.load()).toEqual(ok([]));
      store.close();
    });

    it("loads what was put, by collection and id, as JSON has it", () => {
      const store = open();
      const puts = [
        { collection: "b", id: "1", body: { text: "é\u0000\u2028 💥", deep: [1, null, { x: true }] } },
        { collection: "a", id: "2", body: null },
        { collection: "a", id: "1", body: "__proto__" },
      ];
      expect(store.commit(change({ puts }))).toEqual(ok(undefined));
      expect(store.load()).toEqual(ok([puts[2], puts[1], puts[0]]));
      store.close();
    });

    it("replaces what has the same place, and only that", () => {
      const store = open();
      store.commit(change({ puts: [kept("a", "1", 1), kept("a", "2", 1), kept("b", "1", 1)] }));
      store.commit(change({ puts: [kept("a", "1", 2)] }));
      expect(store.load()).toEqual(ok([kept("a", "1", 2), kept("a", "2", 1), kept("b", "1", 1)]));
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
      expect(store.load()).toEqual(ok([kept("a", "2", 1)]));
      store.close();
    });

    it("takes journal entries with and without changes to what is kept", () => {
      const store = open();
      const entry = { at: instant(1), kind: "acknowledged", body: { by: "alice" } };
      expect(store.commit(change({ entries: [entry] }))).toEqual(ok(undefined));
      expect(store.commit(change({ entries: [entry, entry], puts: [kept("a", "1", 1)] }))).toEqual(ok(undefined));
      expect(store.load()).toEqual(ok([kept("a", "1", 1)]));
      store.close();
    });
  });
}

const kept = (collection: string, id: string, body: unknown): StoreChange["puts"][number] => ({ collection, id, body });
