import Database from "better-sqlite3";
import { closeSync, existsSync, openSync, renameSync, statSync } from "node:fs";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Instant } from "../../../shared/time/instant.ts";
import type { StoreFailure } from "../../core/ports.ts";
import { asidePath, errorCode, fileFailure, privateMode } from "../private-file.ts";

/** Why a SQLite file could not be opened. */
export type OpenFailure =
  | StoreFailure
  /** better-sqlite3's prebuilt binary ends the process on Node 20, so it is not loaded there. */
  | { readonly kind: "unsupported-node"; readonly found: string; readonly needed: number }
  /** Written by a newer Baton; left as it is. */
  | { readonly kind: "newer-version"; readonly found: number; readonly known: number };

export type SqliteFile = Database.Database;

/** Steps from an empty file to the present layout; a file's `user_version` counts those that it has taken. */
export type Migrations = readonly string[];

/** How long, in ms, to wait for another process that has the file locked. */
const busyTimeout = 1_000;

/** Most bytes that the write-ahead log keeps once it has been copied into the file. */
const keptWal = 8 * 2 ** 20;

const neededNode = 22;

/** Opens or makes the file, durable at each commit, brings it to the present layout and looks whether it is whole. */
export function openWritable(path: string, migrations: Migrations): Result<SqliteFile, OpenFailure> {
  return opening(() => {
    if (isTruncated(path)) return err({ kind: "corrupt", code: "EMPTY_BESIDE_WAL" });
    closeSync(openSync(path, "a", privateMode));
    const file = new Database(path, { timeout: busyTimeout });
    return closedUnlessOk(file, () => {
      file.pragma("journal_mode = WAL");
      file.pragma("synchronous = FULL");
      file.pragma(`journal_size_limit = ${keptWal}`);
      // Without this, `insert or replace` deletes rows past the triggers that refuse it.
      file.pragma("recursive_triggers = ON");
      const whole = file.pragma("quick_check(1)", { simple: true });
      if (whole !== "ok") return err({ kind: "corrupt", code: "QUICK_CHECK" });
      return migrate(file, migrations);
    });
  });
}

/** Opens a file that exists and never writes to it. */
export function openReadable(path: string): Result<SqliteFile, OpenFailure> {
  return opening(() => {
    // Throws with a code where there is no such file; better-sqlite3 gives none for a missing directory.
    statSync(path);
    return ok(new Database(path, { readonly: true, fileMustExist: true, timeout: busyTimeout }));
  });
}

/** Holds the file locked until it is closed or the process ends, however it ends; `busy` where another one does. */
export function openExclusive(path: string): Result<SqliteFile, OpenFailure> {
  return opening(() => {
    closeSync(openSync(path, "a", privateMode));
    const file = new Database(path, { timeout: 0 });
    return closedUnlessOk(file, () => {
      file.exec("BEGIN EXCLUSIVE");
      return ok(file);
    });
  });
}

/** Renames a corrupt file, its write-ahead log with it, so that nothing of it is lost; its new path. */
export function setAside(path: string, at: Instant): Result<string, StoreFailure> {
  const aside = asidePath(path, at);
  try {
    for (const suffix of ["", "-wal", "-shm"]) if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
    return ok(aside);
  } catch (error) {
    return err(fileFailure(error));
  }
}

/** Runs `work` and gives SQLite's refusals as values, by code: https://www.sqlite.org/rescode.html */
export function attempt<T>(work: () => T): Result<T, StoreFailure> {
  try {
    return ok(work());
  } catch (error) {
    return err(storeFailure(error));
  }
}

function storeFailure(error: unknown): StoreFailure {
  const code = errorCode(error);
  if (!code?.startsWith("SQLITE_")) return fileFailure(error);
  if (code === "SQLITE_FULL") return { kind: "disk-full", code };
  if (code.startsWith("SQLITE_READONLY")) return { kind: "read-only", code };
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") return { kind: "corrupt", code };
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) return { kind: "busy", code };
  return { kind: "io", code };
}

function opening(open: () => Result<SqliteFile, OpenFailure>): Result<SqliteFile, OpenFailure> {
  const found = process.versions.node;
  if (Number.parseInt(found, 10) < neededNode) return err({ kind: "unsupported-node", found, needed: neededNode });
  const opened = attempt(open);
  return opened.ok ? opened.value : opened;
}

function closedUnlessOk(
  file: SqliteFile,
  prepare: () => Result<SqliteFile, OpenFailure>,
): Result<SqliteFile, OpenFailure> {
  let prepared: Result<SqliteFile, OpenFailure> | undefined;
  try {
    prepared = prepare();
    return prepared;
  } finally {
    if (prepared?.ok !== true) file.close();
  }
}

function migrate(file: SqliteFile, migrations: Migrations): Result<SqliteFile, OpenFailure> {
  const found = Number(file.pragma("user_version", { simple: true }));
  if (found > migrations.length) return err({ kind: "newer-version", found, known: migrations.length });
  file
    .transaction(() => {
      for (const step of migrations.slice(found)) file.exec(step);
      file.pragma(`user_version = ${migrations.length}`);
    })
    .immediate();
  return ok(file);
}

// SQLite takes an empty file for a new one and throws away the log that holds its content.
function isTruncated(path: string): boolean {
  const size = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.size;
  return size(path) === 0 && (size(`${path}-wal`) ?? 0) > 0;
}
