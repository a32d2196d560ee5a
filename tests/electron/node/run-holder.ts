/* A child process that takes a data directory, says how that went, and stays until its standard input ends. */
import { instant } from "../../../shared/time/instant.ts";
import { takeDataDir } from "../../../electron/node/single-run.ts";

const dir = process.argv[2];
if (dir === undefined) throw new Error("usage: run-holder DIRECTORY");
const taken = takeDataDir(dir, { pid: process.pid, host: "browser", startedAt: instant(1_000) });
process.stdout.write(`${JSON.stringify(taken.ok ? "taken" : taken.error)}\n`);
process.stdin.resume().once("end", () => {
  if (taken.ok) taken.value.release();
  process.exit(0);
});
