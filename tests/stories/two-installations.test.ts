import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { handoffFolder } from "../../electron/node/handoff/handoff-folder.ts";
import type { HandoffView } from "../../shared/handoff/handoff-shape.ts";
import { minute } from "../../shared/time/duration.ts";
import { after } from "../../shared/time/instant.ts";
import { loadedReading, openTestApp, type AppUnderTest } from "../support/app-under-test.ts";
import { eventually } from "../support/eventually.ts";
import { manualClock } from "../support/manual-clock.ts";
import { at } from "../support/scenario.ts";
import { scratchDir } from "../support/scratch-dir.ts";
import { team } from "../support/team-builder.ts";

/*
 * Two Batons over one real folder, each with a clock of its own, one of them wrong by ten minutes. The folder is real, and so
 * is all of the app but its store, notifier and sources.
 */

const evening = at("2027-01-10T23:00:00Z");

/** A team's folder whose handoffs' folder is there already, as it is after the first handoff: its changes are told at once. */
function sharedFolder(): string {
  const dir = scratchDir();
  mkdirSync(join(dir, "handoffs"));
  return dir;
}

type Installation = AppUnderTest & { readonly handoff: () => HandoffView };

function install(dir: string, me: string, off = 0): Installation {
  const teamFile = join(dir, "team.yaml");
  const under = openTestApp({
    clock: manualClock(after(evening, off)),
    handoffs: handoffFolder,
    first: loadedReading(team(), teamFile),
    options: { me, teamFile },
  });
  onTestFinished(() => under.app.close());
  return { ...under, handoff: () => under.app.snapshot().handoff };
}

const primary = ({ app }: Installation): readonly string[] =>
  app
    .snapshot()
    .shift.onCallNow.flatMap(({ people }) => people)
    .filter(({ role }) => role === "primary")
    .map(({ id }) => id);

const offer = ({ app }: Installation) =>
  app.request("offer-handoff", { to: "bob", takes: "next", because: "My train leaves" });

const incoming = (installation: Installation): Promise<HandoffView["incoming"][number]> =>
  eventually("the offer", () => installation.handoff().incoming[0]);

const ends = (installation: Installation, end: string): Promise<true> =>
  eventually(end, () => (installation.handoff().history[0]?.end === end ? true : undefined));

describe("two installations over one folder", () => {
  it.each([
    ["right", 0],
    ["ten minutes fast", 10 * minute],
    ["ten minutes slow", -10 * minute],
  ])("002-7 the baton changes hands, and one person is on call in both, where Bob's clock is %s", async (_, off) => {
    const dir = sharedFolder();
    const [alice, bob] = [install(dir, "alice"), install(dir, "bob", off)];
    await offer(alice);
    const { id, from, because, lapsesAt } = await incoming(bob);
    expect([from.id, because, lapsesAt - bob.clock.now()]).toEqual(["alice", "My train leaves", 30 * minute]);
    expect(bob.notifier.shown().at(-1)).toMatchObject({ title: "Alice hands weekly over to you" });
    expect([primary(alice), primary(bob)]).toEqual([["alice"], ["alice"]]);
    await bob.app.request("accept-handoff", { id, word: "Sleep well" });
    await Promise.all([ends(alice, "accepted"), ends(bob, "accepted")]);
    expect([primary(alice), primary(bob)]).toEqual([["bob"], ["bob"]]);
    expect(alice.notifier.shown().at(-1)).toMatchObject({
      title: "Bob has taken over",
      body: expect.stringContaining("Sleep well") as string,
    });
    expect(readdirSync(join(dir, "handoffs")).toSorted()).toEqual([`${id}.answer.md`, `${id}.offer.md`]);
  });

  it.each([
    ["ten minutes fast", 10 * minute],
    ["ten minutes slow", -10 * minute],
  ])("lapses in both, and Alice stays on call in both, where Bob's clock is %s", async (_, off) => {
    const dir = sharedFolder();
    const [alice, bob] = [install(dir, "alice"), install(dir, "bob", off)];
    await offer(alice);
    await incoming(bob);
    alice.clock.advance(30 * minute);
    await Promise.all([ends(alice, "lapsed"), ends(bob, "lapsed")]);
    expect([primary(alice), primary(bob)]).toEqual([["alice"], ["alice"]]);
    bob.clock.advance(90 * minute);
    alice.clock.advance(60 * minute);
    expect([primary(alice), primary(bob)]).toEqual([["alice"], ["alice"]]);
  });

  it("survives a restart of either in the middle", async () => {
    const dir = sharedFolder();
    const alice = install(dir, "alice");
    await offer(alice);
    await eventually("the file", () => (alice.handoff().offer?.delivery === "delivered" ? true : undefined));
    await alice.app.close();
    const bob = install(dir, "bob");
    const { id } = await incoming(bob);
    await bob.app.request("accept-handoff", { id });
    await ends(bob, "accepted");
    const again = openTestApp({
      store: alice.store,
      clock: alice.clock,
      handoffs: handoffFolder,
      first: loadedReading(team(), join(dir, "team.yaml")),
      options: { me: "alice", teamFile: join(dir, "team.yaml") },
    });
    onTestFinished(() => again.app.close());
    expect(again.app.snapshot().handoff).toMatchObject({ state: "idle", history: [{ end: "accepted" }] });
  });

  it("takes one answer of two machines of the same person, and the same one everywhere", async () => {
    const dir = sharedFolder();
    const [alice, laptop, desktop] = [install(dir, "alice"), install(dir, "bob"), install(dir, "bob", 10 * minute)];
    await offer(alice);
    const [{ id }] = [await incoming(laptop), await incoming(desktop)];
    await Promise.all([
      laptop.app.request("accept-handoff", { id }),
      desktop.app.request("decline-handoff", { id, word: "Not from here" }),
    ]);
    const end = await eventually("one end for all", () => {
      const all = [alice, laptop, desktop].map((one) => one.handoff().history[0]?.end);
      return all[0] !== undefined && new Set(all).size === 1 ? all[0] : undefined;
    });
    expect(["accepted", "declined"]).toContain(end);
    expect(readdirSync(join(dir, "handoffs")).filter((name) => name.includes("answer"))).toHaveLength(1);
    expect(new Set([alice, laptop, desktop].flatMap(primary))).toEqual(new Set([end === "accepted" ? "bob" : "alice"]));
  });
});
