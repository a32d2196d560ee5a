import { open, stat } from "node:fs/promises";
import { dirname, isAbsolute, resolve } from "node:path";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { RunbookImage, Unreadable } from "../../core/runbook/runbook-port.ts";
import { errorCode } from "../private-file.ts";
import { leadsInto } from "./runbook-files.ts";

const maxBytes = 2_097_152;

/** What a file is, by its first bytes: a name proves nothing. SVG is not among them, because it can carry a script. */
const kinds: readonly (readonly [string, (bytes: Buffer) => boolean])[] = [
  ["image/png", (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))],
  ["image/jpeg", (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ["image/gif", (bytes) => /^GIF8[79]a/.test(bytes.toString("latin1", 0, 6))],
  ["image/webp", (bytes) => bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP"],
];

/** Reads a picture that a runbook of `root` shows, by its source as written: a file below the folder, and nothing else. */
export async function readRunbookImage(
  root: string,
  runbook: string,
  src: string,
): Promise<Result<RunbookImage, Unreadable>> {
  const path = placeOf(runbook, src);
  if (path === undefined || !(await leadsInto(root, path))) return err({ kind: "unreadable", code: "OUTSIDE" });
  try {
    const facts = await stat(path);
    if (!facts.isFile()) return err({ kind: "unreadable", code: "NOT_A_FILE" });
    if (facts.size > maxBytes) return err({ kind: "unreadable", code: "TOO_LARGE" });
    const bytes = await readAll(path);
    const type = kinds.find(([, fits]) => fits(bytes))?.[0];
    return type === undefined ? err({ kind: "unreadable", code: "NOT_AN_IMAGE" }) : ok({ type, bytes });
  } catch (error) {
    return err({ kind: "unreadable", code: errorCode(error) ?? "UNKNOWN" });
  }
}

function placeOf(runbook: string, src: string): string | undefined {
  const bare = src.replace(/[?#].*$/s, "");
  if (/^[a-z][a-z0-9+.-]*:|^[/\\]{2}/i.test(bare) || isAbsolute(bare)) return undefined;
  try {
    return resolve(dirname(runbook), decodeURIComponent(bare));
  } catch {
    // A stray % is no escape, and a name with a zero byte is no name.
    return undefined;
  }
}

/** At most so many bytes, even of a file that grows meanwhile. */
async function readAll(path: string): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const bytes = Buffer.alloc(maxBytes);
    const { bytesRead } = await file.read(bytes, 0, maxBytes, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
