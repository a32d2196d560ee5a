import Conf from "conf";
import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Instant } from "../../shared/time/instant.ts";
import type { Documents, StoreFailure } from "../core/ports.ts";
import { asidePath, fileFailure, privateMode } from "./private-file.ts";

export type DocumentsOptions = {
  readonly now: () => Instant;
  /** A file that was not JSON has been renamed to this path, and the documents begin anew. */
  readonly onKeptAside: (path: string) => void;
};

const name = "documents";
/** The file in the data directory. */
export const documentsFileName = `${name}.json`;

/** Documents in `documents.json` of a directory that exists: mode 0600, written whole and atomically. */
export function openDocuments(dir: string, options: DocumentsOptions): Result<Documents, StoreFailure> {
  const path = join(dir, documentsFileName);
  const opened = keepingAside(path, options, () => confIn(dir));
  if (!opened.ok) return opened;
  const conf = opened.value;
  return ok({
    read: (name) => conf.get(name),
    // A write reads the file first, and finds what somebody has done to it since.
    write: (name, value) =>
      keepingAside(path, options, () => {
        conf.set(name, value);
      }),
  });
}

const confIn = (dir: string): Conf =>
  new Conf<Record<string, unknown>>({
    cwd: dir,
    configName: name,
    configFileMode: privateMode,
    accessPropertiesByDotNotation: false,
    cache: true,
    // The file is kept aside instead: what a person wrote by hand is not thrown away for a missing comma.
    clearInvalidConfig: false,
    deserialize: parseRecord,
  });

function keepingAside<T>(path: string, options: DocumentsOptions, work: () => T): Result<T, StoreFailure> {
  try {
    return ok(work());
  } catch (error) {
    if (!(error instanceof SyntaxError) || !existsSync(path)) return err(fileFailure(error));
    const aside = asidePath(path, options.now());
    try {
      renameSync(path, aside);
    } catch (reason) {
      return err(fileFailure(reason));
    }
    options.onKeptAside(aside);
    return keepingAside(path, options, work);
  }
}

/** Throws a SyntaxError where the text is not a JSON object: conf takes `null` and lists for an empty store. */
function parseRecord(text: string): Record<string, unknown> {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw new SyntaxError("not an object");
  return { ...parsed };
}
