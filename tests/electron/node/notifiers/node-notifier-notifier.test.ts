import { expect, it } from "vitest";
import { ok } from "../../../../shared/result.ts";
import type { NotifierEvent } from "../../../../electron/core/ports.ts";
import { openNodeNotifier } from "../../../../electron/node/notifiers/node-notifier-notifier.ts";
import type { Toast, Toaster } from "../../../../electron/node/notifiers/toast.ts";
import { aNotice } from "../../../support/notices.ts";

/** A program of macOS or Windows that does what a test wants with each toast. */
async function onMac(toaster: Toaster) {
  const notifier = await openNodeNotifier({ platform: "darwin", env: {}, toaster });
  const events: NotifierEvent[] = [];
  notifier.subscribe((event) => events.push(event));
  const heard = async () => {
    await new Promise(setImmediate);
    return events.splice(0);
  };
  return { notifier, heard };
}

it("hands over title and body, and asks the program not to wait", async () => {
  const toasts: Toast[] = [];
  const { notifier } = await onMac((toast, done) => {
    toasts.push(toast);
    done(null, "");
  });
  expect(await notifier.show(aNotice({ body: "" }))).toEqual(ok(undefined));
  expect(await notifier.show(aNotice({ title: "--help", body: "-message", sound: "none" }))).toEqual(ok(undefined));
  const title = "Critical · Aggregate Profit";
  expect(toasts).toEqual([
    { title, message: title, sound: true, wait: false, timeout: false },
    { title: "--help", message: "-message", sound: false, wait: false, timeout: false },
  ]);
  expect(notifier.status()).toEqual({
    adapter: "node-notifier",
    health: { kind: "working" },
    buttons: false,
    closes: false,
    sounds: true,
  });
});

it("says that a program failed, and that it works again", async () => {
  let error: Error | null = new Error("no such program");
  const { notifier, heard } = await onMac((_, done) => done(error, ""));
  expect(await notifier.show(aNotice())).toMatchObject({ ok: false, error: { kind: "failed" } });
  error = null;
  expect(await notifier.show(aNotice())).toEqual(ok(undefined));
  const status = { adapter: "node-notifier", buttons: false, closes: false, sounds: true };
  expect(await heard()).toEqual([
    { kind: "status", status: { ...status, health: { kind: "failing", reason: "failed" } } },
    { kind: "status", status: { ...status, health: { kind: "working" } } },
  ]);
});

it("does not wait for a program that stays for as long as its toast, and hears the click that comes later", async () => {
  let click: () => void = () => undefined;
  const { notifier, heard } = await onMac((_, done) => {
    click = () => done(null, "activate");
  });
  expect(await notifier.show(aNotice({ key: "a" }))).toEqual(ok(undefined));
  expect(await heard()).toEqual([]);
  click();
  expect(await heard()).toEqual([{ kind: "opened", notice: "a" }]);
});
