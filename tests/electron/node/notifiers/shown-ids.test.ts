import { describe, expect, it } from "vitest";
import { shownIds, type KeptIds, type NoticeIds } from "../../../../electron/node/notifiers/shown-ids.ts";

/** Keeps ids as a file would, and counts how often it was told. */
function memory(loaded?: KeptIds) {
  let kept = loaded;
  let saves = 0;
  const noticeIds: NoticeIds = {
    load: () => kept,
    save(changed) {
      kept = changed;
      saves += 1;
    },
  };
  return { noticeIds, kept: () => kept, saves: () => saves };
}

describe("ids of shown notices", () => {
  it("are known again after a restart, to the run of the service that gave them", () => {
    const { noticeIds } = memory();
    const before = shownIds(noticeIds);
    before.met("bus :1.7");
    before.set("a", 1);
    before.set("b", 2);
    before.remove("a");
    const after = shownIds(noticeIds);
    after.met("bus :1.7");
    expect([after.idOf("a"), after.idOf("b"), after.keyOf(2)]).toEqual([undefined, 2, "b"]);
  });

  it.each(["bus :1.8", "another-bus :1.7", undefined])("mean nothing to the run %s", (run) => {
    const after = shownIds(memory({ run: "bus :1.7", ids: new Map([["a", 1]]) }).noticeIds);
    after.met(run);
    expect([after.idOf("a"), after.keyOf(1)]).toEqual([undefined, undefined]);
  });

  it("of a run without a name are forgotten at the next, and never kept", () => {
    const { noticeIds, saves } = memory();
    const ids = shownIds(noticeIds);
    ids.met(undefined);
    ids.set("a", 1);
    expect(ids.idOf("a")).toBe(1);
    ids.met(undefined);
    expect([ids.idOf("a"), saves()]).toEqual([undefined, 0]);
  });

  it("stay when the same service is found again", () => {
    const ids = shownIds();
    ids.met("bus :1.7");
    ids.set("a", 1);
    ids.met("bus :1.7");
    expect(ids.idOf("a")).toBe(1);
  });

  it("are kept at most 500, the newest", () => {
    const { noticeIds, kept } = memory();
    const ids = shownIds(noticeIds);
    ids.met("run");
    for (let id = 1; id <= 600; id += 1) ids.set(`key ${id}`, id);
    ids.set("key 101", 601);
    const keys = [...(kept()?.ids.keys() ?? [])];
    expect([keys.length, keys[0], keys.at(-1)]).toEqual([500, "key 102", "key 101"]);
  });

  it("are written only when they change", () => {
    const { noticeIds, saves } = memory();
    const ids = shownIds(noticeIds);
    ids.met("run");
    ids.set("a", 1);
    ids.set("a", 1);
    ids.remove("unknown");
    expect(saves()).toBe(1);
  });
});
