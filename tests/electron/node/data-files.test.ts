import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { instant } from "../../../shared/time/instant.ts";
import { systemChance } from "../../../electron/node/chance.ts";
import { openDataFiles, type DataFiles } from "../../../electron/node/data-files.ts";
import { manualClock } from "../../support/manual-clock.ts";
import { scratchDir } from "../../support/scratch-dir.ts";

const clock = manualClock(instant(Date.UTC(2027, 0, 4, 8)));
const nothing = { entries: [], puts: [], removes: [] };

function open(dir: string): DataFiles {
  const opened = openDataFiles(dir, { host: "browser", clock, chance: systemChance, log: () => undefined });
  if (!opened.ok) throw new Error(opened.error.kind);
  onTestFinished(() => {
    opened.value.store.close();
    opened.value.release();
  });
  return opened.value;
}

it("000-14 the inbox token is drawn once, and only its owner can read it", () => {
  const dir = scratchDir();
  const first = open(dir);
  first.release();
  const { inbox } = open(dir);
  expect(inbox).toEqual(first.inbox);
  expect([readFileSync(inbox.file, "utf8"), statSync(inbox.file).mode & 0o777]).toEqual([`${inbox.token}\n`, 0o600]);
});

it("an inbox token that could not have been drawn is replaced, and one that others could read is closed to them", () => {
  const dir = scratchDir();
  const file = join(dir, "inbox-token");
  writeFileSync(file, "x\n");
  expect(open(dir).inbox.token).toMatch(/^[\w-]{43}$/);
  const other = scratchDir();
  writeFileSync(join(other, "inbox-token"), "a".repeat(43), { mode: 0o644 });
  expect(open(other).inbox.token).toBe("a".repeat(43));
  expect(statSync(join(other, "inbox-token")).mode & 0o777).toBe(0o600);
});

it("a database that cannot be opened stands in the way of nothing, and nothing counts as stored", () => {
  const dir = scratchDir();
  mkdirSync(join(dir, "baton.db"));
  const { store, storeFailure, inbox } = open(dir);
  expect(storeFailure).toBe("io");
  expect(store.commit(nothing)).toMatchObject({ ok: false, error: { kind: "io" } });
  expect(store.load()).toMatchObject({ ok: false, error: { kind: "io" } });
  expect(inbox.token).toMatch(/^[\w-]{43}$/);
});

it("a second Baton is refused", () => {
  const dir = scratchDir();
  open(dir);
  const options = { host: "desktop", clock, chance: systemChance, log: () => undefined } as const;
  expect(openDataFiles(dir, options)).toEqual({
    ok: false,
    error: { kind: "running", holder: { pid: process.pid, host: "browser", startedAt: clock.now() } },
  });
});
