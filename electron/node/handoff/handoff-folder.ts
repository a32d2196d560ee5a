import { accessSync, constants, existsSync, mkdirSync, watch, type FSWatcher } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { paperName, paperText } from "../../../shared/handoff/paper-file.ts";
import type { Paper } from "../../../shared/handoff/papers.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { HandoffPlace, HandoffReading, Handoffs } from "../../core/ports.ts";
import type { Cancel } from "../../core/records.ts";
import { PaperFiles } from "./paper-files.ts";
import { errorCode } from "../private-file.ts";
import { isAddress } from "../team/team-file.ts";
import { writeOnce } from "../write-once.ts";

/** Ms of quiet before a change is read: synchronising tools write in several steps. */
const settling = 60;
/** Ms between looks, for folders whose changes the system does not tell: over a network, or not made yet. */
const looking = 2_000;

/** Handoffs in a folder on disk: one file for each paper, which is written once and never changed. */
export const handoffFolder: Handoffs = {
  watch(place, listener) {
    const folder = folderOf(place);
    if (folder !== undefined) return watchFolder(folder, listener);
    listener({ kind: "none", reason: "remote-team" });
    return () => undefined;
  },
  write(place, paper) {
    const folder = folderOf(place);
    return Promise.resolve(folder === undefined ? err({ code: "REMOTE" }) : writePaper(folder, paper));
  },
};

/** Undefined beside a team file that is fetched from an address. */
function folderOf({ team, path }: HandoffPlace): string | undefined {
  if (isAddress(team)) return undefined;
  return isAbsolute(path) ? path : resolve(dirname(team), path);
}

function writePaper(folder: string, paper: Paper): Result<"written" | "was-there", { readonly code: string }> {
  try {
    mkdirSync(folder, { recursive: true });
    return ok(writeOnce(join(folder, paperName(paper)), paperText(paper)));
  } catch (error) {
    return err({ code: errorCode(error) ?? "UNKNOWN" });
  }
}

function watchFolder(folder: string, listener: (reading: HandoffReading) => void): Cancel {
  const files = new PaperFiles(folder);
  let timer: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;
  let told: string | undefined;
  const lookSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, settling).unref();
  };
  const look = (): void => {
    watcher ??= watcherOf(folder, lookSoon, () => (watcher = undefined));
    const writable = isWritable(folder);
    const { mark, read } = files.look();
    const state = `${writable ? "w" : "r"} ${mark}`;
    if (state === told) return;
    told = state;
    listener({ kind: "read", path: folder, writable, ...read() });
  };
  look();
  const slow = setInterval(look, looking).unref();
  return () => {
    clearTimeout(timer);
    clearInterval(slow);
    watcher?.close();
  };
}

/** `undefined` where the folder cannot be watched; then only the slow looks find changes. */
function watcherOf(folder: string, changed: () => void, gone: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { persistent: false }, changed);
    watcher.on("error", () => {
      watcher.close();
      gone();
    });
    return watcher;
  } catch {
    return undefined;
  }
}

/** Whether a file can be made there; a folder that is not there yet is made with the first one. */
function isWritable(folder: string): boolean {
  let place = folder;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  try {
    accessSync(place, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
