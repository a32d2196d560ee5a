import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { safeStorage } from "electron";
import * as v from "valibot";
import { ok, type Result } from "../../shared/result.ts";
import type { Instant } from "../../shared/time/instant.ts";
import type { Log, Secrets, StoreFailure } from "../core/ports.ts";
import { asidePath, fileFailure, writePrivately } from "../node/private-file.ts";
import { keyBytes, sealValues, unsealValues, type Values } from "./sealed-values.ts";

export type SafeSecretsOptions = {
  readonly platform: NodeJS.Platform;
  readonly now: () => Instant;
  readonly log: Log;
  /** Milliseconds that the keyring may take, which may ask the person for a password; 20,000 unless told. */
  readonly limitMs?: number;
};

const twentySeconds = 20_000;

/** The key of the values, and how the system's keyring has sealed it, base64. */
type Keyed = { readonly key: Buffer; readonly sealedKey: string; readonly values: Values };

const fileSchema = v.pipe(v.string(), v.parseJson(), v.object({ key: v.string(), values: v.string() }));

/**
 * Secrets in `secrets.sealed` (mode 0600) of the data directory, encrypted under a key that the system's keyring keeps sealed.
 * Electron's calls answer later and the port answers at once, so only the key goes through them, here at the start. Without a
 * keyring secrets stay in memory: Chromium would seal them with a password that stands in its source.
 */
export async function openSafeSecrets(dir: string, options: SafeSecretsOptions): Promise<Secrets> {
  const path = join(dir, "secrets.sealed");
  const opened = await inTime(openKeyed(path, options), options.limitMs ?? twentySeconds);
  if (!opened) {
    options.log("warning", "secrets are kept in memory");
    return secretsOver(new Map(), "memory", () => ok(undefined));
  }
  const { key, sealedKey } = opened;
  const save = (values: Values) =>
    writePrivately(path, JSON.stringify({ key: sealedKey, values: sealValues(values, key) }));
  return secretsOver(opened.values, "keyring", save);
}

/** `undefined` where there is no keyring to trust, or no file system. */
async function openKeyed(path: string, { platform, now, log }: SafeSecretsOptions): Promise<Keyed | undefined> {
  if (!(await hasKeyring(platform))) return undefined;
  try {
    if (!existsSync(path)) return await freshlyKeyed();
    const found = await unseal(readFileSync(path, "utf8"));
    if (found) return found;
    const aside = asidePath(path, now());
    renameSync(path, aside);
    log("warning", "the keyring does not fit the secrets, which were kept aside", { path: aside });
    return await freshlyKeyed();
  } catch (error) {
    log("error", "secrets cannot be read", { code: fileFailure(error).code });
    return undefined;
  }
}

async function hasKeyring(platform: NodeJS.Platform): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
  if (platform !== "linux") return true;
  const backend = safeStorage.getSelectedStorageBackend();
  return backend !== "basic_text" && backend !== "unknown";
}

async function freshlyKeyed(): Promise<Keyed | undefined> {
  const key = randomBytes(keyBytes);
  const sealedKey = await sealKey(key);
  return sealedKey === undefined ? undefined : { key, sealedKey, values: new Map() };
}

const sealKey = async (key: Buffer): Promise<string | undefined> =>
  (await ofKeyring(() => safeStorage.encryptStringAsync(key.toString("base64"))))?.toString("base64");

async function unseal(text: string): Promise<Keyed | undefined> {
  const file = v.safeParse(fileSchema, text);
  if (!file.success) return undefined;
  const opened = await ofKeyring(() => safeStorage.decryptStringAsync(Buffer.from(file.output.key, "base64")));
  if (!opened) return undefined;
  const key = Buffer.from(opened.result, "base64");
  const values = unsealValues(file.output.values, key);
  // The system has a better key than the one before: it is used from the next writing on.
  const resealedKey = opened.shouldReEncrypt ? await sealKey(key) : undefined;
  return values && { key, sealedKey: resealedKey ?? file.output.key, values };
}

/** `undefined` where the keyring refuses: Electron says so by rejecting, in words that differ by system. */
async function ofKeyring<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch {
    return undefined;
  }
}

function secretsOver(
  found: Values,
  keeping: Secrets["keeping"],
  save: (values: Values) => Result<void, StoreFailure>,
): Secrets {
  let kept = found;
  const replace = (next: Values): Result<void, StoreFailure> => {
    const saved = save(next);
    if (saved.ok) kept = next;
    return saved;
  };
  return {
    keeping,
    get: (name) => kept.get(name),
    set: (name, value) => replace(new Map(kept).set(name, value)),
    remove: (name) => replace(new Map([...kept].filter(([other]) => other !== name))),
    names: () => [...kept.keys()].sort(),
  };
}

async function inTime<T>(work: Promise<T>, limitMs: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
