/*
 * npm start -- [--browser] [options of the host…]
 *
 * Runs the desktop host where Electron's binary is, and the browser host otherwise or with --browser. Writes nothing to
 * stdout: that belongs to the host (--print-url).
 */
import "./node-version.js";
import { electronBinary } from "./electron-binary.js";
import { endWithNpm } from "./end-with-npm.js";
import { ensureBuilt } from "./freshness.js";
import { runBuilt } from "./run-built.js";
import { runElectron } from "./run-electron.js";

endWithNpm();
const args = process.argv.slice(2);
const electron = electronBinary();
const hasDisplay = process.platform !== "linux" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);

if (args.includes("--browser")) {
  await browser();
} else if (electron === undefined) {
  console.error("Electron's binary is not here (`npx install-electron` fetches it), so the browser host runs instead.");
  await browser();
} else if (!hasDisplay) {
  console.error("There is no display here, so the browser host runs instead of the desktop host.");
  await browser();
} else {
  ensureBuilt(["desktop", "renderer"], "telling");
  process.exitCode = await runElectron(electron, args);
}

async function browser() {
  ensureBuilt(["browser", "renderer"], "telling");
  await runBuilt("browser");
}
