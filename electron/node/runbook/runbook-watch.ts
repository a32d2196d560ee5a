import { watch } from "chokidar";
import { basename } from "node:path";
import type { Cancel } from "../../core/records.ts";
import { isPassedOver, isRunbookFile } from "./runbook-files.ts";

/**
 * Tells of every Markdown file below some folders and files that appears, changes or goes, as the system says it. What the system
 * does not say (over a network, in a folder that is not there yet) is found by looking again.
 */
export function watchRunbooks(places: readonly string[], root: string, changed: (path: string) => void): Cancel {
  const watcher = watch([...places], {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path, facts) =>
      path !== root && (isPassedOver(basename(path)) || (facts?.isFile() === true && !isRunbookFile(path))),
    // Editors write in several steps; the last one is read.
    awaitWriteFinish: { stabilityThreshold: 100, pollInterval: 25 },
  });
  const tell = (path: string): void => {
    // Links to folders are told of as files.
    if (isRunbookFile(path)) changed(path);
  };
  for (const event of ["add", "change", "unlink"] as const) watcher.on(event, tell);
  // A folder that went away takes its files with it: the next look finds that.
  watcher.on("error", () => undefined);
  return () => void watcher.close();
}
