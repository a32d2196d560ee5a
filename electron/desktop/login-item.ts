import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { app } from "electron";
import { err, ok, type Result } from "../../shared/result.ts";
import type { StoreFailure } from "../core/ports.ts";
import { fileFailure, writePrivately } from "../node/private-file.ts";

export type LoginItemOptions = {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The program and what it needs to be Baton: nothing when packaged, the project's folder otherwise. */
  readonly command: readonly string[];
};

/** Baton starts at login without a window: it is in the tray if something needs a person. */
const quietly = "--no-open";

/** Makes the system start Baton at login, or stop doing so. */
export function setStartAtLogin(wanted: "start" | "leave", options: LoginItemOptions): Result<void, StoreFailure> {
  const [path = process.execPath, ...args] = options.command;
  if (options.platform !== "linux") {
    app.setLoginItemSettings({ openAtLogin: wanted === "start", path, args: [...args, quietly] });
    return ok(undefined);
  }
  return writeAutostart(wanted, options);
}

/** https://specifications.freedesktop.org/autostart/latest/ */
function writeAutostart(wanted: "start" | "leave", options: LoginItemOptions): Result<void, StoreFailure> {
  const folder = join(configHome(options), "autostart");
  const file = join(folder, "baton.desktop");
  try {
    if (wanted === "leave") {
      rmSync(file, { force: true });
      return ok(undefined);
    }
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    return err(fileFailure(error));
  }
  return writePrivately(file, desktopEntry([...options.command, quietly]));
}

function configHome({ env, home }: LoginItemOptions): string {
  const declared = env["XDG_CONFIG_HOME"];
  return declared?.startsWith("/") === true ? declared : join(home, ".config");
}

const desktopEntry = (command: readonly string[]): string => `[Desktop Entry]
Type=Application
Name=Baton
Comment=Who carries the baton, what is burning, how long is left
Exec=${command.map(quoted).join(" ")}
Terminal=false
X-GNOME-Autostart-enabled=true
`;

/** An argument of Exec: quoted, its own quotes escaped, once more for the string, and % doubled. */
const quoted = (argument: string): string =>
  `"${argument
    .replaceAll(/["`$\\]/g, "\\$&")
    .replaceAll("\\", "\\\\")
    .replaceAll("%", "%%")}"`;
