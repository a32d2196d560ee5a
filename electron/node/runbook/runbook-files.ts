import * as fs from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { promisify } from "node:util";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Unreadable } from "../../core/runbook/runbook-port.ts";
import { errorCode } from "../private-file.ts";

// Of thousands of files. Those of `fs/promises` take twice as much of the main thread, for their file handles.
const lstat = promisify(fs.lstat);
const readFile = promisify(fs.readFile);

/** Bytes of one runbook; the longest that people still read are a tenth of it. */
export const maxRunbookBytes = 1_048_576;
/** Folders within folders, and files of one folder: far above any team's. */
const deepest = 32;
const mostFiles = 20_000;

export const isRunbookFile = (name: string): boolean => /\.(md|markdown)$/i.test(name);

/** What nobody means by runbooks: version control, packages, what is hidden. */
export const isPassedOver = (name: string): boolean => name.startsWith(".") || name === "node_modules";

export type Walk = {
  readonly files: readonly string[];
  readonly failures: readonly { readonly path: string; readonly code: string }[];
};

/** Every Markdown file below a folder. Links to folders are not followed: what they lead to is below it too, or is none of its business. */
export async function walkRunbooks(root: string): Promise<Result<Walk, Unreadable>> {
  const files: string[] = [];
  const failures: { path: string; code: string }[] = [];
  const visit = async (folder: string, depth: number): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (isPassedOver(entry.name) || files.length >= mostFiles) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory() && depth < deepest) {
        await visit(path, depth + 1).catch((error: unknown) => failures.push({ path, code: codeOf(error) }));
      } else if (isListed(entry)) files.push(path);
    }
  };
  try {
    await visit(root, 0);
  } catch (error) {
    return err({ kind: "unreadable", code: codeOf(error) });
  }
  if (files.length >= mostFiles) failures.push({ path: root, code: "TOO_MANY" });
  return ok({ files: files.sort(), failures });
}

const isListed = (entry: fs.Dirent): boolean => isRunbookFile(entry.name) && (entry.isFile() || entry.isSymbolicLink());

/** `state` tells one state of a file from another without reading it. */
export type Signature = { readonly state: string; readonly isLink: boolean };

/** The state of a file, or of what a link leads to; a failure where it cannot be seen, or is none to be read. */
export async function signatureOf(path: string): Promise<Result<Signature, Unreadable>> {
  try {
    const own = await lstat(path);
    const isLink = own.isSymbolicLink();
    const facts = isLink ? await stat(path) : own;
    // Reading a pipe or a device might never end.
    if (!facts.isFile()) return err({ kind: "unreadable", code: "NOT_A_FILE" });
    if (facts.size > maxRunbookBytes) return err({ kind: "unreadable", code: "TOO_LARGE" });
    return ok({ state: `${facts.ino} ${facts.size} ${facts.mtimeMs} ${facts.ctimeMs}`, isLink });
  } catch (error) {
    return err({ kind: "unreadable", code: codeOf(error) });
  }
}

/** The text of a file, exactly: its bytes can be made of it again. */
export async function readRunbookText(path: string): Promise<Result<string, Unreadable>> {
  try {
    const text = utf8(await readFile(path));
    return text === undefined ? err({ kind: "unreadable", code: "NOT_UTF8" }) : ok(text);
  } catch (error) {
    return err({ kind: "unreadable", code: codeOf(error) });
  }
}

/** True where a path leads, over whatever links, to something within a folder. */
export async function leadsInto(root: string, path: string): Promise<boolean> {
  try {
    const [folder, target] = await Promise.all([realpath(root), realpath(path)]);
    return target.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  } catch {
    // Not there, a loop of links, or not to be seen: it leads nowhere.
    return false;
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    // Its only failure: the bytes are in another encoding.
    return undefined;
  }
}

const codeOf = (error: unknown): string => errorCode(error) ?? "UNKNOWN";
