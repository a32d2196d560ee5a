import type { Feed } from "../../core/calendar.ts";

const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const tab = 9;

/**
 * A feed's text. It is UTF-8 unless its mark or its server says otherwise (RFC 5545, 3.1.4 and 6); bytes that are not, though they
 * should be, are taken for Windows-1252, in which old programs write, so that a name is misspelt rather than a calendar lost.
 */
export function decodeFeed({ bytes, charset }: Feed): string {
  const label = markOf(bytes) ?? (isCharset(charset) ? charset : "utf-8");
  const strict = decode(label, bytes);
  // Simple programs fold in the middle of a character (3.1): such lines are put together before they are decoded.
  return strict ?? decode(label, unfoldBytes(bytes)) ?? new TextDecoder("windows-1252").decode(bytes);
}

function markOf(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return first === 0xef && second === 0xbb && third === 0xbf ? "utf-8" : undefined;
}

function isCharset(label: string | undefined): label is string {
  if (label === undefined) return false;
  try {
    new TextDecoder(label);
    return true;
  } catch {
    // The one thing that the call says by throwing: it does not know the label.
    return false;
  }
}

function decode(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    // The bytes are not in this charset, which is what `fatal` was asked to find out.
    return undefined;
  }
}

function unfoldBytes(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lineEnd = bytes[at] === carriageReturn && bytes[at + 1] === lineFeed ? 2 : bytes[at] === lineFeed ? 1 : 0;
    const next = bytes[at + lineEnd];
    if (lineEnd > 0 && (next === space || next === tab)) at += lineEnd;
    else kept[length++] = bytes[at] ?? 0;
  }
  return kept.subarray(0, length);
}
