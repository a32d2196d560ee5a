import { mkdirSync, readFileSync, rmSync, statSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openNoticeIds } from "../../../electron/node/notice-ids.ts";
import type { NoticeIds } from "../../../electron/node/notifiers/shown-ids.ts";
import { eventually } from "../../support/eventually.ts";
import { scratchDir } from "../../support/scratch-dir.ts";

function open(dir: string) {
  const logged: string[] = [];
  const noticeIds: NoticeIds = openNoticeIds(dir, (_, message) => logged.push(message));
  return { noticeIds, logged };
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("ids of shown notices in a file", () => {
  it("are there after a restart, in a file that only its owner reads", async () => {
    const dir = scratchDir();
    const kept = { run: "bus :1.7", ids: new Map([["incident:__proto__", 7]]) };
    open(dir).noticeIds.save(kept);
    await nextTurn();
    const { noticeIds, logged } = open(dir);
    expect(noticeIds.load()).toEqual(kept);
    expect(logged).toEqual([]);
    expect(statSync(join(dir, "notices.json")).mode & 0o777).toBe(0o600);
  });

  it("are written once for all changes of one turn of the event loop", async () => {
    const dir = scratchDir();
    const { noticeIds } = open(dir);
    const names: (string | null)[] = [];
    const watcher = watch(dir, (_, name) => names.push(name));
    onTestFinished(() => watcher.close());
    for (let id = 1; id <= 100; id += 1) noticeIds.save({ run: "run", ids: new Map([["key", id]]) });
    await nextTurn();
    await eventually("the file", () => names.includes("notices.json") || undefined);
    expect(names.filter((name) => name === "notices.json")).toHaveLength(1);
    expect(open(dir).noticeIds.load()?.ids).toEqual(new Map([["key", 100]]));
  });

  it("are none at the first start", () => {
    const { noticeIds, logged } = open(scratchDir());
    expect([noticeIds.load(), logged]).toEqual([undefined, []]);
  });

  it.each([
    "",
    "{ broken",
    "null",
    "[]",
    '{"run":"r"}',
    '{"run":"r","ids":[["a","1"]]}',
    '{"run":"r","ids":[["a",0]]}',
  ])("begin anew where the file says %j, and say so", async (text) => {
    const dir = scratchDir();
    writeFileSync(join(dir, "notices.json"), text);
    const { noticeIds, logged } = open(dir);
    expect([noticeIds.load(), logged]).toEqual([undefined, ["the shown notices are damaged and forgotten"]]);
    noticeIds.save({ run: "r", ids: new Map([["a", 1]]) });
    await nextTurn();
    expect(readFileSync(join(dir, "notices.json"), "utf8")).toBe('{"run":"r","ids":[["a",1]]}');
  });

  it("that cannot be written are told once, and written when they can be", async () => {
    const dir = scratchDir();
    const { noticeIds, logged } = open(dir);
    const save = async (id: number): Promise<void> => {
      noticeIds.save({ run: "r", ids: new Map([["a", id]]) });
      await nextTurn();
    };
    rmSync(dir, { recursive: true });
    await save(1);
    await save(2);
    expect(logged).toEqual(["the shown notices are not kept"]);
    mkdirSync(dir);
    await save(3);
    expect(open(dir).noticeIds.load()?.ids).toEqual(new Map([["a", 3]]));
  });
});
