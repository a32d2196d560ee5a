import { announce } from "../../../renderer/words/announce.ts";
import { describe, expect, onTestFinished, test } from "vitest";
import { startSession, type Session } from "../../../renderer/store/session.ts";
import { createTicker } from "../../../renderer/store/ticker.ts";
import { after } from "../../../shared/time/instant.ts";
import { openPageHost, type PageHost } from "../../page/page-host.ts";
import { aRow, night } from "../../page/seen.ts";
import { states, type StateName } from "../../page/states.ts";

const until = async (condition: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 1_000 && !condition(); turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(condition()).toBe(true);
};

type Met = { readonly host: PageHost; readonly session: Session; readonly bad: readonly string[] };

async function hostIn(name: StateName): Promise<PageHost> {
  const { at, open } = states[name];
  const stage = await open(at);
  const host = openPageHost(stage, () => stage.clock.now());
  onTestFinished(() => host.close());
  return host;
}

async function meet(name: StateName): Promise<Met> {
  const host = await hostIn(name);
  const bad: string[] = [];
  const ticker = createTicker({ now: () => 5_000, isVisible: () => true, onVisible: () => undefined });
  const session = startSession({ announce, link: host.link, ticker, onBadPush: (push) => bad.push(push) });
  await until(() => session.store.getState().snapshot !== undefined);
  return { host, session, bad };
}

const ledger = aRow().id;

describe("a session", () => {
  test("learns the whole state and the host's clock when it connects", async () => {
    const { session } = await meet("storm");
    await until(() => session.store.getState().rows.byId.size === 10_000);
    expect(session.store.getState().visible.length).toBe(9_565);
    expect(session.ticker.now()).toBe(night);
  });

  test("says hello again when the link comes back, and forgets what was gone meanwhile", async () => {
    const { host, session } = await meet("triggered");
    await until(() => session.store.getState().rows.byId.size === 1);
    host.push("incidents", { reset: true, complete: false, rows: [aRow({ id: "ghost" })], removed: [] });
    host.cutOff();
    expect(session.store.getState().link.kind).toBe("cut-off");
    expect(session.store.getState().snapshot?.current?.standing).toBe("triggered");
    host.comeBack();
    await until(() => host.asked.filter(({ command }) => command === "hello").length === 2);
    await until(() => session.store.getState().rows.arriving === undefined);
    expect([...session.store.getState().rows.byId.keys()]).toEqual([ledger]);
  });

  test("an action is under way until it is answered, and is not asked twice meanwhile", async () => {
    const { host, session } = await meet("triggered");
    await until(() => session.store.getState().rows.byId.size === 1);
    const first = session.commands.perform("acknowledge", { ids: [ledger] });
    const second = session.commands.perform("acknowledge", { ids: [ledger] });
    expect(session.store.getState().pending).toEqual(new Set([ledger]));
    expect(await Promise.all([first, second])).toEqual([true, false]);
    expect(session.store.getState().pending).toEqual(new Set());
    expect(host.asked.filter(({ command }) => command === "acknowledge")).toHaveLength(1);
  });

  test("what is refused is kept as a failure until it is dismissed, one per kind of action", async () => {
    const { host, session } = await meet("triggered");
    host.answer("acknowledge", { kind: "refused", reason: "already-resolved" });
    await session.commands.perform("acknowledge", { ids: ["x"] });
    await session.commands.perform("acknowledge", { ids: ["x"] });
    const { failed } = session.store.getState();
    expect(failed.map(({ command, failure }) => [command, failure])).toEqual([
      ["acknowledge", { kind: "refused", reason: "already-resolved" }],
    ]);
    session.commands.dismiss(failed[0]!.id);
    expect(session.store.getState().failed).toEqual([]);
  });

  test("an action while cut off fails as disconnected instead of hanging", async () => {
    const { host, session } = await meet("triggered");
    host.cutOff();
    expect(await session.commands.perform("resolve", { ids: ["x"] })).toBe(false);
    expect(session.store.getState().failed[0]?.failure).toEqual({ kind: "disconnected" });
  });

  test("a push that does not fit is told and dropped", async () => {
    const { host, session, bad } = await meet("quiet");
    const before = session.store.getState().snapshot;
    host.push("snapshot", { nonsense: true });
    expect(bad).toEqual(["snapshot"]);
    expect(session.store.getState().snapshot).toBe(before);
  });

  test("a host that answers hello with something else is another version", async () => {
    const host = await hostIn("quiet");
    const broken = { ...host.snapshot(), version: undefined };
    const link = {
      ...host.link,
      request: async () => JSON.parse(JSON.stringify({ ok: true, value: broken })) as unknown,
    };
    const ticker = createTicker({ now: () => 0, isVisible: () => true, onVisible: () => undefined });
    const session = startSession({ announce, link, ticker, onBadPush: () => undefined });
    await until(() => session.store.getState().misfit);
  });

  test("a notification's click shows its incident", async () => {
    const { host, session } = await meet("triggered");
    host.push("navigate", { view: "incidents", incident: ledger });
    const { view, opened, selection } = session.store.getState();
    expect([view, opened, selection.active]).toEqual(["incidents", ledger, ledger]);
  });

  test("a page is said at once, once", async () => {
    const { host, session } = await meet("triggered");
    const said = session.store.getState().said.assertive;
    expect(said).toMatch(/^Critical incident on Aggregate Profit for Investors: Aggregate profit is 6 h late/);
    host.push("snapshot", { ...host.snapshot(), now: after(night, 1_000) });
    expect(session.store.getState().said.assertive).toBe(said);
    await session.commands.perform("acknowledge", { ids: [ledger] });
    await until(() => session.store.getState().said.polite !== "");
    expect(session.store.getState().said).toEqual({ assertive: "", polite: "Incident acknowledged" });
  });
});
