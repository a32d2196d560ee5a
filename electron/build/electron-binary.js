import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inProject } from "./project.js";

/**
 * The path of Electron's binary, or undefined where it has not been fetched. Importing the package `electron` would begin
 * to download it, so this reads what its installer leaves behind: path.txt names the executable inside of dist/.
 * @returns {string | undefined}
 */
export function electronBinary() {
  const overridden = process.env["ELECTRON_OVERRIDE_DIST_PATH"];
  const note = inProject("node_modules/electron/path.txt");
  if (overridden === undefined && !existsSync(note)) return undefined;
  const executable = existsSync(note) ? readFileSync(note, "utf8").trim() : "electron";
  const path = join(overridden ?? inProject("node_modules/electron/dist"), executable);
  return existsSync(path) ? path : undefined;
}
