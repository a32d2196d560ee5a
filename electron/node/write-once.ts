import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { errorCode } from "./private-file.ts";

/** What file systems without links answer: FAT, and some that lie over a network. */
const noLinks: ReadonlySet<string | undefined> = new Set([
  "EPERM",
  "ENOTSUP",
  "EOPNOTSUPP",
  "ENOSYS",
  "EMLINK",
  "EXDEV",
]);

/**
 * Writes a file that must not change afterwards, whole or not at all. Of two who write the same name at once one wins and the
 * other is told: the text lies complete beside it before it is linked to its name, and a name is linked only once. A crash in
 * between leaves a file whose name begins with a dot. Throws what the system throws.
 */
export function writeOnce(path: string, text: string): "written" | "was-there" {
  if (existsSync(path)) return "was-there";
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const file = openSync(draft, "w");
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    return place(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

function place(draft: string, path: string): "written" | "was-there" {
  try {
    linkSync(draft, path);
    return "written";
  } catch (error) {
    const code = errorCode(error);
    if (code === "EEXIST") return "was-there";
    if (!noLinks.has(code)) throw error;
    if (existsSync(path)) return "was-there";
    renameSync(draft, path);
    return "written";
  }
}
