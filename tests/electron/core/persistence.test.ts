import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { changesBetween, restore } from "../../../electron/core/persistence.ts";
import { openDocuments } from "../../../electron/node/documents.ts";
import { verifyJournal } from "../../../electron/node/store/journal-verify.ts";
import { openStore, storeFileName } from "../../../electron/node/store/store.ts";
import { err } from "../../../shared/result.ts";
import { parseSettings } from "../../../shared/state/settings.ts";
import { minute, second } from "../../../shared/time/duration.ts";
import { after, instant } from "../../../shared/time/instant.ts";
import { openTestApp } from "../../support/app-under-test.ts";
import { busyEnd, busyMe, busyTeam, type Lived } from "../../support/busy-noon.ts";
import { manualClock } from "../../support/manual-clock.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { noon, Scenario } from "../../support/scenario.ts";
import { scratchDir } from "../../support/scratch-dir.ts";

it("what was told of a source among others is kept, and taken up again", () => {
  const { state } = new Scenario();
  const inbox = state.sources.get("inbox");
  if (!inbox) throw new Error("no inbox");
  const told = { ...inbox, toldFreshness: "blind", lastGoodAt: noon } as const;
  const alone = { ...state, sources: new Map([["inbox", told]]) };
  const toldTogetherAt = after(noon, minute);
  const together = { ...state, sources: new Map([["inbox", { ...told, toldTogetherAt }]]) };
  const body = { id: "inbox", toldFreshness: "blind", toldTogetherAt, lastGoodAt: noon };
  const { puts } = changesBetween(alone, together);
  expect(puts).toEqual([{ collection: "source", id: "inbox", body }]);
  expect(restore(puts)).toMatchObject({ unreadable: 0, restored: { sources: [body] } });
  expect(changesBetween(together, together).puts).toEqual([]);
});

describe("a data directory that version 0.1.0 wrote", () => {
  const fixture = join(import.meta.dirname, "../../fixtures/store-0.1.0");
  const readFixture = (name: string): unknown => JSON.parse(readFileSync(join(fixture, name), "utf8"));

  /** A copy of the directory, to be written to. */
  function oldStore() {
    const dir = scratchDir();
    cpSync(join(fixture, "data"), dir, { recursive: true });
    const opened = openStore(join(dir, storeFileName), { now: () => busyEnd });
    const documents = openDocuments(dir, { now: () => busyEnd, onKeptAside: () => undefined });
    if (!opened.ok || opened.value.recovered || !documents.ok) throw new Error("the old store does not open");
    return { dir, store: opened.value.store, documents: documents.value };
  }

  it("holds all that was put in: records, the journal in its order, what is past, and settings", () => {
    const { store, documents } = oldStore();
    const { records, entries, past } = readFixture("put-in.json") as Lived;
    const place = ({ collection, id }: Lived["records"][number]): string => `${collection} ${id}`;
    const loaded = store.load();
    const byPlace = (held: Lived["records"]) => new Map(held.map((record) => [place(record), record.body]));
    expect(loaded.ok && byPlace(loaded.value)).toEqual(byPlace(records));
    const journal = store.read({ from: instant(0), to: after(busyEnd, second), limit: 10_000 });
    expect(journal.ok && journal.value).toEqual(entries.map((entry, index) => ({ seq: index + 1, ...entry })));
    const found = store.past({ ids: past.map(({ id }) => id) });
    expect(found.ok && new Set(found.value)).toEqual(new Set(past));
    expect(parseSettings(documents.read("settings"))).toMatchObject({ sound: false, shiftLead: 45 });
    store.close();
  });

  it("is taken up whole", () => {
    const { store } = oldStore();
    const loaded = store.load();
    expect(restore(loaded.ok ? loaded.value : [])).toEqual({ restored: readFixture("taken-up.json"), unreadable: 0 });
    store.close();
  });

  it("goes on, and its journal holds", async () => {
    const { dir, store, documents } = oldStore();
    const { entries } = readFixture("put-in.json") as Lived;
    const file = join(dir, storeFileName);
    const under = openTestApp({
      store: { ...memoryStore(), ...store },
      documents,
      clock: manualClock(after(busyEnd, second)),
      team: busyTeam,
      reply: err({ kind: "unreachable", code: "ECONNREFUSED" }),
      options: { me: busyMe },
    });
    await under.settle();
    const { counts, outbox, handoff, journal, announcements } = under.app.snapshot();
    expect({ counts, journal, announced: announcements.length, offered: handoff.offer?.to.id }).toEqual({
      counts: { triggered: 5, acknowledged: 4, snoozed: 1, suppressed: 1, mine: 9, resolved: 2 },
      journal: { kind: "ok" },
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
});
