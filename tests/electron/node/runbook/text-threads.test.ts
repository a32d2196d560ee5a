import { describe, expect, test } from "vitest";
import { TextThreads } from "../../../../electron/node/runbook/text-threads.ts";
import { readRunbook } from "../../../../shared/runbook/read-runbook.ts";
import { runbookText } from "../../../bench/runbook-text.ts";

const limits = { wallMs: 60_000, memoryMb: 512, idleMs: 60_000 };
const short = "# Short\n\n- [ ] Do it\n";

describe("a text is taken apart in a thread of its own", { timeout: 60_000 }, () => {
  test("with what reading it here would give", async () => {
    const text = runbookText(20_000);
    const read = await new TextThreads(limits).parse(text, "x.md");
    if (!read.ok) throw new Error(read.error.code);
    const { parts, ...facts } = readRunbook(text, "x.md");
    expect(read.value.facts).toEqual(facts);
    expect(read.value.parts.map(({ place, blocks }) => ({ place, blocks: blocks() }))).toEqual(parts);
  });

  test("while everything else goes on", async () => {
    const threads = new TextThreads(limits);
    let turns = 0;
    let reading = true;
    const turn = (): void => {
      turns += 1;
      if (reading) setImmediate(turn);
    };
    setImmediate(turn);
    const read = await threads.parse(runbookText(300_000), "x.md");
    reading = false;
    expect([read.ok, turns > 1_000]).toEqual([true, true]);
  });

  test("and a short one does not wait for a long one", async () => {
    const threads = new TextThreads(limits);
    const done: string[] = [];
    await Promise.all([
      threads.parse(runbookText(300_000), "x.md").then(() => done.push("long")),
      threads.parse(short, "x.md").then(() => done.push("short")),
    ]);
    expect(done).toEqual(["short", "long"]);
  });

  test("which is ended when it takes too long, and the next text is read", async () => {
    const threads = new TextThreads({ ...limits, wallMs: 300 });
    const outcomes = await Promise.all([
      threads.parse(runbookText(1_000_000), "x.md"),
      threads.parse(runbookText(1_000_000), "y.md"),
    ]);
    expect(outcomes).toEqual(Array(2).fill({ ok: false, error: { kind: "unreadable", code: "OUT_OF_TIME" } }));
    const patient = new TextThreads(limits);
    expect(await patient.parse(short, "x.md")).toMatchObject({ ok: true, value: { facts: { title: "Short" } } });
  });

  test("which is ended when its memory is spent, and takes nobody along", async () => {
    const threads = new TextThreads({ ...limits, memoryMb: 24 });
    expect(await threads.parse(runbookText(1_000_000), "x.md")).toEqual({
      ok: false,
      error: { kind: "unreadable", code: "OUT_OF_MEMORY" },
    });
    expect(await threads.parse(short, "x.md")).toMatchObject({ ok: true });
  });
});
