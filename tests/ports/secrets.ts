import { describe, expect, it } from "vitest";
import { ok } from "../../shared/result.ts";
import type { Secrets } from "../../electron/core/ports.ts";

/** What every keeper of secrets must do. `open` gives a new, empty one. */
export function secretsContract(name: string, open: () => Secrets): void {
  describe(`${name} as secrets`, () => {
    it("has nothing at first", () => {
      const secrets = open();
      expect(secrets.names()).toEqual([]);
      expect(secrets.get("slack-ops")).toBeUndefined();
      expect(secrets.get("constructor")).toBeUndefined();
    });

    it("gives back what was set last, and names it", () => {
      const secrets = open();
      secrets.set("b", "old");
      secrets.set("a", "α");
      expect(secrets.set("b", "new")).toEqual(ok(undefined));
      expect([secrets.get("a"), secrets.get("b"), secrets.names()]).toEqual(["α", "new", ["a", "b"]]);
    });

    it("forgets what was removed, and takes no notice of what is not there", () => {
      const secrets = open();
      secrets.set("a", "1");
      expect(secrets.remove("a")).toEqual(ok(undefined));
      expect(secrets.remove("a")).toEqual(ok(undefined));
      expect([secrets.get("a"), secrets.names()]).toEqual([undefined, []]);
    });
  });
}
