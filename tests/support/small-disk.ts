import { execFileSync } from "node:child_process";
import { appendFileSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { errorCode } from "../../electron/node/private-file.ts";
import { scratchDir } from "./scratch-dir.ts";

/* A file system of a few hundred kilobytes that a test can fill, in memory. Only root of a Linux machine may mount one. */

export type SmallDisk = {
  readonly path: string;
  /** Leaves not one block free. */
  fill(): void;
  /** Gives back what `fill` took. */
  free(): void;
  /** Lets nobody write any more, root included. */
  lock(): void;
};

/** Mounts one of `kilobytes` for the running test; undefined where this is not allowed. */
export function smallDisk(kilobytes: number): SmallDisk | undefined {
  const path = scratchDir();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", path], { stdio: "ignore" });
  } catch {
    // The one thing that the call says by throwing.
    return undefined;
  }
  onTestFinished(() => {
    execFileSync("umount", ["--lazy", path]);
  });
  const filler = join(path, "filler");
  return {
    path,
    fill() {
      // Block by block, because others may write meanwhile.
      while (statfsSync(path).bavail > 0) {
        try {
          appendFileSync(filler, Buffer.alloc(statfsSync(path).bsize));
        } catch (error) {
          if (errorCode(error) !== "ENOSPC") throw error;
        }
      }
    },
    free: () => rmSync(filler, { force: true }),
    lock: () => void execFileSync("mount", ["-o", "remount,ro", path]),
  };
}
