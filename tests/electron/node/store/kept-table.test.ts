import Database from "better-sqlite3";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDocuments } from "../../../../electron/node/documents.ts";
import { readKeptTable } from "../../../../electron/node/store/kept-table.ts";
import { verifyJournal } from "../../../../electron/node/store/journal-verify.ts";
import { erasePerson } from "../../../../electron/node/store/person-data.ts";
import { openStore, storeFileName } from "../../../../electron/node/store/store.ts";
import { countKept, readKept } from "../../../../shared/kept/restore.ts";
import { err } from "../../../../shared/result.ts";
import { parseSettings } from "../../../../shared/state/settings.ts";
import { minute, second } from "../../../../shared/time/duration.ts";
import { after, instant } from "../../../../shared/time/instant.ts";
import { batonAt } from "../../../support/baton-command.ts";
import { openTestApp } from "../../../support/app-under-test.ts";
import { busyEnd, busyMe, busyTeam, liveBusyHours, type Lived } from "../../../support/busy-noon.ts";
import { manualClock } from "../../../support/manual-clock.ts";
import { memoryStore } from "../../../support/memory-store.ts";
import { scratchDir } from "../../../support/scratch-dir.ts";

/** A store over a file, and the app over it. */
function openOver(dir: string) {
  const opened = openStore(join(dir, storeFileName), { now: () => busyEnd });
  const documents = openDocuments(dir, { now: () => busyEnd, onKeptAside: () => undefined });
  if (!opened.ok || opened.value.recovered || !documents.ok) throw new Error("the store does not open");
  return { store: opened.value.store, documents: documents.value };
}

const appOver = ({ store, documents }: ReturnType<typeof openOver>) =>
  openTestApp({
    store: { ...memoryStore(), ...store },
    documents,
    clock: manualClock(after(busyEnd, second)),
    team: busyTeam,
    reply: err({ kind: "unreachable", code: "ECONNREFUSED" }),
    options: { me: busyMe },
  });

describe("a data directory that version 0.1.0 wrote", () => {
  const fixture = join(import.meta.dirname, "../../../fixtures/store-0.1.0");
  const readFixture = (name: string): unknown => JSON.parse(readFileSync(join(fixture, name), "utf8"));

  /** A copy of the directory, to be written to. */
  function oldDir(): string {
    const dir = scratchDir();
    cpSync(join(fixture, "data"), dir, { recursive: true });
    return dir;
  }

  it("holds all that was put in: records, the journal in its order, what is past, and settings", () => {
    const { store, documents } = openOver(oldDir());
    const { records, entries, past } = readFixture("put-in.json") as Lived;
    const place = ({ collection, id }: Lived["records"][number]): string => `${collection} ${id}`;
    const loaded = store.load();
    const byPlace = (held: Lived["records"]) => new Map(held.map((record) => [place(record), record.body]));
    expect(loaded.ok && byPlace(loaded.value.records)).toEqual(byPlace(records));
    expect(loaded).toMatchObject({ value: { spoilt: [], aside: [] } });
    const journal = store.read({ from: instant(0), to: after(busyEnd, second), limit: 10_000 });
    expect(journal.ok && journal.value).toEqual(entries.map((entry, index) => ({ seq: index + 1, ...entry })));
    const found = store.past({ ids: past.map(({ id }) => id) });
    expect(found.ok && new Set(found.value)).toEqual(new Set(past));
    expect(parseSettings(documents.read("settings"))).toMatchObject({ sound: false, shiftLead: 45 });
    store.close();
  });

  it("is taken up whole", () => {
    const { store } = openOver(oldDir());
    const loaded = store.load();
    const read = readKept(loaded.ok ? loaded.value.records : []);
    expect(read).toEqual({ restored: readFixture("taken-up.json"), unreadable: [] });
    store.close();
  });

  it("goes on, and its journal holds", async () => {
    const dir = oldDir();
    const { entries } = readFixture("put-in.json") as Lived;
    const file = join(dir, storeFileName);
    const under = appOver(openOver(dir));
    await under.settle();
    const { counts, outbox, handoff, journal, announcements } = under.app.snapshot();
    const { keptAside } = under.app.snapshot();
    expect({ counts, journal, keptAside, announced: announcements.length, offered: handoff.offer?.to.id }).toEqual({
      counts: { triggered: 5, acknowledged: 4, snoozed: 1, suppressed: 1, mine: 9, resolved: 2 },
      journal: { kind: "ok" },
      keptAside: { now: {}, before: {} },
      announced: 3,
      offered: "dana",
    });
    expect(outbox.map(({ delivery }) => delivery.kind).toSorted()).toEqual(["refused", "waiting", "waiting"]);
    const [row] = under.app.incidents().flatMap(({ rows }) => rows);
    expect(await under.app.request("add-note", { id: row?.id, text: "Taken up" })).toMatchObject({ ok: true });
    await under.app.close();
    const verified = verifyJournal(file);
    expect(verified.ok && verified.value.entries).toBeGreaterThan(entries.length);
  });

  it("no record names a person any more who was erased, and the rest is still taken up", () => {
    for (const [id, name] of [
      ["alice", "Alice"],
      ["bob", "Bob"],
      ["dana", "Dana"],
    ] as const) {
      const dir = oldDir();
      openOver(dir).store.close();
      const path = join(dir, storeFileName);
      const pseudonyms = { people: [{ id, aliases: [name] }], everybody: false, pseudonymOf: () => "someone-1" };
      expect(erasePerson(path, { pseudonyms, now: busyEnd }).ok).toBe(true);
      const kept = readKeptTable(path);
      const records = kept.ok ? kept.value.records : [];
      expect(records.filter((record) => new RegExp(`\\b${id}\\b`, "i").test(JSON.stringify(record)))).toEqual([]);
      expect(readKept(records).unreadable).toEqual([]);
    }
  });

  it("is read for a person, and verified, without being written to", async () => {
    const dir = oldDir();
    const file = join(dir, storeFileName);
    const before = readFileSync(file);
    const baton = batonAt(busyEnd);
    expect((await baton("export", "--data", dir, "--person", "dana")).out).toContain("handoff 2027-01-04-alice-dana-");
    expect((await baton("verify", "--data", dir)).out).toMatch(/^baton\.db is whole: \d+ entries, .*$/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

it("what this version writes, it takes up whole", async () => {
  const dir = scratchDir();
  const { records, past } = await liveBusyHours(dir);
  const { store } = openOver(dir);
  const loaded = store.load();
  const read = readKept(loaded.ok ? loaded.value.records : []);
  const inPlace = records.toSorted((a, b) => (`${a.collection} ${a.id}` < `${b.collection} ${b.id}` ? -1 : 1));
  expect(read).toEqual({ ...readKept(inPlace), unreadable: [] });
  expect(countKept(loaded.ok ? loaded.value.records : [])).toEqual(countKept(records));
  expect(Object.entries(read.restored).filter(([, values]) => values.length === 0)).toEqual([]);
  expect(store.past({ ids: past.map(({ id }) => id) })).toMatchObject({ ok: true });
  store.close();
});

describe("a record that cannot be read", () => {
  /** A directory whose store holds some records, of which one is spoilt, one of a newer Baton, and one of another shape. */
  function spoiltDir(): string {
    const dir = scratchDir();
    const { store } = openOver(dir);
    const told = { incident: "i", toldAt: busyEnd, times: 1, shownAs: "n", confirmed: true };
    store.commit({
      entries: [],
      puts: [
        { collection: "app", id: "quiet", version: 1, body: { quietUntil: after(busyEnd, minute) } },
        { collection: "telling", id: "i", version: 1, body: told },
        { collection: "task", id: "newer", version: 99, body: { owner: "alice" } },
        { collection: "incident", id: "i", version: 1, body: { id: "i", assignee: "alice" } },
      ],
      removes: [],
    });
    store.close();
    edit(dir, "update kept set body = '{ \"quietUntil\": alice' where id = 'quiet'");
    return dir;
  }

  function edit(dir: string, sql: string): void {
    const file = new Database(join(dir, storeFileName));
    file.exec(sql);
    file.close();
  }

  const lost = { incident: 1, task: 1, quiet: 1 };

  it("is put aside at the start, told, and overwritten by nothing; the rest is taken up", async () => {
    const dir = spoiltDir();
    const first = appOver(openOver(dir));
    expect(first.app.snapshot().keptAside).toEqual({ now: lost, before: {} });
    await first.app.request("quiet", { for: 2 * minute });
    expect(first.app.snapshot().tray.quietUntil).toBe(after(busyEnd, second + 2 * minute));
    await first.app.close();
    const again = appOver(openOver(dir));
    expect(again.app.snapshot()).toMatchObject({
      keptAside: { now: {}, before: lost },
      tray: { quietUntil: after(busyEnd, second + 2 * minute) },
    });
    await again.app.close();
    const file = new Database(join(dir, storeFileName));
    expect(file.prepare("select collection, id, version, body from kept_aside order by collection").all()).toEqual([
      { collection: "app", id: "quiet", version: 1, body: '{ "quietUntil": alice' },
      { collection: "incident", id: "i", version: 1, body: '{"id":"i","assignee":"alice"}' },
      { collection: "task", id: "newer", version: 99, body: '{"owner":"alice"}' },
    ]);
    file.close();
  });

  it("is told by `baton verify`, before and after a start has put it aside", async () => {
    const dir = spoiltDir();
    const said = "3 records cannot be read: incident, task of a runbook, time of quiet";
    expect((await batonAt(busyEnd)("verify", "--data", dir)).out).toContain(said);
    await appOver(openOver(dir)).app.close();
    expect((await batonAt(busyEnd)("verify", "--data", dir)).out).toContain(said);
  });

  it("waits to be put aside while the disk takes nothing", async () => {
    const dir = spoiltDir();
    const { store, documents } = openOver(dir);
    let full = true;
    const refusal = err({ kind: "disk-full", code: "SQLITE_FULL" } as const);
    const under = appOver({
      store: { ...store, commit: (change) => (full ? refusal : store.commit(change)) },
      documents,
    });
    await under.app.request("quiet", { for: 2 * minute });
    full = false;
    await under.app.request("quiet", { for: 3 * minute });
    expect(store.load()).toMatchObject({
      value: { spoilt: [], aside: [{ id: "quiet" }, { id: "i" }, { id: "newer" }] },
    });
    await under.app.close();
  });

  it("is part of what a person may ask for and have erased, in whichever table it lies", async () => {
    for (const started of [false, true]) {
      const dir = spoiltDir();
      if (started) await appOver(openOver(dir)).app.close();
      const asked = ["--data", dir, "--person", "alice"];
      const baton = batonAt(busyEnd);
      expect((await baton("export", ...asked)).out).toMatch(/app quiet .*\n {2}incident i .*\n {2}task newer/);
      expect((await baton("erase", ...asked, "--yes")).code).toBe(0);
      expect((await baton("export", ...asked)).out).toContain("Other records: 0");
      expect(readFileSync(join(dir, storeFileName)).includes("alice")).toBe(false);
    }
  });
});
