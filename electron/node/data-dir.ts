import { mkdirSync } from "node:fs";
import { posix, win32 } from "node:path";
import { err, ok, type Result } from "../../shared/result.ts";
import type { StoreFailure } from "../core/ports.ts";
import { fileFailure } from "./private-file.ts";

/** What the usual place depends on. */
export type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/**
 * Where each system keeps an application's data. A relative XDG_DATA_HOME is ignored, as the specification asks:
 * https://specifications.freedesktop.org/basedir/latest/
 */
export function usualDataDir({ platform, home, env }: Surroundings): string {
  if (platform === "win32") return win32.join(env["APPDATA"] ?? win32.join(home, "AppData", "Roaming"), "Baton");
  if (platform === "darwin") return posix.join(home, "Library", "Application Support", "Baton");
  const declared = env["XDG_DATA_HOME"];
  const base = declared?.startsWith("/") ? declared : posix.join(home, ".local", "share");
  return posix.join(base, "baton");
}

/** Makes the directory for its owner alone; one that exists keeps the mode it was given. */
export function prepareDataDir(path: string): Result<void, StoreFailure> {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return ok(undefined);
  } catch (error) {
    return err(fileFailure(error));
  }
}
