import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { ok } from "../../shared/result.ts";
import type { NoticeContent } from "../../shared/paging/notice.ts";
import type { Notifier, NotifierEvent } from "../../electron/core/ports.ts";
import { openDbusNotifier } from "../../electron/node/notifiers/dbus-notifier.ts";
import { openNoticeIds } from "../../electron/node/notice-ids.ts";
import type { NoticeIds } from "../../electron/node/notifiers/shown-ids.ts";
import { describeWith } from "../support/describe-with.ts";
import { desktopNeeds, startDesktopSession, type DesktopSession } from "../support/desktop-session.ts";
import { eventually } from "../support/eventually.ts";
import { aNotice, buttonLabels, hostileTexts } from "../support/notices.ts";
import { scratchDir } from "../support/scratch-dir.ts";

const run = promisify(execFile);
const limitMs = 2_000;
/** What a call may take beyond its limit on a busy machine, in ms. */
const grace = 1_000;

async function session(options: Parameters<typeof startDesktopSession>[0]): Promise<DesktopSession> {
  const desktop = await startDesktopSession(options);
  onTestFinished(() => desktop.stop());
  return desktop;
}

async function notifierOf(env: Readonly<Record<string, string>>, noticeIds?: NoticeIds) {
  const notifier = await openDbusNotifier({
    env,
    labels: buttonLabels,
    log: () => undefined,
    pausesMs: [50, 100],
    ...(noticeIds && { noticeIds }),
  });
  const events: NotifierEvent[] = [];
  notifier.subscribe((event) => events.push(event));
  onTestFinished(() => notifier.dispose());
  return { notifier, events };
}

const healthOf = (notifier: Notifier): string => {
  const { health } = notifier.status();
  return health.kind === "working" ? "working" : health.reason;
};

const becomes = (notifier: Notifier, health: string) =>
  eventually(`health ${health}`, () => healthOf(notifier) === health || undefined);

/** Runs something and measures it, and the longest time for which it kept timers from running, both in ms. */
async function timed<T>(task: () => Promise<T>) {
  const start = performance.now();
  let last = start;
  let longestPause = 0;
  const timer = setInterval(() => {
    longestPause = Math.max(longestPause, performance.now() - last);
    last = performance.now();
  }, 5);
  const value = await task();
  clearInterval(timer);
  return { value, took: performance.now() - start, longestPause };
}

const titles = (desktop: DesktopSession) => desktop.shown().map((one) => one.summary);

describeWith(["unix"], "without a session bus", () => {
  it.each([
    ["no address", {}],
    ["an address that leads nowhere", { DBUS_SESSION_BUS_ADDRESS: "unix:path=/nonexistent/bus" }],
    ["an abstract address that leads nowhere", { DBUS_SESSION_BUS_ADDRESS: "unix:abstract=baton-nowhere" }],
    ["a transport that is not spoken", { DBUS_SESSION_BUS_ADDRESS: "tcp:host=127.0.0.1,port=9" }],
  ])("there is no service, said at once and quietly: %s", async (_, env) => {
    const { took } = await timed(async () => {
      const { notifier } = await notifierOf(env);
      expect(notifier.status()).toEqual({
        adapter: "dbus",
        health: { kind: "failing", reason: "no-service" },
        buttons: false,
        closes: false,
        sounds: false,
      });
      expect(await notifier.show(aNotice())).toMatchObject({ ok: false, error: { kind: "no-service" } });
      await notifier.close("unknown");
    });
    expect(took).toBeLessThan(grace);
  });
});

describeWith(desktopNeeds, "D-Bus notifications", () => {
  it("carry everything that the daemon makes use of", async () => {
    const desktop = await session({ daemon: "xfce4-notifyd" });
    const { notifier } = await notifierOf(desktop.env);
    expect(notifier.status()).toEqual({
      adapter: "dbus",
      health: { kind: "working" },
      buttons: true,
      closes: true,
      sounds: false,
      server: expect.stringMatching(/^Xfce Notify Daemon \d/) as string,
    });
    expect(await notifier.show(aNotice({ body: "a < b" }))).toEqual(ok(undefined));
    expect(await desktop.waitForNotify(() => true)).toMatchObject({
      appName: "Baton",
      replacesId: 0,
      summary: "Critical · Aggregate Profit",
      body: "a &lt; b",
      actions: [
        { key: "acknowledge", label: "Acknowledge" },
        { key: "snooze", label: "Snooze 15 min" },
        { key: "open", label: "Open" },
      ],
      hints: { urgency: 2, "desktop-entry": "baton", resident: true, "x-dunst-stack-tag": "incident/ledger-late" },
      expireTimeout: 0,
    });
  });

  it("replace by the server's id, and after a crash by the tag", async () => {
    const desktop = await session({ daemon: "dunst" });
    const before = await notifierOf(desktop.env);
    await before.notifier.show(aNotice({ title: "first" }));
    await before.notifier.show(aNotice({ title: "second" }));
    before.notifier.dispose();
    const after = await notifierOf(desktop.env);
    await after.notifier.show(aNotice({ title: "after the crash" }));
    await desktop.waitForShown((shown) => shown.length === 1 && shown[0]?.summary === "after the crash");
    expect(desktop.notifyCalls().map((call) => [call.summary, call.replacesId > 0])).toEqual([
      ["first", false],
      ["second", true],
      ["after the crash", false],
    ]);
  });

  it("start a daemon that the bus can start", async () => {
    const desktop = await session({ daemon: "none", activates: "dunst" });
    const { notifier } = await notifierOf(desktop.env);
    expect(notifier.status()).toMatchObject({ health: { kind: "working" } });
    expect(await notifier.show(aNotice())).toEqual(ok(undefined));
  });

  it("wait for a daemon that comes later", async () => {
    const desktop = await session({ daemon: "xfce4-notifyd" });
    await desktop.daemon.kill();
    const { took, value } = await timed(() => notifierOf(desktop.env));
    const { notifier, events } = value;
    expect(took).toBeLessThan(grace);
    expect(await notifier.show(aNotice())).toMatchObject({ ok: false, error: { kind: "no-service" } });
    expect(healthOf(notifier)).toBe("no-service");
    await desktop.daemon.start();
    await becomes(notifier, "working");
    expect(await notifier.show(aNotice())).toEqual(ok(undefined));
    expect(events).toEqual([{ kind: "status", status: notifier.status() }]);
  });

  it("go on with a new daemon when the old one is killed, and forget its ids", async () => {
    const desktop = await session({ daemon: "xfce4-notifyd" });
    const { notifier } = await notifierOf(desktop.env);
    await notifier.show(aNotice({ title: "on the old one" }));
    await desktop.daemon.kill();
    await becomes(notifier, "no-service");
    await desktop.daemon.start();
    await becomes(notifier, "working");
    expect(await notifier.show(aNotice({ title: "on the new one" }))).toEqual(ok(undefined));
    await desktop.waitForShown((shown) => shown.map((one) => one.summary).join() === "on the new one");
    expect(desktop.notifyCalls().map((call) => call.replacesId)).toEqual([0, 0]);
  });

  it("go on when the bus goes away and comes back", async () => {
    const desktop = await session({ daemon: "xfce4-notifyd" });
    const { notifier } = await notifierOf(desktop.env);
    await notifier.show(aNotice({ title: "before" }));
    await desktop.bus.stop();
    await becomes(notifier, "no-service");
    expect(await notifier.show(aNotice())).toMatchObject({ ok: false, error: { kind: "no-service" } });
    await desktop.bus.start();
    await becomes(notifier, "working");
    expect(await notifier.show(aNotice({ title: "after" }))).toEqual(ok(undefined));
  });

  it("do not let a hung daemon freeze anything, and recover by themselves", async () => {
    const desktop = await session({ daemon: "xfce4-notifyd" });
    const { notifier } = await notifierOf(desktop.env);
    await notifier.show(aNotice({ key: "a", title: "before" }));
    desktop.daemon.pause();

    const hung = await timed(() => notifier.show(aNotice({ key: "b", title: "given while it hung" })));
    expect(hung.value).toMatchObject({ ok: false, error: { kind: "timeout" } });
    expect(hung.took).toBeLessThan(limitMs + grace);
    expect(hung.longestPause).toBeLessThan(250);
    expect(healthOf(notifier)).toBe("timeout");

    const again = await timed(() => notifier.show(aNotice({ key: "c", title: "refused at once" })));
    expect(again.value).toMatchObject({ ok: false, error: { kind: "timeout" } });
    expect(again.took).toBeLessThan(250);

    desktop.daemon.resume();
    await becomes(notifier, "working");
    await desktop.waitForShown((shown) => shown.length === 2);
    expect(titles(desktop)).toEqual(["before", "given while it hung"]);

    expect(await notifier.show(aNotice({ key: "b", title: "shown again" }))).toEqual(ok(undefined));
    await desktop.waitForShown((shown) => shown.map((one) => one.summary).join() === "before,shown again");
  });

  it("take back what a hung daemon shows after it was closed", async () => {
    const desktop = await session({ daemon: "xfce4-notifyd" });
    const { notifier } = await notifierOf(desktop.env);
    desktop.daemon.pause();
    const showing = notifier.show(aNotice({ key: "a", title: "acknowledged meanwhile" }));
    const closing = notifier.close("a");
    expect(await showing).toMatchObject({ ok: false, error: { kind: "timeout" } });
    await closing;
    desktop.daemon.resume();
    await becomes(notifier, "working");
    await eventually("the closing", () => desktop.signals().find((signal) => signal.kind === "closed"));
    expect(titles(desktop)).toEqual([]);
  });

  it("begin with a hung daemon within two limits, and find it when it wakes", async () => {
    const desktop = await session({ daemon: "xfce4-notifyd" });
    desktop.daemon.pause();
    const { value, took, longestPause } = await timed(() => notifierOf(desktop.env));
    expect(healthOf(value.notifier)).toBe("timeout");
    expect(took).toBeLessThan(limitMs + grace);
    expect(longestPause).toBeLessThan(250);
    desktop.daemon.resume();
    await becomes(value.notifier, "working");
    expect(value.notifier.status()).toMatchObject({ buttons: true });
    expect(await value.notifier.show(aNotice())).toEqual(ok(undefined));
  });

  it("do not let a hung bus freeze anything, and recover by themselves", async () => {
    const desktop = await session({ daemon: "xfce4-notifyd" });
    const { notifier } = await notifierOf(desktop.env);
    desktop.bus.pause();
    const hung = await timed(() => notifier.show(aNotice()));
    desktop.bus.resume();
    expect(hung.value).toMatchObject({ ok: false, error: { kind: "timeout" } });
    expect(hung.took).toBeLessThan(limitMs + grace);
    expect(hung.longestPause).toBeLessThan(250);
    await becomes(notifier, "working");
    expect(await notifier.show(aNotice())).toEqual(ok(undefined));
    await desktop.waitForShown((shown) => shown.length === 1);
  });

  it("hear a press that came while the app was busy, together with the server's answer", async () => {
    const desktop = await session({ daemon: "dunst" });
    const { notifier, events } = await notifierOf(desktop.env);
    const showing = notifier.show(aNotice({ key: "a" }));
    await new Promise(setImmediate);
    // Now the call is on its way. What follows blocks this process, as a poll of 10,000 alerts may, until somebody has pressed the first action.
    const untilShown = "until dunstctl count displayed | grep -q 1; do sleep 0.02; done; dunstctl action";
    execFileSync("sh", ["-c", untilShown], { env: desktop.env, timeout: 5_000 });
    expect(await showing).toEqual(ok(undefined));
    await eventually("the press", () => events[0]);
    expect(events).toEqual([{ kind: "opened", notice: "a" }]);
  });

  it("keep to themselves what others do on the bus", async () => {
    const desktop = await session({ daemon: "xfce4-notifyd" });
    const { notifier, events } = await notifierOf(desktop.env);
    await notifier.show(aNotice({ key: "ours", title: "ours" }));
    await desktop.waitForShown((shown) => shown.length === 1);
    const id = String(desktop.shown()[0]?.id);
    const signal = ["--session", "--type=signal", "/org/freedesktop/Notifications"];
    const forged = [...signal, "org.freedesktop.Notifications.ActionInvoked", `uint32:${id}`, "string:acknowledge"];
    await run("dbus-send", forged, { env: desktop.env });
    await eventually("the forged press on the bus", () => desktop.signals().find((one) => one.kind === "pressed"));
    await desktop.clickButton("Snooze 15 min", "ours");
    await eventually("the real press", () => events.find((event) => event.kind === "button"));
    expect(events).toEqual([{ kind: "button", notice: "ours", button: "snooze" }]);
  });

  it("show hostile text without a daemon of either kind falling over it", async () => {
    for (const daemon of ["xfce4-notifyd", "dunst"] as const) {
      const desktop = await session({ daemon });
      const { notifier } = await notifierOf(desktop.env);
      for (const text of hostileTexts) {
        expect(await notifier.show(aNotice({ title: text, body: text }))).toEqual(ok(undefined));
      }
      const last = aNotice({ title: "still here", key: "last" });
      expect(await notifier.show(last)).toEqual(ok(undefined));
      await desktop.waitForShown((shown) => shown.some((one) => one.summary === "still here"));
    }
  });
});

/** Shows this notice in a run of Baton that ends, and opens the next one over the same folder. */
async function restarted(desktop: DesktopSession, notice: NoticeContent, between?: () => Promise<unknown>) {
  const dir = scratchDir();
  const ids = (): NoticeIds => openNoticeIds(dir, () => undefined);
  const before = await notifierOf(desktop.env, ids());
  await before.notifier.show(notice);
  await eventually("the id in the file", () => ids().load());
  before.notifier.dispose();
  await between?.();
  return notifierOf(desktop.env, ids());
}

describeWith(desktopNeeds, "D-Bus notifications after a restart of Baton", () => {
  it.each(["xfce4-notifyd", "dunst"] as const)("are closed and replaced where %s still shows them", async (daemon) => {
    const desktop = await session({ daemon });
    const closing = await restarted(desktop, aNotice({ key: "a", title: "acknowledged later" }));
    await desktop.waitForShown((shown) => shown.length === 1);
    await closing.notifier.close("a");
    await desktop.waitForShown((shown) => shown.length === 0);

    const replacing = await restarted(desktop, aNotice({ key: "b", title: "told" }));
    const [{ id } = { id: 0 }] = desktop.shown();
    await replacing.notifier.show(aNotice({ key: "b", title: "told again" }));
    await desktop.waitForShown((shown) => shown.some(({ summary }) => summary === "told again"));
    expect(desktop.shown().map((one) => [one.summary, one.id, one.replacesId])).toEqual([["told again", id, id]]);
  });

  it("say what is done with those from before", async () => {
    const desktop = await session({ daemon: "xfce4-notifyd" });
    const { events } = await restarted(desktop, aNotice({ key: "a", title: "from before" }));
    await desktop.clickButton("Acknowledge", "from before");
    await eventually("the press", () => events.find(({ kind }) => kind === "button"));
    expect(events).toEqual([{ kind: "button", notice: "a", button: "acknowledge" }]);
  });

  it.each([
    ["xfce4-notifyd", "daemon"],
    ["xfce4-notifyd", "bus"],
    ["dunst", "daemon"],
    ["dunst", "bus"],
  ] as const)("never take another's notification for theirs: %s, with a new %s", async (daemon, renewed) => {
    const desktop = await session({ daemon });
    let id: number | undefined;
    const { notifier } = await restarted(desktop, aNotice({ key: "a", title: "ours" }), async () => {
      id = desktop.shown()[0]?.id;
      await (renewed === "bus" ? desktop.bus.stop() : desktop.daemon.kill());
      await desktop[renewed].start();
      const others = await notifierOf(desktop.env);
      await others.notifier.show(aNotice({ key: "foreign", title: "foreign" }));
      await desktop.waitForShown((shown) => shown.some(({ summary }) => summary === "foreign"));
    });
    expect(desktop.shown().map((one) => [one.summary, one.id])).toEqual([["foreign", id]]);
    await notifier.close("a");
    await notifier.show(aNotice({ key: "a", title: "ours again" }));
    await desktop.waitForShown((shown) => shown.length === 2);
    expect(titles(desktop)).toEqual(["foreign", "ours again"]);
  });
});
