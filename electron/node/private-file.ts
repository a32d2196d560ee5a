import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { err, ok, type Result } from "../../shared/result.ts";
import { toIso, type Instant } from "../../shared/time/instant.ts";
import type { StoreFailure } from "../core/ports.ts";

/** Readable and writable by its owner alone. */
export const privateMode = 0o600;

/** Writes `text` so that a reader, or a crash, finds the old file or the new one, never a part; mode 0600. */
export function writePrivately(path: string, text: string): Result<void, StoreFailure> {
  const draft = `${path}.${process.pid}.part`;
  try {
    const file = openSync(draft, "w", privateMode);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
    return ok(undefined);
  } catch (error) {
    rmSync(draft, { force: true });
    return err(fileFailure(error));
  }
}

/** Where a file that cannot be read is kept: beside itself, named by the instant, without `:` for Windows' sake. */
export const asidePath = (path: string, at: Instant): string => `${path}.corrupt-${toIso(at).replaceAll(":", "-")}`;

/** A failure of the file system, by its code; anything that carries no code is a bug and is thrown on. */
export function fileFailure(error: unknown): StoreFailure {
  const code = errorCode(error);
  if (code === undefined) throw error;
  if (code === "ENOSPC" || code === "EDQUOT") return { kind: "disk-full", code };
  if (code === "EROFS" || code === "EACCES" || code === "EPERM") return { kind: "read-only", code };
  if (code === "EBUSY") return { kind: "busy", code };
  return { kind: "io", code };
}

/** `code` of an error that carries one as text, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
