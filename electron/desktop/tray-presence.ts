import { sessionSockets, type Environment } from "../node/notifiers/bus-address.ts";
import { openSessionBus } from "../node/notifiers/session-bus.ts";

/** Milliseconds that the bus may take; the app waits for this before it starts. */
const patience = 1_000;
const watcher = "org.kde.StatusNotifierWatcher";

/**
 * Whether the desktop shows tray icons. macOS and Windows always do; on Linux somebody must own the name of the watcher
 * (GNOME needs an extension for it): https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/
 */
export async function desktopShowsTray(platform: NodeJS.Platform, env: Environment): Promise<boolean> {
  if (platform === "darwin" || platform === "win32") return true;
  const bus = await openSessionBus({ sockets: sessionSockets(env), limitMs: patience });
  if (!bus.ok) return false;
  const answer = await bus.value.call({
    destination: "org.freedesktop.DBus",
    path: "/org/freedesktop/DBus",
    interface: "org.freedesktop.DBus",
    member: "NameHasOwner",
    signature: "s",
    body: [watcher],
  });
  bus.value.close();
  return answer.ok && answer.value[0] === true;
}
