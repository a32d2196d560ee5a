import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyJournal } from "../../electron/node/store/journal-verify.ts";
import { storeFileName } from "../../electron/node/store/store.ts";
import { prepareBaton, type BatonHost } from "../support/baton-host.ts";
import { describeWith } from "../support/describe-with.ts";
import { onCallTeam } from "../support/on-call-team.ts";
import { desktopOfTest, pageNeeds, pagesOn } from "../support/pages.ts";
import { smallDisk } from "../support/small-disk.ts";

const team = onCallTeam();
const send = (baton: BatonHost, key: string) =>
  baton.post({ key, title: `Title ${key}`, severity: "minor", state: "triggered" });
const titlesOf = (baton: BatonHost) => [...baton.rows().values()].map(({ title }) => title).toSorted();

describeWith(["linux", "mount", ...pageNeeds], "Baton whose disk is full", () => {
  test("pages from memory, says so, and writes everything down once there is room", async ({ skip }) => {
    const disk = smallDisk(800);
    if (!disk) return skip("needs the right to mount a file system");
    const desktop = await desktopOfTest();
    const dataDir = join(disk.path, "data");
    const baton = prepareBaton({ team, me: "alice", env: desktop.env, dataDir });
    await baton.start();
    expect(await send(baton, "kept")).toMatchObject({ status: 202 });
    await desktop.waitForNotify(({ body }) => body.startsWith("Title kept"), 15_000);
    expect(baton.snapshot().journal).toEqual({ kind: "ok" });

    disk.fill();
    // The write-ahead log may have room left for a few.
    const keys: string[] = [];
    let answer = { status: 202 };
    while (answer.status === 202) {
      keys.push(`full-${keys.length}`);
      answer = await send(baton, keys.at(-1) ?? "");
    }
    expect(answer.status).toBe(503);
    await desktop.waitForNotify(({ body }) => body.startsWith(`Title ${keys.at(-1)}`), 15_000);
    const said = await baton.sees("that memory has to do", ({ journal }) => journal.kind === "memory");
    expect(said.journal).toMatchObject({ kind: "memory", reason: "disk-full" });
    await baton.sees("every incident", ({ tray }) => tray.count === 1 + keys.length);

    disk.free();
    await send(baton, "last");
    await baton.sees("that all is written down", ({ journal }) => journal.kind === "ok");
    const titles = ["kept", ...keys, "last"].map((key) => `Title ${key}`).toSorted();
    await baton.sees("the last one", ({ tray }) => tray.count === titles.length);
    await desktop.waitForShown((shown) => shown.some(({ body }) => body.startsWith("Title last")), 15_000);
    // An answer later Baton has heard that it is on the screen.
    expect(await baton.detail("none")).toBeUndefined();
    await baton.kill();
    expect(verifyJournal(join(dataDir, storeFileName))).toMatchObject({ ok: true });

    await baton.start();
    await baton.sees("what was kept", ({ tray }) => tray.count === titles.length);
    expect(titlesOf(baton)).toEqual(titles);
    // Whatever would be told again would be told before what comes now.
    await send(baton, "sentinel");
    await desktop.waitForNotify(({ body }) => body.startsWith("Title sentinel"), 15_000);
    expect(pagesOn(desktop).map(({ body }) => body.split("\n")[0])).toEqual(
      ["kept", ...keys, "last", "sentinel"].map((key) => `Title ${key}`),
    );
  });
});

describeWith(pageNeeds, "Baton whose database is corrupt", () => {
  test.for([
    ["is no database at all", () => Buffer.from("this is not a database, and never was\n".repeat(500))],
    ["was overwritten in its middle", (good: Buffer) => good.fill(0x5a, 4_096, 12_288)],
  ] as const)("pages as ever where it %s, says so, and keeps the file aside", async ([, spoil]) => {
    const desktop = await desktopOfTest();
    const baton = prepareBaton({ team, me: "alice", env: desktop.env });
    const database = join(baton.dataDir, storeFileName);
    await baton.start();
    await send(baton, "before");
    await desktop.waitForNotify(({ body }) => body.startsWith("Title before"), 15_000);
    expect(await baton.stop()).toBe(0);
    const spoilt = spoil(readFileSync(database));
    writeFileSync(database, spoilt);

    await baton.start();
    const { journal } = baton.snapshot();
    expect(journal).toEqual({ kind: "recovered", keptAside: expect.any(String) as string });
    expect(readFileSync(journal.kind === "recovered" ? journal.keptAside : "").equals(spoilt)).toBe(true);
    expect(await send(baton, "after")).toMatchObject({ status: 202 });
    await desktop.waitForNotify(({ body }) => body.startsWith("Title after"), 15_000);
    await baton.sees("the page", ({ tray }) => tray.state === "triggered");
    expect(titlesOf(baton)).toEqual(["Title after"]);
    expect(await baton.stop()).toBe(0);
    expect(verifyJournal(database)).toMatchObject({ ok: true });

    await baton.start();
    expect(baton.snapshot().journal).toEqual({ kind: "ok" });
    expect(pagesOn(desktop).map(({ body }) => body.split("\n")[0])).toEqual(["Title before", "Title after"]);
  });

  test("pages from memory where no database can be made, and says so", async () => {
    const desktop = await desktopOfTest();
    const baton = prepareBaton({ team, me: "alice", env: desktop.env });
    mkdirSync(join(baton.dataDir, storeFileName), { recursive: true });
    await baton.start();
    expect(baton.snapshot().journal).toMatchObject({ kind: "memory" });
    await send(baton, "unkept");
    await desktop.waitForNotify(({ body }) => body.startsWith("Title unkept"), 15_000);
    expect(baton.snapshot().journal).toMatchObject({ kind: "memory" });
  });
});
