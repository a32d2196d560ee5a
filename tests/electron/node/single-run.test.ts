import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { instant } from "../../../shared/time/instant.ts";
import { takeDataDir, type Run } from "../../../electron/node/single-run.ts";
import { scratchDir } from "../../support/scratch-dir.ts";

const us: Run = { pid: process.pid, host: "desktop", startedAt: instant(2_000) };

async function holder(dir: string): Promise<{ child: ChildProcessWithoutNullStreams; said: unknown }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "run-holder.ts"), dir]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { child, said: JSON.parse(line.toString()) };
}

async function ended(child: ChildProcessWithoutNullStreams): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

it("a data directory is one Baton's: the second is told which", async () => {
  const dir = scratchDir();
  const { child, said } = await holder(dir);
  expect(said).toBe("taken");
  const running = { kind: "running", holder: { pid: child.pid, host: "browser", startedAt: 1_000 } };
  expect(takeDataDir(dir, us)).toEqual({ ok: false, error: running });
  expect((await holder(dir)).said).toEqual(running);
});

it("a data directory that was let go may be taken", async () => {
  const dir = scratchDir();
  const { child } = await holder(dir);
  child.stdin.end();
  await ended(child);
  expect(readdirSync(dir)).toEqual(["baton.lock"]);
  const taken = takeDataDir(dir, us);
  expect(taken.ok).toBe(true);
  if (taken.ok) taken.value.release();
});

it("a killed Baton leaves nothing in the way", async () => {
  const dir = scratchDir();
  const { child } = await holder(dir);
  child.kill("SIGKILL");
  await ended(child);
  const taken = takeDataDir(dir, us);
  expect(taken.ok).toBe(true);
  expect(takeDataDir(dir, us)).toEqual({ ok: false, error: { kind: "running", holder: us } });
  if (taken.ok) taken.value.release();
});

it("a holder whose name cannot be read is still a holder", async () => {
  const dir = scratchDir();
  await holder(dir);
  writeFileSync(join(dir, "baton.run"), "{");
  expect(takeDataDir(dir, us)).toEqual({ ok: false, error: { kind: "running" } });
});

it("a directory that is not there is a failure", () => {
  expect(takeDataDir(join(scratchDir(), "none"), us)).toEqual({ ok: false, error: { kind: "io", code: "ENOENT" } });
});
