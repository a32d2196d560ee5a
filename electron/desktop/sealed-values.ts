import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import * as v from "valibot";

/** Values by name. */
export type Values = ReadonlyMap<string, string>;

/** NIST SP 800-38D: a fresh 96-bit nonce for every sealing, and a 128-bit tag. */
const cipher = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;
export const keyBytes = 32;

const valuesSchema = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()));

/** Encrypts all values under a key of 32 bytes; base64 of nonce, tag and ciphertext. */
export function sealValues(values: Values, key: Buffer): string {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce);
  const text = JSON.stringify(Object.fromEntries(values));
  const sealed = Buffer.concat([sealing.update(text, "utf8"), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString("base64");
}

/** `undefined` where the key does not fit, or the text is not what was sealed. */
export function unsealValues(text: string, key: Buffer): Values | undefined {
  const bytes = Buffer.from(text, "base64");
  if (key.length !== keyBytes || bytes.length < nonceBytes + tagBytes) return undefined;
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes));
  opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  const begun = opening.update(bytes.subarray(nonceBytes + tagBytes));
  const parsed = v.safeParse(
    valuesSchema,
    finish(() => Buffer.concat([begun, opening.final()]).toString("utf8")),
  );
  return parsed.success ? new Map(Object.entries(parsed.output)) : undefined;
}

/** `final` says by throwing that the tag is another one. */
function finish(end: () => string): string | undefined {
  try {
    return end();
  } catch {
    return undefined;
  }
}
