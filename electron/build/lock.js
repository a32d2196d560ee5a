import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";

/** Longer than any build takes: a lock without a name in it that is this old was left by a process that was killed. */
const abandonedAfterMs = 60_000;

/**
 * Runs `work` while no other process does, so that `npm start` and `npm test` may begin at once.
 * @param {string} path a file that exists while the lock is held
 * @param {() => Promise<void>} work
 */
export async function withLock(path, work) {
  mkdirSync(dirname(path), { recursive: true });
  while (!take(path)) {
    if (isAbandoned(path)) rmSync(path, { force: true });
    else await setTimeout(50);
  }
  try {
    await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/** @param {string} path */
function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
}

/**
 * Whether the process that took the lock is gone.
 * @param {string} path
 */
function isAbandoned(path) {
  try {
    const holder = Number(readFileSync(path, "utf8"));
    if (holder === 0) return Date.now() - statSync(path).mtimeMs > abandonedAfterMs;
    process.kill(holder, 0);
    return false;
  } catch (error) {
    // ESRCH: no such process. ENOENT: given back in the meantime. EPERM: alive, and somebody else's.
    return isCode(error, "ESRCH");
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
const isCode = (error, code) => error instanceof Error && "code" in error && error.code === code;
