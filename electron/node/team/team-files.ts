import { readFileSync, stat, statSync, watch, type FSWatcher, type Stats } from "node:fs";
import { readFile, stat as fileFacts } from "node:fs/promises";
import { basename, dirname, isAbsolute, resolve } from "node:path";
import { err, ok } from "../../../shared/result.ts";
import type { TeamFiles } from "../../core/app-types.ts";
import type { Cancel } from "../../core/records.ts";
import { errorCode } from "../private-file.ts";
import { isAddress, readTeamFile, type TeamFileResult } from "./team-file.ts";
import { changes, readingOf } from "./team-reading.ts";

/** Ms of quiet before a change is read: editors write in several steps. */
const settling = 120;
/** Ms between looks at files whose changes the system does not tell: over a network, behind a link, in a folder that is gone. */
const looking = 2_000;
/** Bytes of a file that a team file names: a certificate or a runbook. */
const maxNamedFile = 1_048_576;

/** Team files on disk. `samplePath` is the sample that ships with Baton. */
export const teamFilesOnDisk = (samplePath: string): TeamFiles => ({
  samplePath,
  watch(path, listener) {
    const place = isAddress(path) ? path : resolve(path);
    const tell = (result: TeamFileResult): void => listener(readingOf(result, place, resolve(samplePath)));
    if (!isAddress(path)) return watchPath(place, tell);
    tell(readTeamFile(place));
    return () => undefined;
  },
  readText(teamPath, path) {
    const place = isAbsolute(path) ? path : resolve(dirname(teamPath), path);
    try {
      const facts = statSync(place);
      if (!facts.isFile()) return err({ kind: "unreadable", code: "NOT_A_FILE" });
      if (facts.size > maxNamedFile) return err({ kind: "unreadable", code: "TOO_LARGE" });
      return ok(readFileSync(place, "utf8"));
    } catch (error) {
      return err({ kind: "unreadable", code: errorCode(error) ?? "UNKNOWN" });
    }
  },
  readBytes: (teamPath, path, limitBytes) => readNamedBytes(resolve(dirname(teamPath), path), limitBytes),
});

/** Reads a file that is no pipe or device, which might never end, and not too large. */
export async function readNamedBytes(place: string, limitBytes: number): ReturnType<TeamFiles["readBytes"]> {
  try {
    const facts = await fileFacts(place);
    if (!facts.isFile()) return err({ kind: "unreadable", code: "NOT_A_FILE" });
    if (facts.size > limitBytes) return err({ kind: "too-large", limitBytes });
    return ok(await readFile(place));
  } catch (error) {
    return err({ kind: "unreadable", code: errorCode(error) ?? "UNKNOWN" });
  }
}

function watchPath(path: string, listener: (result: TeamFileResult) => void): Cancel {
  let timer: NodeJS.Timeout | undefined;
  const tell = changes(listener);
  const look = (): void => tell(readTeamFile(path));
  const lookSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, settling).unref();
  };
  // The folder, not the file: an editor that saves by renaming leaves a watch on the file with the old one.
  const folder = watchFolder(path, lookSoon);
  const stopLooking = lookSlowly(path, lookSoon);
  look();
  return () => {
    clearTimeout(timer);
    folder?.close();
    stopLooking();
  };
}

/**
 * Calls `changed` when the file differs from the first look on, which is made before this returns: Node's own `watchFile` makes it later, and
 * misses what happens until then. A file system that hangs holds up the next look and nothing else.
 */
function lookSlowly(path: string, changed: () => void): Cancel {
  let seen = signatureNow(path);
  let waiting = false;
  let stopped = false;
  const timer = setInterval(() => {
    if (waiting) return;
    waiting = true;
    stat(path, (error, facts) => {
      waiting = false;
      const found = signature(error ? undefined : facts);
      if (stopped || found === seen) return;
      seen = found;
      changed();
    });
  }, looking).unref();
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}

function signatureNow(path: string): string {
  try {
    return signature(statSync(path));
  } catch {
    // Not there, or not to be seen by this user: later looks answer the same until that changes.
    return signature(undefined);
  }
}

/** Tells one state of a file from another without reading it. */
const signature = (facts: Stats | undefined): string =>
  facts ? `${facts.ino} ${facts.size} ${facts.mtimeMs} ${facts.ctimeMs}` : "absent";

/** `undefined` where the folder cannot be watched; then only the slow looks find changes. */
function watchFolder(path: string, changed: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(dirname(path), { persistent: false }, (_event, name) => {
      if (name === null || name === basename(path)) changed();
    });
    // The folder itself went away; the slow looks go on.
    watcher.on("error", () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}
