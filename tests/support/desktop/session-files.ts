import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programPath } from "../requires.ts";

export type DaemonName = "xfce4-notifyd" | "dunst";

/** The directories and settings of one desktop session, away from those of the person who runs the tests. */
export type SessionFiles = {
  readonly home: string;
  readonly busConfig: string;
  readonly busAddress: string;
  remove(): void;
};

export type SessionFilesOptions = {
  /** A socket in the file system, or in Linux's abstract namespace. */
  readonly socket: "path" | "abstract";
  /** The bus starts this daemon when somebody asks for its name. */
  readonly activates: DaemonName | undefined;
};

export function sessionFiles({ socket, activates }: SessionFilesOptions): SessionFiles {
  const home = mkdtempSync(join(tmpdir(), "baton-desktop-"));
  const services = join(home, "services");
  const settings = join(home, ".config/xfce4/xfconf/xfce-perchannel-xml");
  for (const folder of [services, settings, join(home, "runtime")]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const busAddress = socket === "path" ? `unix:path=${home}/bus` : `unix:abstract=${home}/bus`;
  const busConfig = join(home, "session.conf");
  writeFileSync(busConfig, busConfiguration(busAddress, services));
  writeFileSync(join(settings, "xfce4-notifyd.xml"), xfceSettings);
  writeFileSync(join(home, "dunstrc"), dunstSettings);
  if (activates !== undefined) writeFileSync(join(services, "notifications.service"), serviceFile(home, activates));
  return {
    home,
    busConfig,
    busAddress,
    remove: () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** How to start a daemon; throws where it is not installed. */
export function daemonCommand(home: string, name: DaemonName): readonly string[] {
  if (name === "dunst") return [installed("dunst", programPath("dunst")), "-config", join(home, "dunstrc")];
  return [installed(name, inLibraries("xfce4/notifyd/xfce4-notifyd"))];
}

/** xfce4-notifyd asks it for its settings. */
export const xfconfCommand = (): string => installed("xfconfd", inLibraries("xfce4/xfconf/xfconfd"));

/** Debian keeps programs that are not for people under a folder named for the processor. */
function inLibraries(path: string): string | undefined {
  const libraries = "/usr/lib";
  const folders = [libraries, ...readdirSync(libraries).map((name) => join(libraries, name)), "/usr/libexec"];
  return folders.map((folder) => join(folder, path)).find((found) => existsSync(found));
}

function installed(name: string, path: string | undefined): string {
  if (path === undefined) throw new Error(`${name} is not installed`);
  return path;
}

const serviceFile = (home: string, name: DaemonName): string =>
  `[D-BUS Service]\nName=org.freedesktop.Notifications\nExec=${daemonCommand(home, name).join(" ")}\n`;

/** No folder of services but its own: what the machine has installed must not start by itself. */
const busConfiguration = (address: string, services: string): string => `<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>${address}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>${services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/** Nothing fades or slides, so that what is on the screen is there at once and holds still. */
const xfceSettings = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-notifyd" version="1.0">
  <property name="theme" type="string" value="Default"/>
  <property name="initial-opacity" type="double" value="1.0"/>
  <property name="do-fadeout" type="bool" value="false"/>
  <property name="do-slideout" type="bool" value="false"/>
  <property name="expire-timeout" type="int" value="60"/>
  <property name="notification-log" type="bool" value="false"/>
</channel>
`;

const dunstSettings = `[global]
  markup = full
  format = "<b>%s</b>\\n%b"
  idle_threshold = 0
  notification_limit = 20
  stack_duplicates = false
[urgency_low]
  timeout = 60
[urgency_normal]
  timeout = 60
[urgency_critical]
  timeout = 0
`;
