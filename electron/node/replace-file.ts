import { createHash } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { err, ok, type Result } from "../../shared/result.ts";
import type { StoreFailure } from "../core/ports.ts";
import { errorCode, fileFailure } from "./private-file.ts";

/** `changed`: what is there is not what was to be replaced. */
export type ReplaceFailure = StoreFailure | { readonly kind: "changed" };

/** Ms after which a draft was left behind by somebody who is gone: writing one takes none to speak of. */
const abandonedAfter = 10_000;

/** SHA-256 in hex. */
export const digestOf = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

/**
 * Replaces a file that a person owns, as long as its digest is still `expected`: a reader, or a crash, finds all of the old file
 * or all of the new one. Links are followed, mode and owner stay. The draft beside the file has one name for everybody, so that of
 * two programs that would replace it at once, one is refused.
 */
export function replaceFile(
  path: string,
  { text, expected }: { readonly text: string; readonly expected: string },
): Result<void, ReplaceFailure> {
  try {
    const target = realpathSync(path);
    const facts = statSync(target);
    // Renaming asks the folder alone for leave.
    if ((facts.mode & 0o222) === 0) return err({ kind: "read-only", code: "EACCES" });
    accessSync(target, constants.W_OK);
    const draft = join(dirname(target), `.${basename(target)}.baton-draft`);
    writeDraft(draft, text, facts);
    return takePlace({ draft, target, expected });
  } catch (error) {
    // Somebody else's draft is there.
    if (errorCode(error) === "EEXIST") return err({ kind: "busy", code: "EEXIST" });
    return err(fileFailure(error));
  }
}

function writeDraft(draft: string, text: string, { mode, uid, gid }: Stats): void {
  const file = openNew(draft, mode);
  try {
    // Whatever the umask takes away.
    fchmodSync(file, mode);
    keepOwner(file, { uid, gid });
    writeFileSync(file, text);
    fsyncSync(file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

function openNew(draft: string, mode: number): number {
  try {
    return openSync(draft, "wx", mode);
  } catch (error) {
    if (errorCode(error) !== "EEXIST" || Date.now() - statSync(draft).mtimeMs < abandonedAfter) throw error;
    rmSync(draft, { force: true });
    return openSync(draft, "wx", mode);
  }
}

/** Only root may give files away; for everybody else the group may be one they are not in. */
function keepOwner(file: number, { uid, gid }: Pick<Stats, "uid" | "gid">): void {
  try {
    fchownSync(file, uid, gid);
  } catch (error) {
    if (errorCode(error) !== "EPERM") throw error;
  }
}

function takePlace({
  draft,
  target,
  expected,
}: Record<"draft" | "target" | "expected", string>): Result<void, ReplaceFailure> {
  try {
    if (digestOf(readFileSync(target)) !== expected) {
      rmSync(draft, { force: true });
      return err({ kind: "changed" });
    }
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  keepFolder(dirname(target));
  return ok(undefined);
}

/** So that the new name survives a power cut. Systems that cannot open a folder need no telling. */
function keepFolder(path: string): void {
  try {
    const folder = openSync(path, "r");
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
}
