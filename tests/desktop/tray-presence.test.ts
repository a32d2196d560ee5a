import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, it, onTestFinished } from "vitest";
import { sessionSockets } from "../../electron/node/notifiers/bus-address.ts";
import { openSessionBus } from "../../electron/node/notifiers/session-bus.ts";
import { desktopShowsTray } from "../../electron/desktop/tray-presence.ts";
import { describeWith } from "../support/describe-with.ts";

async function startBus(): Promise<{ readonly DBUS_SESSION_BUS_ADDRESS: string }> {
  const daemon = spawn("dbus-daemon", ["--session", "--nofork", "--print-address"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  onTestFinished(async () => {
    daemon.kill();
    await once(daemon, "exit");
  });
  const [address] = (await once(createInterface(daemon.stdout), "line")) as [string];
  return { DBUS_SESSION_BUS_ADDRESS: address };
}

/** Owns a name on the bus, as a panel with a tray does. */
async function ownName(env: { readonly DBUS_SESSION_BUS_ADDRESS: string }, name: string): Promise<void> {
  const bus = await openSessionBus({ sockets: sessionSockets(env), limitMs: 2_000 });
  if (!bus.ok) throw new Error("no bus");
  onTestFinished(() => bus.value.close());
  const place = {
    destination: "org.freedesktop.DBus",
    path: "/org/freedesktop/DBus",
    interface: "org.freedesktop.DBus",
  };
  await bus.value.call({ ...place, member: "RequestName", signature: "su", body: [name, 0] });
}

describeWith(["dbus-daemon", "unix"], "a Linux desktop", () => {
  it("shows a tray where somebody watches for tray icons, and not otherwise", async () => {
    const env = await startBus();
    expect(await desktopShowsTray("linux", env)).toBe(false);
    await ownName(env, "org.kde.StatusNotifierWatcher");
    expect(await desktopShowsTray("linux", env)).toBe(true);
  });
});
