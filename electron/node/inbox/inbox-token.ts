import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Chance, StoreFailure } from "../../core/ports.ts";
import { errorCode, fileFailure, privateMode, writePrivately } from "../private-file.ts";

/** The bearer token of the inbox, and the file of mode 0600 that it stands in. */
export type InboxToken = { readonly token: string; readonly file: string };

const tokenBytes = 32;

/** Reads the data directory's inbox token, drawing one at the first start: senders keep it over restarts. */
export function openInboxToken(dir: string, chance: Pick<Chance, "token">): Result<InboxToken, StoreFailure> {
  const file = join(dir, "inbox-token");
  const found = readToken(file);
  if (!found.ok) return found;
  if (found.value !== undefined) return ok({ token: found.value, file });
  const token = chance.token(tokenBytes);
  const written = writePrivately(file, `${token}\n`);
  return written.ok ? ok({ token, file }) : written;
}

/** `undefined` where there is no file, or none with a token that could have been drawn. */
function readToken(file: string): Result<string | undefined, StoreFailure> {
  try {
    const token = readFileSync(file, "utf8").trim();
    chmodSync(file, privateMode);
    return ok(/^[\w-]{43}$/.test(token) ? token : undefined);
  } catch (error) {
    return errorCode(error) === "ENOENT" ? ok(undefined) : err(fileFailure(error));
  }
}
