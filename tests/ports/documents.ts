import { describe, expect, it } from "vitest";
import { ok } from "../../shared/result.ts";
import type { Documents } from "../../electron/core/ports.ts";

/** What every keeper of documents must do. `open` gives a new, empty one. */
export function documentsContract(name: string, open: () => Documents): void {
  describe(`${name} as documents`, () => {
    it("reads nothing where nothing was written", () => {
      expect(open().read("settings")).toBeUndefined();
    });

    it("reads what was written last", () => {
      const documents = open();
      documents.write("settings", { me: "alice" });
      expect(documents.write("settings", { me: "bob", sizes: [1, 2], nested: { on: true } })).toEqual(ok(undefined));
      expect(documents.read("settings")).toEqual({ me: "bob", sizes: [1, 2], nested: { on: true } });
    });

    it("takes a name as one word, whatever dots it holds", () => {
      const documents = open();
      documents.write("window.console", { width: 900 });
      documents.write("constructor", 1);
      expect(documents.read("window.console")).toEqual({ width: 900 });
      expect(documents.read("window")).toBeUndefined();
      expect(documents.read("constructor")).toBe(1);
    });
  });
}
