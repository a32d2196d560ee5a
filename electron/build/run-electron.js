import { spawn } from "node:child_process";
import { constants } from "node:os";
import { root } from "./project.js";

/** How long the desktop host may take to end before it is ended. */
const graceMs = 2_000;

/**
 * Runs the desktop host, hands on the signals that would end this process, and resolves to the host's exit code.
 * @param {string} binary
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export function runElectron(binary, args) {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const host = spawn(binary, [root, ...args], { stdio: "inherit", env });
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT", "SIGHUP"])) {
    process.on(signal, () => {
      host.kill(signal);
      setTimeout(() => host.kill("SIGKILL"), graceMs).unref();
    });
  }
  return new Promise((resolve, reject) => {
    host.on("error", reject);
    host.on("exit", (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? "SIGTERM"]));
  });
}
