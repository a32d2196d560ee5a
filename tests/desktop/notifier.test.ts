import { beforeEach, describe, expect, it } from "vitest";
import { err, ok } from "../../shared/result.ts";
import type { NotifierEvent } from "../../electron/core/ports.ts";
import { openElectronNotifier } from "../../electron/desktop/notifier.ts";
import { notifierContract } from "../ports/notifier.ts";
import { aNotice, buttonLabels as labels } from "../support/notices.ts";
import { resetElectron, world, type Notification } from "./support/electron-double.ts";

beforeEach(resetElectron);

const onScreen = (): readonly Notification[] => world.notifications.filter(({ state }) => state === "shown");
const titled = (title: string): Notification => {
  const found = onScreen().find(({ options }) => options.title === title);
  if (!found) throw new Error(`no notification ${title}`);
  return found;
};

notifierContract("Electron", { replaces: true, closes: true, hears: true }, async () => ({
  notifier: openElectronNotifier({ labels }),
  shown: () => onScreen().map(({ options }) => ({ title: options.title ?? "", body: options.body ?? "" })),
  press: async (title, button) => titled(title).press(labels[button]),
  dismiss: async (title) => titled(title).close(),
  end: async () => undefined,
}));

function open() {
  const notifier = openElectronNotifier({ labels, limitMs: 20 });
  const events: NotifierEvent[] = [];
  notifier.subscribe((event) => events.push(event));
  return { notifier, events };
}

describe("Electron's notifications", () => {
  it("of critical incidents have buttons, do not expire and sound; of others may be silent", async () => {
    const { notifier } = open();
    await notifier.show(aNotice());
    expect(onScreen()[0]?.options).toEqual({
      title: "Critical · Aggregate Profit",
      body: "Ledger is late\nRespond by 03:12 · pages Emily at 03:27",
      silent: false,
      urgency: "critical",
      timeoutType: "never",
      actions: [
        { type: "button", text: "Acknowledge" },
        { type: "button", text: "Snooze 15 min" },
        { type: "button", text: "Open" },
      ],
    });
    await notifier.show(aNotice({ key: "k", severity: "minor", sound: "none", sticky: false, buttons: [] }));
    expect(onScreen()[1]?.options).toMatchObject({ silent: true, urgency: "normal", timeoutType: "default" });
  });

  it("tell one thing of a press: the closing that follows is part of it", async () => {
    const { notifier, events } = open();
    await notifier.show(aNotice({ key: "k" }));
    onScreen()[0]!.press("Snooze 15 min");
    await notifier.show(aNotice({ key: "k" }));
    const clicked = onScreen()[0]!;
    clicked.emit("click", {});
    clicked.close();
    await Promise.resolve();
    expect(events).toEqual([
      { kind: "button", notice: "k", button: "snooze" },
      { kind: "opened", notice: "k" },
    ]);
  });

  it("that move into the system's centre are not dismissed, and can be pressed there", async () => {
    const { notifier, events } = open();
    await notifier.show(aNotice({ key: "k" }));
    const [notification] = onScreen();
    notification!.emit("close", { reason: "timedOut" });
    notification!.emit("action", {}, 0, -1);
    notification!.emit("action", {}, 0, -1);
    await Promise.resolve();
    expect(events).toEqual([{ kind: "button", notice: "k", button: "acknowledge" }]);
  });

  it("that the system refuses, or does not answer for, are failures, and the status says so until one is shown", async () => {
    const { notifier, events } = open();
    world.notificationAnswer = "failed";
    expect(await notifier.show(aNotice())).toEqual(err({ kind: "failed", detail: "not allowed" }));
    expect(notifier.status()).toMatchObject({ health: { kind: "failing", reason: "failed" } });
    world.notificationAnswer = "silence";
    expect(await notifier.show(aNotice())).toMatchObject({ ok: false, error: { kind: "timeout" } });
    world.notificationAnswer = "show";
    expect(await notifier.show(aNotice())).toEqual(ok(undefined));
    await Promise.resolve();
    expect(events.map((event) => (event.kind === "status" ? event.status.health : event))).toEqual([
      { kind: "failing", reason: "failed" },
      { kind: "failing", reason: "timeout" },
      { kind: "working" },
    ]);
  });

  it("are not tried where the system has none", async () => {
    world.notificationsSupported = false;
    const { notifier } = open();
    expect(await notifier.show(aNotice())).toMatchObject({ ok: false, error: { kind: "unsupported" } });
    expect(notifier.status()).toMatchObject({ health: { kind: "failing", reason: "unsupported" } });
    expect(world.notifications).toEqual([]);
  });
});
