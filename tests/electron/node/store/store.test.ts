import Database from "better-sqlite3";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import { ok, type Result } from "../../../../shared/result.ts";
import { instant } from "../../../../shared/time/instant.ts";
import type { StoreChange } from "../../../../electron/core/ports.ts";
import { verifyJournal } from "../../../../electron/node/store/journal-verify.ts";
import { openStore, type OpenedStore } from "../../../../electron/node/store/store.ts";
import { storeContract } from "../../../ports/store.ts";
import { memoryStore } from "../../../support/memory-store.ts";
import { scratchDir } from "../../../support/scratch-dir.ts";

const at = instant(Date.UTC(2027, 0, 4, 8));
const now = (): typeof at => at;
const value = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const opened = (path: string): OpenedStore => value(openStore(path, { now }));
const change = (parts: Partial<StoreChange>): StoreChange => ({ entries: [], puts: [], removes: [], ...parts });
const entry = (n: number): StoreChange["entries"][number] => ({ at: instant(n), kind: "noted", body: { n } });
const aside = "baton.db.corrupt-2027-01-04T08-00-00.000Z";

storeContract("SQLite", () => opened(join(scratchDir(), "baton.db")).store);
storeContract("memory", memoryStore);

/** A store's file with `count` journal entries. */
function journalOf(count: number): string {
  const path = join(scratchDir(), "baton.db");
  const { store } = opened(path);
  for (let n = 1; n <= count; n += 1) store.commit(change({ entries: [entry(n)] }));
  store.close();
  return path;
}

function edit(path: string, sql: string): void {
  const file = new Database(path);
  file.exec(sql);
  file.close();
}

const nothingKept = ok({ records: [], spoilt: [], aside: [] });

const withoutTriggers = "drop trigger journal_keeps_rows; drop trigger journal_keeps_words;";

describe("a store in a file", () => {
  it("keeps everything over a restart", () => {
    const path = join(scratchDir(), "baton.db");
    const first = opened(path).store;
    first.commit(
      change({ entries: [entry(1)], puts: [{ collection: "incident", id: "a", version: 1, body: { n: 1 } }] }),
    );
    first.close();
    const second = opened(path);
    expect(second.recovered).toBeUndefined();
    expect(second.store.load()).toEqual(
      ok({ records: [{ collection: "incident", id: "a", version: 1, body: { n: 1 } }], spoilt: [], aside: [] }),
    );
    second.store.commit(change({ entries: [entry(2)] }));
    second.store.close();
    expect(value(verifyJournal(path)).entries).toBe(2);
  });

  it("is readable by its owner alone", () => {
    const path = join(scratchDir(), "baton.db");
    const { store } = opened(path);
    store.commit(change({ entries: [entry(1)] }));
    const modes = ["", "-wal", "-shm"].map((suffix) => statSync(path + suffix).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600, 0o600]);
    store.close();
  });

  it("writes a change whole or not at all", () => {
    const path = join(scratchDir(), "baton.db");
    const { store } = opened(path);
    const circular: Record<string, unknown> = {};
    circular["self"] = circular;
    const bad = change({
      entries: [entry(1)],
      puts: [
        { collection: "a", id: "1", version: 1, body: 1 },
        { collection: "a", id: "2", version: 1, body: circular },
      ],
    });
    expect(() => store.commit(bad)).toThrow(TypeError);
    expect(store.load()).toEqual(nothingKept);
    store.close();
    expect(value(verifyJournal(path)).entries).toBe(0);
  });

  it("refuses to change or delete what the journal holds", () => {
    const path = journalOf(2);
    for (const sql of [
      "update journal set kind = 'other' where seq = 1",
      "delete from journal where seq = 2",
      "delete from journal",
    ]) {
      expect(() => edit(path, sql)).toThrow("the journal is append-only");
    }
    expect(value(verifyJournal(path)).entries).toBe(2);
  });

  it("leaves a file of a newer Baton as it is", () => {
    const path = journalOf(1);
    edit(path, "pragma user_version = 99");
    expect(openStore(path, { now })).toEqual({ ok: false, error: { kind: "newer-version", found: 99, known: 5 } });
    expect(existsSync(path)).toBe(true);
  });

  it("says busy while another process writes, and commits afterwards", () => {
    const path = join(scratchDir(), "baton.db");
    const { store } = opened(path);
    const other = new Database(path);
    other.exec("begin immediate");
    expect(store.commit(change({ entries: [entry(1)] }))).toEqual({
      ok: false,
      error: { kind: "busy", code: "SQLITE_BUSY" },
    });
    other.exec("rollback");
    other.close();
    expect(store.commit(change({ entries: [entry(1)] }))).toEqual(ok(undefined));
    store.close();
  });

  it("puts 10,000 records in one commit within 250 ms", () => {
    const { store } = opened(join(scratchDir(), "baton.db"));
    const body = { title: "Aggregate Profit is late", labels: { alertname: "Late", pipeline: "agg-profit" }, n: 0 };
    const puts = Array.from({ length: 10_000 }, (_, n) => ({
      collection: "incident",
      id: `id-${n}`,
      version: 1,
      body,
    }));
    const durations = [1, 2, 3].map(() => {
      const start = performance.now();
      value(store.commit(change({ puts })));
      return performance.now() - start;
    });
    store.close();
    expect(Math.min(...durations)).toBeLessThan(250);
  });
});

describe("the audit chain", () => {
  it("verifies an empty journal", () => {
    expect(verifyJournal(journalOf(0))).toEqual(ok({ entries: 0, head: "0".repeat(64), removed: 0 }));
  });

  it("is SHA-256 over the hash before and the row's canonical JSON", () => {
    const path = join(scratchDir(), "baton.db");
    const { store } = opened(path);
    store.commit(change({ entries: [{ at: instant(5), kind: "noted", body: { b: 1, a: { d: "é", c: [2, 1] } } }] }));
    store.close();
    // printf '000…0{"at":5,"body":{"a":{"c":[2,1],"d":"é"},"b":1},"kind":"noted","seq":1}' | sha256sum
    const head = "ace18bca53e30a061c1b7114e05d3404d02fead8088744a711d40ba7f55e1e3c";
    expect(verifyJournal(path)).toEqual(ok({ entries: 1, head, removed: 0 }));
  });

  it.each([
    ["a changed body", `update journal set body = '{"n":5}' where seq = 3`, { seq: 3, reason: "changed" }],
    ["a changed time", "update journal set at = at + 1 where seq = 4", { seq: 4, reason: "changed" }],
    ["a changed kind", "update journal set kind = 'lost' where seq = 1", { seq: 1, reason: "changed" }],
    ["a row taken out of the middle", "delete from journal where seq = 3", { seq: 3, reason: "missing" }],
    ["the first row taken out", "delete from journal where seq = 1", { seq: 1, reason: "missing" }],
    ["rows cut off at the end", "delete from journal where seq > 3", { seq: 4, reason: "cut-off" }],
    ["all rows taken out", "delete from journal", { seq: 1, reason: "cut-off" }],
    [
      "a row given a new hash",
      `update journal set hash = '${"a".repeat(64)}' where seq = 2`,
      { seq: 2, reason: "changed" },
    ],
    [
      "a row that follows another",
      `update journal set prev = '${"a".repeat(64)}' where seq = 2`,
      { seq: 2, reason: "relinked" },
    ],
    [
      "two rows that changed places",
      "update journal set seq = 99 where seq = 2; update journal set seq = 2 where seq = 3; update journal set seq = 3 where seq = 99",
      { seq: 2, reason: "relinked" },
    ],
  ] as const)("shows the first broken row of %s", (_what, sql, broken) => {
    const path = journalOf(5);
    edit(path, withoutTriggers + sql);
    expect(verifyJournal(path)).toEqual({ ok: false, error: { kind: "broken", ...broken } });
  });

  it("is verified while a store writes to it", () => {
    const path = join(scratchDir(), "baton.db");
    const { store } = opened(path);
    store.commit(change({ entries: [entry(1)] }));
    expect(value(verifyJournal(path)).entries).toBe(1);
    store.commit(change({ entries: [entry(2)] }));
    expect(value(verifyJournal(path)).entries).toBe(2);
    store.close();
  });

  it("says what is wrong with a file that is none", () => {
    const dir = scratchDir();
    writeFileSync(join(dir, "text.db"), "this is no database\n".repeat(300));
    expect(verifyJournal(join(dir, "text.db"))).toEqual({
      ok: false,
      error: { kind: "corrupt", code: "SQLITE_NOTADB" },
    });
    expect(verifyJournal(join(dir, "none", "baton.db"))).toEqual({ ok: false, error: { kind: "io", code: "ENOENT" } });
  });
});

describe("a corrupt file", () => {
  /** A file of 2,000 records, each of so many bytes. */
  function fullStore(bytes = 400): string {
    const path = join(scratchDir(), "baton.db");
    const { store } = opened(path);
    const puts = Array.from({ length: 2_000 }, (_, n) => ({
      collection: "incident",
      id: `id-${n}`,
      version: 1,
      body: "x".repeat(bytes),
    }));
    store.commit(change({ entries: [entry(1)], puts }));
    store.close();
    return path;
  }
  const pageSize = 4_096;
  const overwrite = (path: string, from: number, length: number): void => {
    const bytes = readFileSync(path);
    bytes.fill(0x5a, from, from + length);
    writeFileSync(path, bytes);
  };

  it.each([
    ["text", (path: string) => writeFileSync(path, "not a database\n".repeat(1_000))],
    ["an overwritten header", (path: string) => overwrite(path, 0, 100)],
    ["overwritten pages", (path: string) => overwrite(path, 10 * pageSize, 20 * pageSize)],
    ["a file cut short", (path: string) => truncateSync(path, 7 * pageSize + 100)],
  ])("(%s) is kept aside, reported, and a fresh store begun", (_what, damage) => {
    const path = fullStore();
    damage(path);
    const damaged = readFileSync(path);
    const { store, recovered } = opened(path);
    expect(recovered).toEqual({ keptAside: join(path, "..", aside) });
    expect(readFileSync(join(path, "..", aside))).toEqual(damaged);
    expect(store.load()).toEqual(nothingKept);
    expect(store.commit(change({ entries: [entry(1)] }))).toEqual(ok(undefined));
    store.close();
    expect(opened(path).recovered).toBeUndefined();
  });

  it("that was emptied takes its write-ahead log with it", () => {
    const dir = scratchDir();
    const live = join(dir, "live.db");
    const path = join(dir, "baton.db");
    const { store: writer } = opened(live);
    writer.commit(change({ entries: [entry(1)] }));
    copyFileSync(`${live}-wal`, `${path}-wal`);
    writer.close();
    writeFileSync(path, "");
    const { store, recovered } = opened(path);
    store.close();
    expect(recovered).toEqual({ keptAside: join(dir, aside) });
    expect(statSync(join(dir, `${aside}-wal`)).size).toBeGreaterThan(0);
  });

  it("of no bytes and no log is a new one", () => {
    const path = join(scratchDir(), "baton.db");
    writeFileSync(path, "");
    const { store, recovered } = opened(path);
    store.close();
    expect(recovered).toBeUndefined();
  });

  it("that turns corrupt under a running store is said so at the commit", () => {
    // More than SQLite's cache of 16 MB holds, so that it reads the page again.
    const path = fullStore(16_000);
    const { store } = opened(path);
    const pages = statSync(path).size / pageSize;
    overwrite(path, pageSize, (pages - 1) * pageSize);
    const result = store.commit(change({ puts: [{ collection: "incident", id: "id-10", version: 1, body: 1 }] }));
    expect(result).toMatchObject({ ok: false, error: { kind: "corrupt" } });
    store.close();
    expect(opened(path).recovered).toEqual({ keptAside: join(path, "..", aside) });
  });
});

const child = (name: string): string => join(import.meta.dirname, name);

describe("a disk without room", () => {
  it("refuses a change whole, and takes the next that fits", () => {
    const path = join(scratchDir(), "baton.db");
    const { store } = value(openStore(path, { now, maxPages: 48 }));
    const big = (id: string): StoreChange =>
      change({ entries: [entry(1)], puts: [{ collection: "a", id, version: 1, body: "x".repeat(60_000) }] });
    expect(store.commit(big("1"))).toEqual(ok(undefined));
    expect(store.commit(big("2"))).toEqual(ok(undefined));
    expect(store.commit(big("3"))).toEqual({ ok: false, error: { kind: "disk-full", code: "SQLITE_FULL" } });
    expect(store.commit(change({ removes: [{ collection: "a", id: "1" }] }))).toEqual(ok(undefined));
    expect(store.commit(big("3"))).toEqual(ok(undefined));
    expect(value(store.load()).records.map((kept) => kept.id)).toEqual(["2", "3"]);
    store.close();
    expect(value(verifyJournal(path)).entries).toBe(3);
  });

  it.runIf(process.platform !== "win32")(
    "under a limit on the size of files is an i/o failure that loses nothing committed",
    () => {
      const script = `ulimit -f 400; exec "$0" "$1" "$2"`;
      const run = spawnSync("sh", ["-c", script, process.execPath, child("store-filler.ts"), scratchDir()], {
        encoding: "utf8",
      });
      expect(run.stderr).toBe("");
      const { n, refused, kept, verified } = JSON.parse(run.stdout) as Record<string, unknown>;
      expect(n).toBeGreaterThan(5);
      expect(refused).toMatchObject({ ok: false, error: { kind: "io" } });
      expect(kept).toBe(Number(n) - 1);
      expect(verified).toMatchObject({ ok: true, value: { entries: Number(n) - 1 } });
    },
  );

  const inNamespace = ["--user", "--map-root-user", "--mount"];
  const mayMount =
    process.platform === "linux" &&
    spawnSync("unshare", [...inNamespace, "sh", "-c", "mount -t tmpfs tmpfs /mnt"]).status === 0;

  it.runIf(mayMount)("that is really full is said so, and forgotten once there is room again", () => {
    const dir = scratchDir();
    const script = `mount -t tmpfs -o size=2m tmpfs "$2" && dd if=/dev/zero of="$2/ballast" bs=64k count=8 status=none && exec "$0" "$1" "$2" "$2/ballast"`;
    const run = spawnSync(
      "unshare",
      [...inNamespace, "sh", "-c", script, process.execPath, child("store-filler.ts"), dir],
      { encoding: "utf8" },
    );
    expect(run.stderr).toBe("");
    const { n, refused, kept, again, verified } = JSON.parse(run.stdout) as Record<string, unknown>;
    expect(refused).toEqual({ ok: false, error: { kind: "disk-full", code: "SQLITE_FULL" } });
    expect(kept).toBe(Number(n) - 1);
    expect(again).toMatchObject({ ok: true });
    expect(verified).toMatchObject({ ok: true, value: { entries: n } });
  });
});

describe("a directory that may not be written", () => {
  it.runIf(process.platform !== "win32")("is a failure, not a crash", () => {
    const dir = join(scratchDir(), "locked");
    mkdirSync(dir);
    chmodSync(dir, 0o500);
    // Root may write everywhere, so there the store is opened by somebody else.
    const isRoot = process.getuid?.() === 0;
    chmodSync(join(dir, ".."), 0o755);
    const source = `
      import { openStore } from ${JSON.stringify(child("../../../../electron/node/store/store.ts"))};
      if (${isRoot}) process.setuid(65534);
      console.log(JSON.stringify(openStore(${JSON.stringify(join(dir, "baton.db"))}, { now: () => 0 })));`;
    const run = spawnSync(process.execPath, ["--input-type=module-typescript", "-e", source], { encoding: "utf8" });
    expect(JSON.parse(run.stdout)).toEqual({ ok: false, error: { kind: "read-only", code: "EACCES" } });
    expect(readdirSync(dir)).toEqual([]);
  });
});
