import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { inProject } from "./project.js";

/** @typedef {"desktop" | "browser" | "cli" | "renderer"} TargetName */

/** Everything that the build makes. @type {readonly TargetName[]} */
export const everyTarget = ["desktop", "browser", "cli", "renderer"];

const all = ["package.json", "package-lock.json", "electron/build", "shared", "assets"];
const host = [...all, ...["core", "node", "sources", "calendars", "channels"].map((name) => `electron/${name}`)];

/**
 * Files and folders that a target is made of.
 * @type {Readonly<Record<TargetName, readonly string[]>>}
 */
const inputs = {
  desktop: [...host, "electron/desktop", "electron/preload"],
  browser: [...host, "electron/browser"],
  cli: [...host, "electron/cli"],
  renderer: [...all, "renderer"],
};

/** The stamp lies inside of what it speaks for, so that both are replaced at once. */
export const stampName = ".stamp";

/**
 * A digest of names, sizes and modification times of all that the target is made of.
 * @param {TargetName} name
 */
export function fingerprint(name) {
  const hash = createHash("sha256");
  for (const path of inputs[name].flatMap((path) => filesIn(inProject(path)))) {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest("hex");
}

/**
 * The path itself where it is a file, and all files below it where it is a folder, in an order that never varies.
 * @param {string} path
 * @returns {readonly string[]}
 */
function filesIn(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

/** Whether the target must be built again. @param {TargetName} name */
export function isStale(name) {
  const stamp = inProject(`dist/${name}/${stampName}`);
  return !existsSync(stamp) || readFileSync(stamp, "utf8") !== fingerprint(name);
}

/**
 * Builds those of the targets that are stale, in a process of its own: a host should not carry a bundler in its memory.
 * Writes nothing to stdout. Ends this process where the build fails.
 * @param {readonly TargetName[]} names
 * @param {"quiet" | "telling"} voice
 */
export function ensureBuilt(names, voice) {
  const stale = names.filter(isStale);
  if (stale.length === 0) return;
  const script = inProject("electron/build/build.js");
  const { status } = spawnSync(process.execPath, [script, ...(voice === "quiet" ? ["--quiet"] : []), ...stale], {
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
}
