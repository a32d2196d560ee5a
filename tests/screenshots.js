/* node tests/screenshots.js: takes the pictures of docs/screenshots anew, from real runs and, where a state is rare, from a host in memory. */
import "../electron/build/node-version.js";
import { spawnSync } from "node:child_process";
import { ensureBuilt, everyTarget } from "../electron/build/freshness.js";
import { inProject, root } from "../electron/build/project.js";

ensureBuilt(everyTarget, "telling");
const args = ["run", "--project=integration", "--project=pictures", "tests/integration/screenshots", "tests/pictures"];
const { status } = spawnSync(process.execPath, [inProject("node_modules/vitest/vitest.mjs"), ...args], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, BATON_SCREENSHOTS: inProject("docs/screenshots") },
});
process.exitCode = status ?? 1;
