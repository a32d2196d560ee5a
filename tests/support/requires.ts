import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { electronBinary } from "../../electron/build/electron-binary.js";

/*
 * What a suite needs of the machine: programs on the PATH, and a few things that have no fixed program. A suite that lacks
 * something is skipped by name with the reason, and counted at the end of `npm test`.
 */

/** `electron`: its binary. `chromium`: a browser to drive. `linux`, `unix`: a system. Anything else: a program on the PATH. */
export type Need = string;

/** The first program of these names on the PATH. */
export function programPath(...names: readonly string[]): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const endings = process.platform === "win32" ? [".exe", ".cmd", ""] : [""];
  return names
    .flatMap((name) => folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))))
    .find(isExecutable);
}

/** A Chromium or Chrome of this machine; `BATON_CHROMIUM` names one that is not on the PATH. */
export function chromiumPath(): string | undefined {
  return process.env["BATON_CHROMIUM"] ?? programPath("chromium", "chromium-browser", "google-chrome", "chrome");
}

/** Why a suite with these needs cannot run here, or undefined where it can. */
export function missing(...needs: readonly Need[]): string | undefined {
  const lacking = needs.filter((need) => !isMet(need));
  return lacking.length === 0 ? undefined : `needs ${lacking.map(describeNeed).join(" and ")}`;
}

function isMet(need: Need): boolean {
  switch (need) {
    case "electron":
      return electronBinary() !== undefined;
    case "chromium":
      return chromiumPath() !== undefined;
    case "linux":
      return process.platform === "linux";
    case "unix":
      return process.platform !== "win32";
    default:
      return programPath(need) !== undefined;
  }
}

function describeNeed(need: Need): string {
  switch (need) {
    case "electron":
      return "Electron's binary";
    case "chromium":
      return "Chromium";
    case "linux":
      return "Linux";
    case "unix":
      return "a Unix system";
    default:
      return `${need} on the PATH`;
  }
}

function isExecutable(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // The one thing that the call says by throwing.
    return false;
  }
}
