/*
 * npm run dev -- [options of the browser host…]
 *
 * Runs the browser host from the sources: what changes is built again, and where that was the host's own code, the host is
 * started again. The page is reloaded by hand, in the same tab, once it says that it is connected.
 */
import "./node-version.js";
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { endWithNpm } from "./end-with-npm.js";
import { isStale } from "./freshness.js";
import { inProject } from "./project.js";

/** Editors write a file in several steps. */
const settleMs = 100;

endWithNpm();
const args = process.argv.slice(2);
/** @type {import("node:child_process").ChildProcess | undefined} */
let host;
/** @type {NodeJS.Timeout | undefined} */
let settling;
let working = false;

for (const folder of ["shared", "electron", "renderer"]) {
  watch(inProject(folder), { recursive: true }, () => {
    clearTimeout(settling);
    settling = setTimeout(() => void refresh(), settleMs);
  });
}
for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT"])) {
  process.on(signal, () => {
    host?.kill("SIGTERM");
    process.exit();
  });
}
await refresh();

async function refresh() {
  if (working) return;
  working = true;
  while (isStale("browser") || isStale("renderer")) {
    const restart = isStale("browser");
    const built = await run([inProject("electron/build/build.js"), "browser", "renderer"]);
    if (!built) break;
    if (restart) await stop();
  }
  working = false;
  if (!isRunning(host)) start();
}

/**
 * @param {import("node:child_process").ChildProcess | undefined} process
 * @returns {process is import("node:child_process").ChildProcess}
 */
const isRunning = (process) => process?.exitCode === null && process.signalCode === null;

function start() {
  host = spawn(process.execPath, [inProject("dist/browser/main.js"), ...args], { stdio: "inherit" });
}

/** @returns {Promise<void>} */
function stop() {
  const ending = host;
  if (!isRunning(ending)) return Promise.resolve();
  return new Promise((resolve) => {
    ending.on("exit", () => resolve());
    ending.kill("SIGTERM");
  });
}

/**
 * @param {readonly string[]} command
 * @returns {Promise<boolean>} whether it went well
 */
function run(command) {
  return new Promise((resolve) => {
    spawn(process.execPath, [...command], { stdio: "inherit" }).on("exit", (code) => resolve(code === 0));
  });
}
