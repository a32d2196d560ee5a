import { execFile } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { promisify } from "node:util";
import { startChild, type Child } from "./desktop/child.ts";
import { dbusMessages } from "./desktop/dbus-messages.ts";
import { clickNotificationBody, clickNotificationButton, notificationPlace } from "./desktop/notification-windows.ts";
import {
  notificationsSeen,
  type NotificationsSeen,
  type NotifyCall,
  type ServerSignal,
  type ShownNotification,
} from "./desktop/notifications-seen.ts";
import {
  daemonCommand,
  sessionFiles,
  xfconfCommand,
  type DaemonName,
  type SessionFiles,
} from "./desktop/session-files.ts";
import { eventually } from "./eventually.ts";

/*
 * A desktop session of a test's own: a screen (Xvfb), a session bus (dbus-daemon), somebody who shows notifications (a real
 * daemon) and somebody who writes down what passes over the bus (dbus-monitor). Needs `desktopNeeds`; ends with `stop`.
 *
 *   const desktop = await startDesktopSession({ daemon: "xfce4-notifyd" });
 *   const baton = spawn(…, { env: desktop.env });
 *   await desktop.waitForNotify((call) => call.summary.startsWith("Critical"));
 *   await desktop.clickButton("Acknowledge");
 *   await desktop.stop();
 */

export type DesktopSessionOptions = {
  /** `xfce4-notifyd` draws real buttons; `dunst` replaces by stack tag and reads markup; `none` leaves the name without an owner. */
  readonly daemon: DaemonName | "none";
  /** The bus starts this daemon when somebody asks for the name; with `daemon: "none"`. */
  readonly activates?: DaemonName;
  readonly socket?: "path" | "abstract";
  readonly screen?: { readonly width: number; readonly height: number };
};

export type DesktopSession = {
  /** For the programs of this session: DISPLAY, DBUS_SESSION_BUS_ADDRESS, a home of its own, PATH. */
  readonly env: Readonly<Record<string, string>>;
  /** Every call of Notify so far, oldest first. */
  notifyCalls(): readonly NotifyCall[];
  /** What is on the screen, by what was called, confirmed and closed on the bus. */
  shown(): readonly ShownNotification[];
  /** Pressed buttons and closed notifications, as the daemon told. */
  signals(): readonly ServerSignal[];
  /** The first call, made already or to come, of which this is true. */
  waitForNotify(predicate: (call: NotifyCall) => boolean, limitMs?: number): Promise<NotifyCall>;
  /** Resolves once the notifications on the screen are as wished. */
  waitForShown(predicate: (shown: readonly ShownNotification[]) => boolean, limitMs?: number): Promise<void>;
  /**
   * Clicks a button with the mouse and waits until the daemon has told it. Of the notification with this summary, else of the
   * newest on the screen. With xfce4-notifyd only.
   */
  clickButton(label: string, summary?: string): Promise<void>;
  /** Clicks the notification itself, which dismisses it. With xfce4-notifyd only. */
  clickBody(summary?: string): Promise<void>;
  /** A PNG of the whole screen; with a summary, of the notification with that summary alone. The latter with xfce4-notifyd only. */
  screenshot(path: string, summary?: string): Promise<void>;
  readonly daemon: {
    /** SIGSTOP: it keeps its name and answers nothing. */
    pause(): void;
    resume(): void;
    /** SIGKILL, and its name is free. */
    kill(): Promise<void>;
    /** Waits until it owns the name. */
    start(): Promise<void>;
  };
  readonly bus: {
    /** Ends the bus, and with it the daemon. */
    stop(): Promise<void>;
    /** Brings it back at the same address, with the daemon. */
    start(): Promise<void>;
    pause(): void;
    resume(): void;
  };
  stop(): Promise<void>;
};

/** For `describeWith`; of Debian's packages xvfb, dbus, xfce4-notifyd, dunst, xdotool and imagemagick. */
export const desktopNeeds = [
  "Xvfb",
  "dbus-daemon",
  "dbus-monitor",
  "xfce4-notifyd-config",
  "dunst",
  "xdotool",
  "import",
];

const run = promisify(execFile);

/** Starts a session and waits until notifications can be shown in it. */
export async function startDesktopSession(options: DesktopSessionOptions): Promise<DesktopSession> {
  const files = sessionFiles({ socket: options.socket ?? "path", activates: options.activates });
  const { width, height } = options.screen ?? { width: 1280, height: 800 };
  const screen = ["-screen", "0", `${width}x${height}x24`, "-nolisten", "tcp", "-displayfd", "3"];
  const xvfb = await startChild("Xvfb", screen, { env: process.env, reports: true });
  const env = sessionEnvironment(files, `:${await xvfb.firstLine(3)}`);
  const parts = sessionParts(files, env, options.daemon);
  const stop = async (): Promise<void> => {
    await parts.stopBus();
    await xvfb.stop();
    files.remove();
  };
  await parts.startBus();
  await parts.startDaemon().catch(async (error: unknown) => {
    await stop();
    throw error;
  });

  const target = (summary: string | undefined): Promise<ShownNotification> =>
    eventually(`a notification ${summary ?? ""} on the screen`, () =>
      parts.seen.shown().findLast((one) => summary === undefined || one.summary === summary),
    );
  return {
    env,
    notifyCalls: parts.seen.notifyCalls,
    shown: parts.seen.shown,
    signals: parts.seen.signals,
    waitForNotify: (predicate, limitMs) =>
      eventually("a call of Notify", () => parts.seen.notifyCalls().find(predicate), limitMs),
    async waitForShown(predicate, limitMs) {
      await eventually("notifications on the screen", () => predicate(parts.seen.shown()) || undefined, limitMs);
    },
    async clickButton(label, summary) {
      const { id } = await target(summary);
      const before = parts.seen.signals().length;
      await clickNotificationButton(env, parts.seen.shown, { id, label });
      const pressed = (signal: ServerSignal): boolean => signal.kind === "pressed" && signal.id === id;
      await eventually(`the press of "${label}"`, () => parts.seen.signals().slice(before).find(pressed));
    },
    async clickBody(summary) {
      await clickNotificationBody(env, parts.seen.shown, (await target(summary)).id);
    },
    async screenshot(path, summary) {
      const place =
        summary === undefined ? undefined : await notificationPlace(env, parts.seen.shown, (await target(summary)).id);
      const part = place && `${place.width}x${place.height}+${place.x}+${place.y}`;
      await run("import", ["-window", "root", ...(part ? ["-crop", part, "+repage"] : []), path], { env });
    },
    daemon: {
      pause: () => parts.daemon().signal("SIGSTOP"),
      resume: () => parts.daemon().signal("SIGCONT"),
      async kill() {
        await parts.daemon().stop("SIGKILL");
        await eventually("the name to be free", () => !parts.seen.served() || undefined);
      },
      start: parts.startDaemon,
    },
    bus: {
      stop: parts.stopBus,
      async start() {
        await parts.startBus();
        await parts.startDaemon();
      },
      pause: () => parts.bus().signal("SIGSTOP"),
      resume: () => parts.bus().signal("SIGCONT"),
    },
    stop,
  };
}

type SessionParts = {
  readonly seen: NotificationsSeen;
  startBus(): Promise<void>;
  startDaemon(): Promise<void>;
  stopBus(): Promise<void>;
  bus(): Child;
  daemon(): Child;
};

/** The processes on and around the bus. What was seen is kept when the bus is started anew. */
function sessionParts(files: SessionFiles, env: DesktopSession["env"], name: DaemonName | "none"): SessionParts {
  const seen = notificationsSeen();
  const running = new Map<"bus" | "monitor" | "xfconfd" | "daemon", Child>();
  const child = (role: "bus" | "daemon"): Child => {
    const found = running.get(role);
    if (found === undefined) throw new Error(`no ${role} is running`);
    return found;
  };

  const startMonitor = async (): Promise<void> => {
    const monitor = await startChild("dbus-monitor", ["--session", "--binary"], { env });
    running.set("monitor", monitor);
    let messages = 0;
    const feed = dbusMessages(seen.see);
    monitor.onBytes((bytes) => {
      messages += 1;
      feed(bytes);
    });
    // It does not say when it has begun, so something is said until it hears.
    const say = ["--session", "--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.Peer.Ping"];
    await eventually("dbus-monitor", async () => {
      await run("dbus-send", say, { env });
      return messages > 0 || undefined;
    });
  };

  return {
    seen,
    bus: () => child("bus"),
    daemon: () => child("daemon"),
    async startBus() {
      const socket = `${files.home}/bus`;
      if (existsSync(socket)) rmSync(socket);
      const bus = await startChild("dbus-daemon", [`--config-file=${files.busConfig}`, "--nofork", "--print-address"], {
        env,
      });
      running.set("bus", bus);
      await bus.firstLine();
      await startMonitor();
    },
    async startDaemon() {
      if (name === "none") return;
      if (name === "xfce4-notifyd" && running.get("xfconfd")?.running() !== true) {
        running.set("xfconfd", await startChild(xfconfCommand(), [], { env }));
      }
      const [command = "", ...args] = daemonCommand(files.home, name);
      const daemon = await startChild(command, args, { env });
      running.set("daemon", daemon);
      await eventually(`${name} to own its name`, () => seen.served() || undefined).catch((error: unknown) => {
        throw new Error(daemon.said(), { cause: error });
      });
    },
    async stopBus() {
      for (const role of ["daemon", "xfconfd", "monitor", "bus"] as const) await running.get(role)?.stop();
      running.clear();
    },
  };
}

function sessionEnvironment(files: SessionFiles, display: string): DesktopSession["env"] {
  return {
    PATH: process.env["PATH"] ?? "",
    LANG: "C.UTF-8",
    HOME: files.home,
    XDG_CONFIG_HOME: `${files.home}/.config`,
    XDG_DATA_HOME: `${files.home}/.local/share`,
    XDG_CACHE_HOME: `${files.home}/.cache`,
    XDG_RUNTIME_DIR: `${files.home}/runtime`,
    DISPLAY: display,
    DBUS_SESSION_BUS_ADDRESS: files.busAddress,
    // GTK would look for the bus of assistive programs, and complain.
    NO_AT_BRIDGE: "1",
    GDK_BACKEND: "x11",
  };
}
