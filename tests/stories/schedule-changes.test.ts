import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { teamEdits } from "../../electron/node/team/team-edits.ts";
import { readTeamFile } from "../../electron/node/team/team-file.ts";
import type { Proposal } from "../../shared/schedule/change-shape.ts";
import { err, ok } from "../../shared/result.ts";
import { openTestApp, type AppUnderTest } from "../support/app-under-test.ts";
import { memoryStore, type MemoryStore } from "../support/memory-store.ts";
import { scratchDir } from "../support/scratch-dir.ts";
import { addedLine, aliceWithCharlie, bobForAlice, weeklyFile } from "../support/weekly-file.ts";

type Open = AppUnderTest & {
  readonly path: string;
  text(): string;
  /** What the watcher would tell. */
  reread(): void;
  ask(command: string, input: unknown): Promise<unknown>;
};

const noNetwork = { request: () => Promise.resolve(err({ kind: "unreachable", code: "TEST" } as const)) };

/** The app over a real file. */
function open({ path = newFile(), store = memoryStore(), sample = false, http = noNetwork }: OpenParts = {}): Open {
  const reading = () => {
    const read = readTeamFile(path);
    if (!read.ok) throw new Error(read.error.kind);
    return { kind: "loaded", team: read.value.team, digest: read.value.digest, path, sample } as const;
  };
  const running = openTestApp({ store, first: reading(), teamEdits: teamEdits(http) });
  return {
    ...running,
    path,
    text: () => readFileSync(path, "utf8"),
    reread: () => running.edit(reading()),
    async ask(command, input) {
      const reply = await running.app.request(command, input);
      if (!reply.ok) throw new Error(JSON.stringify(reply.error));
      return reply.value;
    },
  };
}

type OpenParts = {
  readonly path?: string;
  readonly store?: MemoryStore;
  readonly sample?: boolean;
  readonly http?: Parameters<typeof teamEdits>[0];
};

function newFile(text = weeklyFile): string {
  const path = join(scratchDir(), "team.yaml");
  writeFileSync(path, text);
  return path;
}

const override = { schedule: "weekly", change: bobForAlice };
const swap = { schedule: "weekly", change: aliceWithCharlie };

async function propose(baton: Open, asked = override): Promise<Extract<Proposal, { kind: "proposed" }>> {
  const proposal = (await baton.ask("propose-schedule-change", asked)) as Proposal;
  if (proposal.kind !== "proposed") throw new Error(JSON.stringify(proposal.problems));
  return proposal;
}

async function apply(baton: Open, asked = override): Promise<unknown> {
  const { file } = await propose(baton, asked);
  return baton.ask("apply-schedule-change", { ...asked, digest: file.kind === "diff" ? file.digest : "none" });
}

const entries = (store: MemoryStore) =>
  store
    .journal()
    .filter(({ kind }) => /schedule-change|cover/.test(kind))
    .map(({ kind, body }) => [kind, body["by"], body["schedule"]]);

describe("a change is looked at first", () => {
  test("000-10 it says who moves, what becomes of fairness, and which lines are added, and writes nothing", async () => {
    const baton = open();
    const { effect, file } = await propose(baton);
    expect(effect.moved).toMatchObject([{ before: [{ name: "Alice" }], after: [{ name: "Bob" }] }]);
    expect(effect.fairness.loads).toEqual([
      { person: { id: "alice", name: "Alice" }, before: 504, after: 480 },
      { person: { id: "bob", name: "Bob" }, before: 480, after: 504 },
      { person: { id: "charlie", name: "Charlie" }, before: 408, after: 408 },
    ]);
    expect(file).toMatchObject({ kind: "diff", name: "team.yaml" });
    const added =
      file.kind === "diff" ? file.hunks.flatMap(({ lines }) => lines).filter(({ kind }) => kind !== "same") : [];
    expect(added).toEqual([{ kind: "added", text: addedLine.trimEnd() }]);
    expect(baton.text()).toBe(weeklyFile);
  });

  test("what cannot be made is refused with its reason", async () => {
    const nobody = {
      ...override,
      change: {
        kind: "override",
        override: { role: "primary", person: "zoe", from: "2027-01-05T09:00", to: "2027-01-06T09:00" },
      },
    };
    expect(await open().ask("propose-schedule-change", nobody)).toEqual({
      kind: "refused",
      problems: [{ kind: "unknown-person", person: "zoe" }],
    });
    expect(await open().ask("propose-schedule-change", { ...override, schedule: "other" })).toEqual({
      kind: "refused",
      problems: [{ kind: "no-schedule" }],
    });
  });
});

describe("002-1 a change is written into the team file", () => {
  test("one line is added, it is in the journal first, and it can be undone to the byte", async () => {
    const store = memoryStore();
    const baton = open({ store });
    expect(await apply(baton)).toEqual({ kind: "done", count: 1 });
    expect(baton.text()).toBe(weeklyFile.replace("# Bob was ill\n", `# Bob was ill\n${addedLine}`));
    baton.reread();
    const { lastScheduleChange: last } = baton.app.snapshot();
    expect(last).toMatchObject({ kind: "override", role: "primary", people: ["Bob"], schedule: { id: "weekly" } });
    expect(await baton.ask("undo-schedule-change", { id: last?.id })).toEqual({ kind: "done", count: 1 });
    expect(baton.text()).toBe(weeklyFile);
    expect(baton.app.snapshot().lastScheduleChange).toBeUndefined();
    expect(entries(store)).toEqual([
      ["schedule-changed", "alice", "weekly"],
      ["schedule-change-undone", "alice", "weekly"],
    ]);
  });

  test("changes are undone one after the other, the last first, over a restart", async () => {
    const store = memoryStore();
    const baton = open({ store });
    await apply(baton);
    const once = baton.text();
    await apply(baton, swap);
    const { path } = baton;
    await baton.app.close();

    const again = open({ store, path });
    const undo = async () => again.ask("undo-schedule-change", { id: again.app.snapshot().lastScheduleChange?.id });
    expect(await undo()).toEqual({ kind: "done", count: 1 });
    expect(again.text()).toBe(once);
    expect(await undo()).toEqual({ kind: "done", count: 1 });
    expect(again.text()).toBe(weeklyFile);
    expect(again.app.snapshot().lastScheduleChange).toBeUndefined();
  });

  test("003-3 a swap for a holiday moves both, and the schedule says so", async () => {
    const baton = open();
    await apply(baton, swap);
    baton.reread();
    const view = await baton.ask("schedule-view", {
      schedule: "weekly",
      zone: "UTC",
      first: "2027-01-25",
      before: "2027-01-26",
    });
    // Until the handover at 09:00 the week before was Charlie's, and after it Alice's.
    expect(view).toMatchObject({
      shifts: [
        { person: "alice", because: "swap", to: Date.parse("2027-01-25T08:00Z") },
        { person: "charlie", because: "swap", from: Date.parse("2027-01-25T08:00Z") },
      ],
    });
  });

  test("a file that has changed since the diff was shown is left alone", async () => {
    const baton = open();
    const { file } = await propose(baton);
    const edited = weeklyFile.replace("# The end.", "# The very end.");
    writeFileSync(baton.path, edited);
    const digest = file.kind === "diff" ? file.digest : "";
    expect(await baton.ask("apply-schedule-change", { ...override, digest })).toEqual({
      kind: "refused",
      reason: "file-changed",
    });
    expect(baton.text()).toBe(edited);
  });

  test("what somebody has edited since is not undone", async () => {
    const store = memoryStore();
    const baton = open({ store });
    await apply(baton);
    const edited = baton.text().replace("dentist", "dentist again");
    writeFileSync(baton.path, edited);
    const id = baton.app.snapshot().lastScheduleChange?.id;
    expect(await baton.ask("undo-schedule-change", { id })).toEqual({ kind: "refused", reason: "file-changed" });
    expect(baton.text()).toBe(edited);
    expect(baton.app.snapshot().lastScheduleChange).toBeUndefined();
    expect(entries(store).map(([kind]) => kind)).toEqual([
      "schedule-changed",
      "schedule-change-undone",
      "schedule-change-failed",
    ]);
  });

  test("once the file reads otherwise, undoing is no longer offered", async () => {
    const baton = open();
    await apply(baton);
    baton.reread();
    expect(baton.app.snapshot().lastScheduleChange).toBeDefined();
    writeFileSync(baton.path, `${baton.text()}# more\n`);
    baton.reread();
    expect(baton.app.snapshot().lastScheduleChange).toBeUndefined();
  });

  test("two installations over one file: the second is told that the file has changed, and writes nothing over it", async () => {
    const one = open();
    const other = open({ path: one.path });
    const { file } = await propose(other, swap);
    await apply(one);
    const digest = file.kind === "diff" ? file.digest : "";
    expect(await other.ask("apply-schedule-change", { ...swap, digest })).toMatchObject({ reason: "file-changed" });
    expect(await apply(other, swap)).toEqual({ kind: "done", count: 1 });
    expect(one.text()).toContain(addedLine);
    expect(one.text()).toContain("swaps:");
  });
});

describe("what Baton may not write", () => {
  const patched = (because: string): object => ({
    kind: "patch",
    because,
    patch: expect.stringContaining(`\n+${addedLine}`) as unknown,
  });

  test("a read-only file is shown as a patch, and stays", async () => {
    const path = newFile();
    chmodSync(path, 0o444);
    const baton = open({ path });
    expect((await propose(baton)).file).toMatchObject(patched("read-only"));
    expect(await apply(baton)).toEqual({ kind: "refused", reason: "file-read-only" });
    expect(baton.text()).toBe(weeklyFile);
  });

  test("the sample is shown as a patch, and stays", async () => {
    const baton = open({ sample: true });
    expect((await propose(baton)).file).toMatchObject(patched("sample"));
    expect(await apply(baton)).toEqual({ kind: "refused", reason: "file-read-only" });
    expect(baton.text()).toBe(weeklyFile);
  });

  test("a team file behind an address is fetched, and gives the patch", async () => {
    const body = new TextEncoder().encode(weeklyFile);
    const http = { request: () => Promise.resolve(ok({ status: 200, headers: {}, body })) };
    const edits = teamEdits(http);
    const draft = await edits.draft("https://git.example.com/raw/team.yaml", override);
    expect(draft).toMatchObject({ ok: true, value: { place: "address", name: "team.yaml" } });
    expect(draft.ok && draft.value.patch).toMatch(/^--- a\/team\.yaml\n\+\+\+ b\/team\.yaml\n@@ /);
  });

  test("a file that has an error by now is named, and stays", async () => {
    const baton = open();
    writeFileSync(baton.path, `${weeklyFile}bton: 1\n`);
    expect((await propose(baton)).file).toEqual({ kind: "none", because: "bad" });
  });
});

describe("cover", () => {
  const wanted = {
    schedule: "weekly",
    role: "primary",
    from: "2027-01-05T09:00",
    to: "2027-01-06T09:00",
    note: "*dentist*",
  };

  test("is asked for in words that can be sent, with who could take it, least duty first", async () => {
    expect(await open().ask("propose-cover", wanted)).toEqual({
      kind: "proposed",
      holders: [{ id: "alice", name: "Alice" }],
      substitutes: [
        { person: { id: "charlie", name: "Charlie" }, hours: 408 },
        { person: { id: "bob", name: "Bob" }, hours: 480 },
      ],
      title: "Alice asks for cover as primary",
      text: [
        "**Alice** asks for cover as primary of Weekly rotation from Tue 5 Jan 2027 09:00 Europe/Copenhagen to Wed 6 Jan 2027 09:00 Europe/Copenhagen, 24 hours.",
        "Could take it: Charlie (408 h in the weeks around), Bob (480 h in the weeks around).",
        String.raw`> \*dentist\*`,
      ].join("\n\n"),
    });
  });

  test("asking writes it down and leaves the file alone", async () => {
    const store = memoryStore();
    const baton = open({ store });
    expect(await baton.ask("ask-for-cover", wanted)).toEqual({ kind: "done", count: 1 });
    expect(entries(store)).toEqual([["cover-asked", "alice", "weekly"]]);
    expect(baton.text()).toBe(weeklyFile);
  });

  test("where nobody is on call there is nothing to cover", async () => {
    const before = { ...wanted, from: "2027-01-01T09:00", to: "2027-01-02T09:00" };
    expect(await open().ask("propose-cover", before)).toEqual({ kind: "refused", problems: [{ kind: "no-effect" }] });
  });
});
