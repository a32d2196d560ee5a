/*
 * npm run package -- [options of electron-builder…]
 *
 * Builds what is stale and packages it for this machine's system into release/. Fetches Electron's binary where it is not here.
 */
import "./node-version.js";
import { spawnSync } from "node:child_process";
import { ensureBuilt, everyTarget } from "./freshness.js";
import { inProject, root } from "./project.js";

ensureBuilt(everyTarget, "telling");
const builder = inProject("node_modules/electron-builder/cli.js");
const { status } = spawnSync(process.execPath, [builder, "--publish", "never", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
process.exitCode = status ?? 1;
