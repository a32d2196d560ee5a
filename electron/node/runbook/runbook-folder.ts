import { relative, sep } from "node:path";
import { ok, err, type Result } from "../../../shared/result.ts";
import { outlineOf } from "../../../shared/runbook/outline.ts";
import type { Outline, RunbookId } from "../../../shared/runbook/runbook.ts";
import type { RunbookIndex, Unreadable } from "../../core/runbook/runbook-port.ts";
import { leadsInto, readRunbookText, signatureOf, walkRunbooks, type Signature } from "./runbook-files.ts";
import { watchRunbooks } from "./runbook-watch.ts";
import type { Cancel } from "../../core/records.ts";

/** Ms between looks at everything, for what the system does not tell. */
const looking = 15_000;
/** Files read at once. */
const atOnce = 32;

export type IndexedFile = { readonly signature: Signature["state"]; readonly text: string; readonly outline: Outline };
type Entry = IndexedFile | { readonly signature: Signature["state"]; readonly code: string };

/** What became of a file: its text is new, or it is gone. */
export type FileChange = { readonly id: RunbookId; readonly file?: IndexedFile };

export type FolderOptions = {
  /** The team file's folder: ids are paths from it. */
  readonly base: string;
  /** The runbooks' folder; absent where the team names none. */
  readonly root?: string;
  /** Files outside of it that services name. */
  readonly named: readonly string[];
  readonly changed: (changes: readonly FileChange[]) => void;
};

/** The Markdown files of a folder, each read once and again when it changes. Owns a watcher and a timer. */
export class RunbookFolder {
  readonly #options: FolderOptions;
  readonly #entries = new Map<RunbookId, Entry>();
  readonly #paths = new Map<RunbookId, string>();
  #failures: readonly { readonly id: RunbookId; readonly code: string }[] = [];
  #state: RunbookIndex["state"];
  #unwatch: Cancel = () => undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  #look: Promise<void> | undefined;

  constructor(options: FolderOptions) {
    this.#options = options;
    this.#state = options.root === undefined && options.named.length === 0 ? "none" : "reading";
    if (this.#state !== "none") void this.#lookAgain().then(() => this.#watch());
  }

  get state(): RunbookIndex["state"] {
    return this.#state;
  }

  get failures(): RunbookIndex["failures"] {
    const broken = [...this.#entries].flatMap(([id, entry]) => ("code" in entry ? [{ id, code: entry.code }] : []));
    return [...this.#failures, ...broken].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Every file that could be read, in the order of ids. */
  files(): readonly (readonly [RunbookId, IndexedFile])[] {
    const good = [...this.#entries].flatMap(([id, entry]) => ("text" in entry ? [[id, entry] as const] : []));
    return good.sort(([a], [b]) => (a < b ? -1 : 1));
  }

  file(id: RunbookId): Result<IndexedFile, Unreadable> {
    const entry = this.#entries.get(id);
    if (!entry) return err({ kind: "unreadable", code: "ENOENT" });
    return "text" in entry ? ok(entry) : err({ kind: "unreadable", code: entry.code });
  }

  pathOf(id: RunbookId): string | undefined {
    return this.#paths.get(id);
  }

  idOf(path: string): RunbookId {
    return relative(this.#options.base, path).split(sep).join("/");
  }

  /** Reads one file again at once: what Baton itself has written is there before the system says so. */
  async readAgain(path: string): Promise<void> {
    this.#tell(await this.#read(path));
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#unwatch();
  }

  #watch(): void {
    if (this.#closed) return;
    const { root, named } = this.#options;
    const places = root === undefined ? named : [root, ...named];
    this.#unwatch = watchRunbooks(places, root ?? "", (path) => void this.readAgain(path));
    this.#lookLater();
  }

  #lookLater(): void {
    if (this.#closed) return;
    this.#timer = setTimeout(() => void this.#lookAgain().then(() => this.#lookLater()), looking).unref();
  }

  /** Looks at everything; a file is read where it differs from what is known. */
  #lookAgain(): Promise<void> {
    this.#look ??= this.#lookOnce().finally(() => (this.#look = undefined));
    return this.#look;
  }

  async #lookOnce(): Promise<void> {
    const { root, named } = this.#options;
    const walk = root === undefined ? ok({ files: [], failures: [] }) : await walkRunbooks(root);
    if (this.#closed) return;
    const before = [this.#state, JSON.stringify(this.#failures)].join();
    if (walk.ok) this.#failures = walk.value.failures.map(({ path, code }) => ({ id: this.idOf(path), code }));
    this.#state = walk.ok ? "ready" : walk.error.code === "ENOENT" ? "absent" : "unreadable";
    const found = walk.ok ? [...walk.value.files, ...named] : [...named];
    const changes: FileChange[] = [];
    for (let start = 0; start < found.length; start += atOnce) {
      const some = found.slice(start, start + atOnce);
      changes.push(...(await Promise.all(some.map((path) => this.#read(path)))).flat());
    }
    // A folder that does not answer keeps what it had: the last good text is better than none.
    if (this.#state !== "unreadable") changes.push(...this.#forget(new Set(found.map((path) => this.idOf(path)))));
    const after = [this.#state, JSON.stringify(this.#failures)].join();
    if (changes.length > 0 || before !== after) this.#tell(changes);
  }

  /** Reads a file where it changed. */
  async #read(path: string): Promise<readonly FileChange[]> {
    const id = this.idOf(path);
    const signature = await signatureOf(path);
    const known = this.#entries.get(id);
    if (!signature.ok) {
      return signature.error.code === "ENOENT" ? this.#drop(id) : this.#fail(id, path, signature.error);
    }
    const { state, isLink } = signature.value;
    if (known?.signature === state) return [];
    const { root, named } = this.#options;
    // The walk follows no links, so that only a file that is one itself can lead out of the folder.
    const inside = !isLink || named.includes(path) || (root !== undefined && (await leadsInto(root, path)));
    const text = inside ? await readRunbookText(path) : err({ kind: "unreadable", code: "OUTSIDE" } as const);
    if (!text.ok) return this.#fail(id, path, { ...text.error, signature: state });
    const file = { signature: state, text: text.value, outline: outlineOf(text.value, nameOf(id)) };
    this.#entries.set(id, file);
    this.#paths.set(id, path);
    return [{ id, file }];
  }

  #fail(id: RunbookId, path: string, { code, signature = "" }: Unreadable & { readonly signature?: string }) {
    const known = this.#entries.get(id);
    if (known && "code" in known && known.code === code) return [];
    this.#entries.set(id, { signature, code });
    this.#paths.set(id, path);
    return [{ id }];
  }

  #drop(id: RunbookId): readonly FileChange[] {
    this.#paths.delete(id);
    return this.#entries.delete(id) ? [{ id }] : [];
  }

  #forget(found: ReadonlySet<RunbookId>): readonly FileChange[] {
    return [...this.#entries.keys()].filter((id) => !found.has(id)).flatMap((id) => this.#drop(id));
  }

  #tell(changes: readonly FileChange[]): void {
    if (!this.#closed) this.#options.changed(changes);
  }
}

const nameOf = (id: RunbookId): string => id.slice(id.lastIndexOf("/") + 1);
