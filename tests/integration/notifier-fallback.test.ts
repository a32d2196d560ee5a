import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { ok } from "../../shared/result.ts";
import type { NotifierEvent } from "../../electron/core/ports.ts";
import { openNoticeIds } from "../../electron/node/notice-ids.ts";
import { openNotifier, openSystemNotifier } from "../../electron/node/notifiers/chain.ts";
import { openDbusNotifier } from "../../electron/node/notifiers/dbus-notifier.ts";
import { openNodeNotifier } from "../../electron/node/notifiers/node-notifier-notifier.ts";
import { describeWith } from "../support/describe-with.ts";
import { desktopNeeds, startDesktopSession, type DesktopSession } from "../support/desktop-session.ts";
import { eventually } from "../support/eventually.ts";
import { aNotice, buttonLabels } from "../support/notices.ts";
import { programPath } from "../support/requires.ts";
import { scratchDir } from "../support/scratch-dir.ts";

type Env = Readonly<Record<string, string>>;

async function session(options: Parameters<typeof startDesktopSession>[0]): Promise<DesktopSession> {
  const desktop = await startDesktopSession(options);
  onTestFinished(() => desktop.stop());
  return desktop;
}

async function systemNotifier(env: Env) {
  const log = (): void => undefined;
  const noticeIds = openNoticeIds(scratchDir(), log);
  const notifier = await openSystemNotifier({ platform: "linux", env, labels: buttonLabels, log, noticeIds });
  const events: NotifierEvent[] = [];
  notifier.subscribe((event) => events.push(event));
  onTestFinished(() => notifier.dispose());
  return { notifier, events };
}

/** Processes of a desktop session with this name that still run. */
const running = (name: string, env: Env): number =>
  readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const ours = readFileSync(`/proc/${pid}/environ`, "utf8").includes(`HOME=${env["HOME"] ?? ""}\0`);
      return ours && readFileSync(`/proc/${pid}/comm`, "utf8").trim() === name;
    } catch {
      // It ended while it was looked at.
      return false;
    }
  }).length;

const none = (reason: string) => ({
  adapter: "none",
  health: { kind: "failing", reason },
  buttons: false,
  closes: false,
  sounds: false,
});

describeWith([...desktopNeeds, "notify-send"], "notify-send", () => {
  it("is no service where it is not installed, and one as soon as it is", async () => {
    const desktop = await session({ daemon: "dunst" });
    const folder = join(scratchDir(), "programs");
    mkdirSync(folder);
    const notifier = await openNodeNotifier({ platform: "linux", env: { ...desktop.env, PATH: folder } });
    expect(notifier.status()).toMatchObject({ health: { kind: "failing", reason: "no-service" } });
    expect(await notifier.show(aNotice())).toMatchObject({ ok: false, error: { kind: "no-service" } });
    symlinkSync(programPath("notify-send") ?? "", join(folder, "notify-send"));
    expect(await notifier.show(aNotice())).toEqual(ok(undefined));
    expect(notifier.status()).toMatchObject({ adapter: "node-notifier", health: { kind: "working" }, buttons: false });
  });

  it("shows a title of --help as a title", async () => {
    const desktop = await session({ daemon: "dunst" });
    const notifier = await openNodeNotifier({ platform: "linux", env: desktop.env });
    expect(await notifier.show(aNotice({ title: "--help", body: "--version" }))).toEqual(ok(undefined));
    expect(await desktop.waitForNotify(() => true)).toMatchObject({
      appName: "Baton",
      summary: "--help",
      body: "--version",
      hints: { urgency: 2, "desktop-entry": "baton" },
      expireTimeout: 0,
    });
  });

  it("is killed when it hangs, and leaves no process behind", async () => {
    const desktop = await session({ daemon: "dunst" });
    const notifier = await openNodeNotifier({ platform: "linux", env: desktop.env, limitMs: 300 });
    desktop.daemon.pause();
    const start = performance.now();
    expect(await notifier.show(aNotice())).toMatchObject({ ok: false, error: { kind: "timeout" } });
    expect(performance.now() - start).toBeLessThan(1_300);
    await eventually("no notify-send", () => running("notify-send", desktop.env) === 0 || undefined);
    expect(notifier.status()).toMatchObject({ health: { kind: "failing", reason: "timeout" } });
  });
});

describeWith([...desktopNeeds, "notify-send"], "the chain of a Linux system", () => {
  it("uses D-Bus, with buttons", async () => {
    const desktop = await session({ daemon: "xfce4-notifyd" });
    const { notifier, events } = await systemNotifier(desktop.env);
    expect(notifier.status()).toMatchObject({ adapter: "dbus", health: { kind: "working" }, buttons: true });
    await notifier.show(aNotice({ key: "a", title: "first" }));
    await desktop.clickButton("Acknowledge", "first");
    await eventually("the button", () => events[0]);
    expect(events).toEqual([{ kind: "button", notice: "a", button: "acknowledge" }]);
  });

  it("shows the same notice through notify-send where D-Bus cannot be spoken directly", async () => {
    const desktop = await session({ daemon: "dunst" });
    const nowhere = { DBUS_SESSION_BUS_ADDRESS: "tcp:host=127.0.0.1,port=9" };
    const dbus = await openDbusNotifier({ env: nowhere, labels: buttonLabels, log: () => undefined });
    const program = await openNodeNotifier({ platform: "linux", env: desktop.env });
    const notifier = openNotifier({
      adapters: [
        { notifier: dbus, service: "freedesktop" },
        { notifier: program, service: "freedesktop" },
      ],
    });
    onTestFinished(() => notifier.dispose());
    expect(notifier.status()).toEqual(none("no-service"));
    expect(await notifier.show(aNotice())).toEqual(ok(undefined));
    await desktop.waitForShown((shown) => shown.length === 1);
    expect(notifier.status()).toMatchObject({ adapter: "node-notifier", health: { kind: "working" }, buttons: false });
  });

  it("says none where there is no daemon, and is itself again when one comes", async () => {
    const desktop = await session({ daemon: "dunst" });
    await desktop.daemon.kill();
    const { notifier, events } = await systemNotifier(desktop.env);
    expect(notifier.status()).toEqual(none("no-service"));
    expect(await notifier.show(aNotice())).toMatchObject({ ok: false, error: { kind: "no-service" } });
    expect(notifier.status()).toEqual(none("no-service"));
    await desktop.daemon.start();
    await eventually("the status", () => events.find((event) => event.kind === "status"));
    expect(events).toEqual([{ kind: "status", status: notifier.status() }]);
    expect(notifier.status()).toMatchObject({ adapter: "dbus", health: { kind: "working" } });
    expect(await notifier.show(aNotice())).toEqual(ok(undefined));
  });

  it("gives a hung daemon a notice once, and says so in time for the window to take over", async () => {
    const desktop = await session({ daemon: "xfce4-notifyd" });
    const { notifier } = await systemNotifier(desktop.env);
    desktop.daemon.pause();
    const start = performance.now();
    expect(await notifier.show(aNotice())).toMatchObject({ ok: false, error: { kind: "timeout" } });
    expect(performance.now() - start).toBeLessThan(3_000);
    expect(notifier.status()).toEqual(none("timeout"));
    desktop.daemon.resume();
    await eventually("D-Bus to work", () => notifier.status().adapter === "dbus" || undefined);
    await desktop.waitForShown((shown) => shown.length === 1);
    expect(desktop.notifyCalls()).toHaveLength(1);
  });

  it("says none where nothing at all is there", async () => {
    const { notifier } = await systemNotifier({ PATH: scratchDir() });
    expect(notifier.status()).toEqual(none("no-service"));
    expect(await notifier.show(aNotice())).toMatchObject({ ok: false, error: { kind: "no-service" } });
  });
});
