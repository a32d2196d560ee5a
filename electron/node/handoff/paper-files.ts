import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FolderProblem } from "../../../shared/handoff/handoff-state.ts";
import { mostPaperText, paperEnding, readPaper, splitPaper } from "../../../shared/handoff/paper-file.ts";
import type { Paper } from "../../../shared/handoff/papers.ts";
import { err, type Result } from "../../../shared/result.ts";
import { errorCode } from "../private-file.ts";
import { readTeamYaml } from "../team/team-yaml.ts";

/** Files that are looked at; the newest by name, which begins with the day. */
const mostFiles = 1_000;
const mostProblems = 20;

export type PapersRead = { readonly papers: readonly Paper[]; readonly problems: readonly FolderProblem[] };

type Known = { readonly mark: string; readonly found: Result<Paper, string> };

/** The papers in one folder. A file that has not changed is not read again. */
export class PaperFiles {
  readonly #folder: string;
  #known = new Map<string, Known>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** `mark` is the same for as long as nothing in the folder changes. */
  look(): { readonly mark: string; readonly read: () => PapersRead } {
    const listed = this.#list();
    const marks = listed.names.map((name) => [name, markOf(join(this.#folder, name))] as const);
    return {
      mark: JSON.stringify([listed.failure, marks]),
      read: () => this.#read(marks, listed.failure),
    };
  }

  /** Files that begin with a dot are being written. */
  #list(): { readonly names: readonly string[]; readonly failure?: string } {
    try {
      const names = readdirSync(this.#folder).filter((name) => name.endsWith(paperEnding) && !name.startsWith("."));
      return { names: names.toSorted().slice(-mostFiles) };
    } catch (error) {
      const failure = errorCode(error) ?? "UNKNOWN";
      // It is made with the first handoff.
      return failure === "ENOENT" ? { names: [] } : { names: [], failure };
    }
  }

  #read(marks: readonly (readonly [string, string])[], failure: string | undefined): PapersRead {
    const known = new Map<string, Known>();
    for (const [name, mark] of marks) {
      const before = this.#known.get(name);
      known.set(name, before?.mark === mark ? before : { mark, found: readFile(join(this.#folder, name)) });
    }
    this.#known = known;
    const problems = [...known].flatMap(([name, { found }]) => (found.ok ? [] : [{ name, reason: found.error }]));
    return {
      papers: [...known.values()].flatMap(({ found }) => (found.ok ? [found.value] : [])),
      problems: [...(failure === undefined ? [] : [{ name: "", reason: failure }]), ...problems].slice(0, mostProblems),
    };
  }
}

/** Tells one state of a file from another without reading it. */
function markOf(path: string): string {
  try {
    const { ino, size, mtimeMs } = lstatSync(path);
    return `${ino} ${size} ${mtimeMs}`;
  } catch {
    // It went while it was looked at.
    return "absent";
  }
}

/** A paper, or why the file is none: a word of ours, or the system's code. */
function readFile(path: string): Result<Paper, string> {
  try {
    const facts = lstatSync(path);
    // A link may lead anywhere, and a pipe may never end.
    if (!facts.isFile()) return err("not-a-file");
    if (facts.size > mostPaperText) return err("too-large");
    const parts = splitPaper(readFileSync(path, "utf8"));
    if (!parts) return err("not-front-matter");
    const values = readTeamYaml(parts.head);
    return values.ok ? readPaper(values.value.value, parts.body) : err("not-yaml");
  } catch (error) {
    return err(errorCode(error) ?? "UNKNOWN");
  }
}
