import { constants } from "node:fs";
import { access, link, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Unreadable } from "../../core/runbook/runbook-port.ts";
import { errorCode } from "../private-file.ts";

/** Names tried before giving up: `profit.md`, `profit-2.md` and so on. */
const mostNames = 100;

export async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    // Not there, or not ours to write to: the draft can be copied.
    return false;
  }
}

/**
 * Writes a new file and gives its path. The text is written and flushed under another name and then linked, which fails where the
 * name is taken: whoever looks finds the whole file or none, and nothing is ever overwritten, not even by two at once.
 */
export async function createRunbook(folder: string, name: string, text: string): Promise<Result<string, Unreadable>> {
  const part = join(folder, `.${name}.${String(process.pid)}.part`);
  try {
    await writeFlushed(part, text, 0o644);
    for (let number = 1; number <= mostNames; number += 1) {
      const path = join(folder, number === 1 ? `${name}.md` : `${name}-${String(number)}.md`);
      if (await linked(part, path)) return ok(path);
    }
    return err({ kind: "unreadable", code: "EEXIST" });
  } catch (error) {
    return failure(error);
  } finally {
    await rm(part, { force: true });
  }
}

async function linked(part: string, path: string): Promise<boolean> {
  try {
    await link(part, path);
    return true;
  } catch (error) {
    const code = errorCode(error);
    if (code === "EEXIST") return false;
    // A file system without links (FAT, some shares): the name is taken first, and what was written goes into its place.
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "ENOSYS") throw error;
    return taken(part, path);
  }
}

async function taken(part: string, path: string): Promise<boolean> {
  try {
    await (await open(path, "wx")).close();
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
  await rename(part, path);
  return true;
}

/** Replaces a file's text, so that a reader finds the old file or the new one; its mode stays. */
export async function replaceRunbook(path: string, text: string): Promise<Result<void, Unreadable>> {
  const part = `${path}.${String(process.pid)}.part`;
  try {
    const { mode } = await stat(path);
    await writeFlushed(part, text, mode & 0o777);
    await rename(part, path);
    return ok(undefined);
  } catch (error) {
    await rm(part, { force: true });
    return failure(error);
  }
}

async function writeFlushed(path: string, text: string, mode: number): Promise<void> {
  const file = await open(path, "w", mode);
  try {
    await file.writeFile(text);
    await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

function failure(error: unknown): Result<never, Unreadable> {
  const code = errorCode(error);
  if (code === undefined) throw error;
  return err({ kind: "unreadable", code });
}
