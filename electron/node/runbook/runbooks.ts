import { realpath } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { err, ok } from "../../../shared/result.ts";
import type { RunbookId } from "../../../shared/runbook/runbook.ts";
import type { Clock, Http } from "../../core/ports.ts";
import type { DocumentProvider } from "../../core/provider.ts";
import type {
  CopyOnly,
  IndexedRunbook,
  OpenRunbooks,
  RunbookIndex,
  RunbookPlace,
  Runbooks,
} from "../../core/runbook/runbook-port.ts";
import { RunbookAddresses, type Fetched } from "./runbook-addresses.ts";
import { maxRunbookBytes, readRunbookText } from "./runbook-files.ts";
import { RunbookFolder, type FileChange } from "./runbook-folder.ts";
import { readRunbookImage } from "./runbook-image.ts";
import { RunbookSearch } from "./runbook-search.ts";
import { TextThreads } from "./text-threads.ts";
import { createRunbook, isWritable, replaceRunbook } from "./runbook-writing.ts";
import { isAddress } from "../team/team-file.ts";

type Tools = {
  readonly http: Http;
  readonly clock: Pick<Clock, "now">;
  /** Of addresses. */
  readonly documents: DocumentProvider;
};

/** Runbooks of folders and addresses. */
export function runbooksOnDisk(tools: Tools): Runbooks {
  const threads = new TextThreads();
  return {
    open: (place, changed) => new RunbooksOfTeam(place, tools, changed),
    parse: (text, name) => threads.parse(text, name),
  };
}

class RunbooksOfTeam implements OpenRunbooks {
  readonly #folder: RunbookFolder;
  readonly #addresses: RunbookAddresses;
  readonly #search = new RunbookSearch();
  readonly #changed: () => void;
  readonly #root: string | undefined;
  readonly #place: RunbookPlace;
  #writable = false;
  #index: RunbookIndex | undefined;

  constructor(place: RunbookPlace, tools: Tools, changed: () => void) {
    const base = dirname(resolve(place.teamPath));
    const remote = isAddress(place.teamPath);
    this.#place = place;
    this.#changed = changed;
    this.#root = place.folder === undefined || remote ? undefined : resolve(base, place.folder);
    const paths = remote ? [] : place.named.filter((id) => !isAddress(id)).map((id) => resolve(base, id));
    this.#folder = new RunbookFolder({
      base,
      ...(this.#root !== undefined && { root: this.#root }),
      named: paths.filter((path) => !this.#isBelowRoot(path)),
      changed: (changes) => this.#hear(changes),
    });
    this.#addresses = new RunbookAddresses({
      clock: tools.clock,
      connect: (address) => tools.documents.connect(address, { ...tools, maxBytes: maxRunbookBytes }),
      named: [...new Set(place.named.filter(isAddress))],
      changed: (id, fetched) => this.#hearAddress(id, fetched),
    });
  }

  index(): RunbookIndex {
    this.#index ??= this.#makeIndex();
    return this.#index;
  }

  read(id: RunbookId): ReturnType<OpenRunbooks["read"]> {
    return isAddress(id) ? this.#addresses.read(id) : Promise.resolve(this.#folder.file(id));
  }

  async image(id: RunbookId, src: string): ReturnType<OpenRunbooks["image"]> {
    const path = this.#folder.pathOf(id);
    if (path === undefined || this.#root === undefined) return err({ kind: "unreadable", code: "OUTSIDE" });
    return readRunbookImage(this.#root, path, src);
  }

  search(text: string): ReturnType<OpenRunbooks["search"]> {
    return this.#search.find(text);
  }

  async create(name: string, text: string): ReturnType<OpenRunbooks["create"]> {
    const copyOnly = this.#copyOnly();
    if (copyOnly !== undefined || this.#root === undefined) return err({ kind: copyOnly ?? "no-folder" });
    const created = await createRunbook(this.#root, name, text);
    if (!created.ok) return err({ kind: "not-writable" });
    await this.#folder.readAgain(created.value);
    return ok(this.#folder.idOf(created.value));
  }

  async rewrite(id: RunbookId, change: (text: string) => string): ReturnType<OpenRunbooks["rewrite"]> {
    const path = this.#folder.pathOf(id);
    if (path === undefined || this.#place.sample) return err({ kind: "unreadable", code: "EROFS" });
    const text = await readRunbookText(path);
    if (!text.ok) return text;
    // Through a link, so that the link stays one.
    const replaced = await replaceRunbook(await realpath(path), change(text.value));
    if (replaced.ok) await this.#folder.readAgain(path);
    return replaced;
  }

  pathOf(id: RunbookId): string | undefined {
    return this.#folder.pathOf(id);
  }

  close(): void {
    this.#folder.close();
    this.#addresses.close();
    this.#search.close();
  }

  #isBelowRoot(path: string): boolean {
    return this.#root !== undefined && path.startsWith(`${this.#root}/`.replaceAll("//", "/"));
  }

  #copyOnly(): CopyOnly | undefined {
    if (isAddress(this.#place.teamPath)) return "remote-team";
    if (this.#place.sample) return "sample-team";
    if (this.#root === undefined || this.#folder.state === "absent") return "no-folder";
    return this.#writable ? undefined : "not-writable";
  }

  #makeIndex(): RunbookIndex {
    const copyOnly = this.#copyOnly();
    const files = this.#folder.files().map(([id, { outline }]): IndexedRunbook => ({ id, outline }));
    const addresses = this.#addresses.listed().map(([id, { outline, fetchedAt, stale }]): IndexedRunbook => ({
      id,
      outline,
      fetchedAt,
      ...(stale && { stale }),
    }));
    return {
      state: this.#folder.state,
      ...(copyOnly !== undefined && { copyOnly }),
      runbooks: [...files, ...addresses],
      failures: [...this.#folder.failures, ...this.#addresses.failures],
    };
  }

  #hear(changes: readonly FileChange[]): void {
    for (const { id, file } of changes) {
      if (file) this.#search.put(id, file);
      else this.#search.remove(id);
    }
    void this.#lookWhetherWritable().then(() => this.#tell());
  }

  async #lookWhetherWritable(): Promise<void> {
    if (this.#root !== undefined) this.#writable = await isWritable(this.#root);
  }

  #hearAddress(id: RunbookId, fetched: Fetched | undefined): void {
    if (fetched) this.#search.put(id, fetched);
    this.#tell();
  }

  #tell(): void {
    this.#index = undefined;
    this.#changed();
  }
}
