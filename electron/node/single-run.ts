import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { err, ok, type Result } from "../../shared/result.ts";
import { fromIso, toIso, type Instant } from "../../shared/time/instant.ts";
import { errorCode, writePrivately } from "./private-file.ts";
import { openExclusive, type OpenFailure } from "./store/store-file.ts";

/** The Baton that has a data directory. */
export type Run = { readonly pid: number; readonly host: "browser" | "desktop"; readonly startedAt: Instant };

/** `holder` is absent in the moment before it has written its name. */
export type RunRefusal = { readonly kind: "running"; readonly holder?: Run } | OpenFailure;

/**
 * Takes a data directory for one Baton until it is released. The lock is the operating system's own, on `baton.lock`,
 * so one that is killed leaves nothing to clean up; `baton.run` only says who holds it.
 */
export function takeDataDir(dir: string, run: Run): Result<{ release(): void }, RunRefusal> {
  const nameFile = join(dir, "baton.run");
  const lock = openExclusive(join(dir, "baton.lock"));
  if (!lock.ok) {
    if (lock.error.kind !== "busy") return lock;
    const holder = readRun(nameFile);
    return err({ kind: "running", ...(holder && { holder }) });
  }
  const named = writePrivately(nameFile, JSON.stringify({ ...run, startedAt: toIso(run.startedAt) }));
  if (!named.ok) {
    lock.value.close();
    return named;
  }
  return ok({
    release() {
      rmSync(nameFile, { force: true });
      lock.value.close();
    },
  });
}

function readRun(path: string): Run | undefined {
  try {
    const { pid, host, startedAt } = JSON.parse(readFileSync(path, "utf8")) as Readonly<Record<string, unknown>>;
    const at = typeof startedAt === "string" ? fromIso(startedAt) : undefined;
    if (typeof pid !== "number" || (host !== "browser" && host !== "desktop") || at === undefined) return undefined;
    return { pid, host, startedAt: at };
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}
