import { describe, expect, it, vi } from "vitest";
import type { OpenRunbooks } from "../../electron/core/runbook/runbook-port.ts";

/** What a test may do to the runbooks that it has opened. */
export type RunbooksUnderTest = {
  readonly open: OpenRunbooks;
  /** Writes a file below `runbooks/`, as somebody else would. */
  write(name: string, text: string): void;
  remove(name: string): void;
};

const within = { timeout: 20_000, interval: 20 };

/** What every keeper of runbooks must do. `begin` opens a folder that has what `files` says, by names below `runbooks/`. */
export function runbooksContract(
  name: string,
  begin: (files: Readonly<Record<string, string>>) => RunbooksUnderTest,
): void {
  describe(`${name} as runbooks`, { timeout: 30_000 }, () => {
    const ids = (open: OpenRunbooks) => open.index().runbooks.map(({ id }) => id);

    it("lists what is there, in the order of ids, and reads it", async () => {
      const { open } = begin({ "b.md": "# B", "a.md": "# A" });
      await vi.waitFor(() => expect(ids(open)).toEqual(["runbooks/a.md", "runbooks/b.md"]), within);
      expect(open.index()).toMatchObject({ state: "ready", runbooks: [{ outline: { title: "A" } }, {}] });
      expect(await open.read("runbooks/a.md")).toEqual({
        ok: true,
        value: expect.objectContaining({ text: "# A" }) as unknown,
      });
      expect(await open.read("runbooks/none.md")).toMatchObject({ ok: false });
    });

    it("finds what is added, changed and removed", async () => {
      const { open, write, remove } = begin({ "a.md": "# A" });
      await vi.waitFor(() => expect(ids(open)).toEqual(["runbooks/a.md"]), within);
      write("b.md", "# B");
      await vi.waitFor(() => expect(ids(open)).toEqual(["runbooks/a.md", "runbooks/b.md"]), within);
      write("a.md", "# Another");
      await vi.waitFor(() => expect(open.index().runbooks[0]?.outline.title).toBe("Another"), within);
      remove("b.md");
      await vi.waitFor(() => expect(ids(open)).toEqual(["runbooks/a.md"]), within);
    });

    it("finds words of the text", async () => {
      const { open } = begin({ "a.md": "# A\n\nThe ledger is late.", "b.md": "# B\n\nNothing." });
      await vi.waitFor(() => expect(ids(open)).toHaveLength(2), within);
      expect((await open.search("ledger")).map(({ id }) => id)).toEqual(["runbooks/a.md"]);
      expect(await open.search("unheard")).toEqual([]);
    });

    it("writes a new file, and never over another", async () => {
      const { open } = begin({ "a.md": "# A" });
      await vi.waitFor(() => expect(open.index().copyOnly).toBeUndefined(), within);
      await vi.waitFor(() => expect(ids(open)).toHaveLength(1), within);
      expect(await open.create("a", "# Draft")).toEqual({ ok: true, value: "runbooks/a-2.md" });
      expect(await open.read("runbooks/a.md")).toMatchObject({ value: { text: "# A" } });
      expect(await open.read("runbooks/a-2.md")).toMatchObject({ value: { text: "# Draft" } });
    });

    it("rewrites one, and knows where it is", async () => {
      const { open } = begin({ "a.md": "# A" });
      await vi.waitFor(() => expect(ids(open)).toHaveLength(1), within);
      expect(await open.rewrite("runbooks/a.md", (text) => `${text}!`)).toMatchObject({ ok: true });
      expect(await open.read("runbooks/a.md")).toMatchObject({ value: { text: "# A!" } });
      expect(open.pathOf("runbooks/a.md")).toMatch(/runbooks.a\.md$/);
      expect(open.pathOf("runbooks/none.md")).toBeUndefined();
      expect(await open.rewrite("runbooks/none.md", (text) => text)).toMatchObject({ ok: false });
    });
  });
}
