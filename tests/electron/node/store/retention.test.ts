import Database from "better-sqlite3";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RetentionRun } from "../../../../electron/core/ports.ts";
import { drawnPseudonyms } from "../../../../electron/core/log/pseudonyms.ts";
import { verifyJournal } from "../../../../electron/node/store/journal-verify.ts";
import { erasePerson, readPersonData } from "../../../../electron/node/store/person-data.ts";
import { openStore, storeFileName } from "../../../../electron/node/store/store.ts";
import { openExclusive } from "../../../../electron/node/store/store-file.ts";
import type { PastIncident } from "../../../../shared/log/past-incident.ts";
import { ok, type Result } from "../../../../shared/result.ts";
import { instant } from "../../../../shared/time/instant.ts";
import { batonAt } from "../../../support/baton-command.ts";
import { scratchDir } from "../../../support/scratch-dir.ts";

const value = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const alice = { id: "alice", aliases: ["Alice Lind", "alice@example.com"] };
let draws = 0;
const chance = { token: () => `token${(draws += 1)}` };
const pseudonyms = drawnPseudonyms(chance, { people: [alice], everybody: true });

const entry = (at: number) => ({
  at: instant(at),
  kind: "noted",
  body: {
    by: at % 2 === 0 ? "alice" : "bob",
    incidents: [`i${at}`],
    text: `Alice Lind saw ${at}, bob@example.com did not`,
  },
});
const past = (id: number): PastIncident => ({
  id: `i${id}`,
  source: "prod",
  key: "k",
  severity: "major",
  openedAt: instant(id),
  resolvedAt: instant(id),
  by: "alice",
});

/** A store whose lines and past incidents were written at the instants 1 to `count`. */
function storeOf(count: number, dir = scratchDir()) {
  const path = join(dir, storeFileName);
  const { store } = value(openStore(path, { now: () => instant(0) }));
  for (let at = 1; at <= count; at += 1) {
    store.commit({ entries: [entry(at)], puts: [], removes: [], past: [past(at)] });
  }
  return { dir, path, store };
}

const run = (before: RetentionRun["before"], most = 100): RetentionRun => ({
  now: instant(1_000),
  before,
  pseudonyms,
  most,
});
const linesIn = (store: ReturnType<typeof storeOf>["store"]) =>
  value(store.read({ from: instant(0), to: instant(2_000), limit: 10_000 }));

describe("000-17 retention", () => {
  it("removes the oldest lines; one line stands in their place, another says so, and the chain holds", () => {
    const { store, path } = storeOf(20);
    expect(store.retain(run({ log: instant(11) }))).toEqual(ok({ count: 10, more: false }));
    const [head, next] = linesIn(store);
    expect(head).toMatchObject({ seq: 10, kind: "removed", body: { first: 1, last: 10, count: 10, from: 1, to: 10 } });
    expect(next).toEqual({ seq: 11, ...entry(11) });
    expect(linesIn(store).at(-1)).toMatchObject({
      at: 1_000,
      kind: "retention",
      body: { what: "log-removed", before: 11, first: 1, last: 10, count: 10 },
    });
    store.close();
    expect(verifyJournal(path)).toMatchObject({ ok: true, value: { entries: 12, removed: 10 } });
  });

  it("goes on where it left off, in bounded pieces, and counts all that was ever removed", () => {
    const { store, path } = storeOf(20);
    const pieces = Array.from({ length: 5 }, () => value(store.retain(run({ log: instant(16) }, 6))));
    expect(pieces.map(({ more }) => more)).toEqual([true, true, false, false, false]);
    expect(linesIn(store)[0]).toMatchObject({ seq: 15, kind: "removed", body: { count: 15 } });
    store.close();
    expect(verifyJournal(path)).toMatchObject({ ok: true, value: { removed: 15 } });
  });

  it("takes people out of older lines, and leaves the rest of each as it was", () => {
    const { store, path } = storeOf(10);
    value(store.retain(run({ personalData: instant(6) })));
    const lines = linesIn(store);
    expect(JSON.stringify(lines.slice(0, 5))).not.toMatch(/alice|Alice|bob/);
    expect(lines[1]?.body).toEqual({
      by: pseudonyms.pseudonymOf("alice"),
      incidents: ["i2"],
      text: `${pseudonyms.pseudonymOf("alice")} saw 2, [address] did not`,
    });
    expect(lines.slice(5, 10)).toEqual([6, 7, 8, 9, 10].map((at) => ({ seq: at, ...entry(at) })));
    store.close();
    expect(verifyJournal(path).ok).toBe(true);
  });

  it("keeps past incidents for as long as it is told, and their people for less", () => {
    const { store } = storeOf(10);
    const note = {
      at: instant(8),
      by: "alice",
      category: "dependency",
      happened: "Alice Lind",
      impact: "",
      cause: "",
      helped: "",
      change: "",
    } as const;
    store.commit({
      entries: [],
      puts: [],
      removes: [],
      notes: [
        { incident: "i5", note },
        { incident: "gone", note },
      ],
    });
    value(store.retain(run({ incidents: instant(4), personalData: instant(7) })));
    const kept = value(store.past({ source: "prod", key: "k", limit: 100 }));
    expect(kept.map(({ id }) => id)).toEqual(["i10", "i9", "i8", "i7", "i6", "i5", "i4"]);
    const someone = pseudonyms.pseudonymOf("alice");
    expect(kept.map(({ by }) => by)).toEqual(["alice", "alice", "alice", "alice", someone, someone, someone]);
    expect(kept[5]?.note).toEqual({ ...note, by: someone, happened: someone });
    store.close();
  });

  it("does nothing where nothing is old, and says nothing", () => {
    const { store } = storeOf(3);
    expect(store.retain(run({ log: instant(0), incidents: instant(0) }))).toEqual(ok({ count: 0, more: false }));
    expect(linesIn(store)).toHaveLength(3);
    store.close();
  });

  it("no other way leads into the journal, before or after", () => {
    const { store, path } = storeOf(10);
    value(store.retain(run({ log: instant(5), personalData: instant(8) })));
    store.close();
    const file = new Database(path);
    for (const sql of ["delete from journal where seq = 4", "update journal set body = '{}' where seq = 7"]) {
      expect(() => file.exec(sql)).toThrow("the journal is append-only");
    }
    file.close();
  });

  it("whatever was removed and rewritten, any tampering with what is left is found", () => {
    const cut = fc.nat({ max: 12 });
    const steps = fc.array(fc.tuple(cut, cut, fc.integer({ min: 1, max: 6 })), { maxLength: 3 });
    const harm = fc.tuple(fc.constantFrom("delete", "at", "kind", "body", "prev", "hash"), fc.nat());
    fc.assert(
      fc.property(steps, harm, (pieces, [what, which]) => {
        const { store, path } = storeOf(12);
        for (const [log, personalData, most] of pieces) {
          value(store.retain(run({ log: instant(log), personalData: instant(personalData) }, most)));
        }
        store.close();
        expect(verifyJournal(path).ok).toBe(true);
        tamper(path, what, which);
        expect(verifyJournal(path).ok).toBe(false);
      }),
      { numRuns: 40 },
    );
  }, 30_000);
});

/** Harms one row, past the triggers. */
function tamper(path: string, what: string, which: number): void {
  const file = new Database(path);
  file.exec("drop trigger journal_keeps_rows; drop trigger journal_keeps_words;");
  const seqs = file.prepare<[], number>("select seq from journal").pluck().all();
  const seq = seqs[which % seqs.length] ?? 0;
  const by: Readonly<Record<string, string>> = {
    delete: `delete from journal where seq = ${seq}`,
    at: `update journal set at = at + 1 where seq = ${seq}`,
    kind: `update journal set kind = kind || 'x' where seq = ${seq}`,
    body: `update journal set body = replace(body, '}', ',"x":1}') where seq = ${seq}`,
    prev: `update journal set prev = replace(prev, substr(prev, 1, 1), 'x') where seq = ${seq}`,
    hash: `update journal set hash = 'x' || substr(hash, 2) where seq = ${seq}`,
  };
  file.exec(by[what] ?? "");
  file.close();
}

describe("000-14 a privacy request", () => {
  const baton = async (...args: readonly string[]) => {
    const { code, out, err } = await batonAt(instant(3_000))(...args);
    return { code, out: [out, err].filter((text) => text !== "").join("\n") };
  };
  const team = `baton: 1
team: { id: t, name: T, timezone: UTC }
people: [{ id: alice, name: Alice Lind, email: alice@example.com }, { id: bob, name: Bob }]
`;

  function folder() {
    const { dir, store } = storeOf(10);
    store.commit({
      entries: [],
      puts: [{ collection: "outbox", id: "1", version: 1, body: { by: "Alice Lind" } }],
      removes: [],
    });
    store.close();
    return { dir, team: join(dir, "team.yaml") };
  }

  it("prints what is kept of a person, as text and as JSON", async () => {
    const { dir, team: file } = folder();
    writeFileSync(file, team);
    const text = await baton("export", "--data", dir, "--person", "alice", "--team", file);
    expect(text.code).toBe(0);
    expect(text.out).toContain("Journal: 10");
    expect(text.out).toContain("Past incidents: 10");
    const json = JSON.parse(
      (await baton("export", "--data", dir, "--person", "alice", "--team", file, "--json")).out,
    ) as object;
    expect(json).toMatchObject({ person: { id: "alice" }, records: [{ collection: "outbox", id: "1" }] });
    expect((await baton("export", "--data", dir, "--person", "nobody")).out).toContain("Journal: 0");
  });

  it("takes a person out of everything, keeps the chain whole, and leaves no trace in the file", async () => {
    const { dir, team: file } = folder();
    writeFileSync(file, team);
    const asked = ["erase", "--data", dir, "--person", "alice", "--team", file];
    expect((await baton(...asked)).out).toContain("names alice in 21 records. Nothing was changed");
    expect(await baton(...asked, "--yes")).toMatchObject({
      code: 0,
      out: expect.stringContaining("taken out of 21 records") as string,
    });
    const bytes = readFileSync(join(dir, storeFileName));
    for (const trace of ["alice", "Alice Lind"]) expect(bytes.includes(trace)).toBe(false);
    expect(bytes.includes("bob")).toBe(true);
    expect((await baton("verify", "--data", dir)).out).toContain("is whole: 11 entries");
    expect((await baton(...asked)).out).toContain("in 0 records");
  });

  it("forgets on the person's own machine who uses it, and the copy of the team file, and nothing else", async () => {
    const { dir, team: file } = folder();
    writeFileSync(file, team);
    const path = join(dir, "documents.json");
    const settings = { me: "alice", sound: false };
    const people = [{ id: "alice", name: "Alice Lind" }];
    const place = { x: 1 };
    const documents = { settings, "last-good-team": { path: file, team: { people } }, "window-place": place };
    writeFileSync(path, JSON.stringify(documents));
    const asked = ["--data", dir, "--person", "alice", "--team", file];
    const naming = { settings, "last-good-team": documents["last-good-team"] };
    expect(JSON.parse((await baton("export", ...asked, "--json")).out)).toMatchObject({ documents: naming });
    expect((await baton("export", ...asked)).out).toContain(`Documents: 2\n  settings ${JSON.stringify(settings)}`);
    expect((await baton("erase", ...asked)).out).toContain("names alice in 23 records. Nothing was changed");
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(documents);
    expect((await baton("erase", ...asked, "--yes")).out).toContain("taken out of 23 records");
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({ settings: { sound: false }, "window-place": place });
    expect((await baton("erase", ...asked)).out).toContain("in 0 records");
  });

  it("takes a person out of the names of handoffs, and forgets those that are known by such a name", async () => {
    const { dir, store } = storeOf(1);
    const [theirs, others] = ["2027-01-11-alice-bob-i00000", "2027-01-11-bob-malice-i00001"];
    const body = (id: string, from: string) => ({ id, offer: { id, from, to: "bob" }, report: "" });
    const title = "Alice Lind hands over to Bob";
    store.commit({
      entries: [theirs, others].map((handoff) => ({ at: instant(2), kind: "handoff-offered", body: { handoff } })),
      puts: [
        { collection: "handoff", id: theirs, version: 1, body: body(theirs, "alice") },
        { collection: "handoff", id: others, version: 1, body: body(others, "malice") },
        {
          collection: "announcement",
          id: `handoff:${theirs}`,
          version: 1,
          body: { announcement: { id: `handoff:${theirs}`, title } },
        },
        {
          collection: "task",
          id: "write-runbook alice",
          version: 1,
          body: { id: "write-runbook alice", owner: "alice" },
        },
      ],
      removes: [],
    });
    store.close();
    expect((await baton("erase", "--data", dir, "--person", "alice", "--yes")).code).toBe(0);
    const path = join(dir, storeFileName);
    const { store: again } = value(openStore(path, { now: () => instant(0) }));
    const kept = value(again.load()).records;
    again.close();
    expect(kept).toEqual([
      { collection: "handoff", id: others, version: 1, body: body(others, "malice") },
      {
        collection: "task",
        id: "write-runbook alice",
        version: 1,
        body: { id: "write-runbook alice", owner: expect.stringMatching(/^someone-/) as string },
      },
    ]);
    expect(readFileSync(path).includes("-alice-")).toBe(false);
    expect(verifyJournal(path).ok).toBe(true);
  });

  it("leaves the settings of a machine that others use, and what is no JSON, as they are", async () => {
    const { dir } = folder();
    const path = join(dir, "documents.json");
    for (const text of ['{ "settings": { "me": "bob" }, "last-good-team": { "team": {} } }', "{ oops"]) {
      writeFileSync(path, text);
      expect((await baton("erase", "--data", dir, "--person", "alice", "--yes")).code).toBe(0);
      expect(readFileSync(path, "utf8")).toBe(text);
    }
  });

  it("waits until Baton has ended", async () => {
    const { dir } = folder();
    const lock = value(openExclusive(join(dir, "baton.lock")));
    const refused = await baton("erase", "--data", dir, "--person", "alice", "--yes");
    expect(refused).toEqual({ code: 1, out: "Baton is running on this folder. End it first." });
    lock.close();
    expect((await baton("erase", "--data", dir, "--person", "alice", "--yes")).code).toBe(0);
  });

  it("works on lines that retention has already written anew", () => {
    const { path, store } = storeOf(12);
    value(store.retain(run({ log: instant(3), personalData: instant(6) })));
    store.close();
    const who = { people: [alice], everybody: false };
    value(erasePerson(path, { pseudonyms: drawnPseudonyms(chance, who), now: instant(2_000) }));
    expect(verifyJournal(path).ok).toBe(true);
    expect(value(readPersonData(path, alice))).toEqual({ journal: [], incidents: [], records: [] });
  });
});
