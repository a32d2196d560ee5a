import { expect, it } from "vitest";
import { ok } from "../../../../shared/result.ts";
import type { NotifierEvent } from "../../../../electron/core/ports.ts";
import { openNotifier, type ChainLink } from "../../../../electron/node/notifiers/chain.ts";
import { memoryNotifier } from "../../../support/memory-notifier.ts";
import { aNotice } from "../../../support/notices.ts";

const working = { kind: "working" };
const failing = (reason: string) => ({ kind: "failing", reason });

function chainOf(second: ChainLink["service"] = "system") {
  const first = memoryNotifier("dbus");
  const fallback = memoryNotifier("node-notifier");
  const adapters: readonly ChainLink[] = [
    { notifier: first, service: "freedesktop" },
    { notifier: fallback, service: second },
  ];
  const chain = openNotifier({ adapters });
  const events: NotifierEvent[] = [];
  chain.subscribe((event) => events.push(event));
  /** Events are told in turns of their own. */
  const heard = async () => {
    await new Promise(setImmediate);
    return events.splice(0);
  };
  return { first, fallback, chain, heard };
}

it("shows through the first adapter alone while it works", async () => {
  const { first, fallback, chain } = chainOf();
  expect(await chain.show(aNotice())).toEqual(ok(undefined));
  expect([first.shown(), fallback.asked()]).toEqual([[aNotice()], []]);
  expect(chain.status()).toMatchObject({ adapter: "dbus", health: working });
});

it("gives the same notice to the next adapter when the first fails, and says which is in use", async () => {
  const { first, fallback, chain, heard } = chainOf();
  first.fail("no-service");
  expect(await chain.show(aNotice())).toEqual(ok(undefined));
  expect(fallback.shown()).toEqual([aNotice()]);
  expect(chain.status()).toMatchObject({ adapter: "node-notifier", health: working });
  expect(await heard()).toEqual([{ kind: "status", status: fallback.status() }]);
});

it("returns to the first adapter when it works again, by itself", async () => {
  const { first, chain, heard } = chainOf();
  first.fail("failed");
  await heard();
  first.fail();
  expect(chain.status()).toMatchObject({ adapter: "dbus", health: working });
  expect(await heard()).toEqual([{ kind: "status", status: first.status() }]);
  expect(await chain.show(aNotice())).toEqual(ok(undefined));
  expect(first.shown()).toEqual([aNotice()]);
});

it("fails with the first adapter's reason when nothing works, and says none", async () => {
  const { first, fallback, chain } = chainOf();
  first.fail("timeout");
  fallback.fail("no-service");
  expect(await chain.show(aNotice())).toMatchObject({ ok: false, error: { kind: "timeout" } });
  expect(chain.status()).toEqual({
    adapter: "none",
    health: failing("timeout"),
    buttons: false,
    closes: false,
    sounds: false,
  });
});

it("does not give a notice to a second adapter of a service that did not answer in time", async () => {
  const { first, fallback, chain } = chainOf("freedesktop");
  first.fail("timeout");
  expect(await chain.show(aNotice())).toMatchObject({ ok: false, error: { kind: "timeout" } });
  expect(fallback.asked()).toEqual([]);
  expect(chain.status()).toMatchObject({ adapter: "none", health: failing("timeout") });
});

it("believes a second adapter of a failing service only once it has shown something", async () => {
  const { first, chain } = chainOf("freedesktop");
  first.fail("no-service");
  expect(chain.status()).toMatchObject({ adapter: "none", health: failing("no-service") });
  expect(await chain.show(aNotice())).toEqual(ok(undefined));
  expect(chain.status()).toMatchObject({ adapter: "node-notifier", health: working });
});

it("hears buttons of every adapter, and closes in every adapter", async () => {
  const { first, fallback, chain, heard } = chainOf();
  await chain.show(aNotice({ key: "a" }));
  first.fail("no-service");
  await chain.show(aNotice({ key: "b" }));
  await heard();
  first.press("a", "acknowledge");
  fallback.open("b");
  expect(await heard()).toEqual([
    { kind: "button", notice: "a", button: "acknowledge" },
    { kind: "opened", notice: "b" },
  ]);
  await chain.close("a");
  await chain.close("b");
  expect([first.shown(), fallback.shown()]).toEqual([[], []]);
});

it("is honest without any adapter", async () => {
  const chain = openNotifier({ adapters: [] });
  expect(chain.status()).toEqual({
    adapter: "none",
    health: failing("no-service"),
    buttons: false,
    closes: false,
    sounds: false,
  });
  expect(await chain.show(aNotice())).toMatchObject({ ok: false, error: { kind: "no-service" } });
  await chain.close("a");
  chain.dispose();
});
