import MiniSearch from "minisearch";
import type { IndexedFile } from "./runbook-folder.ts";
import type { RunbookId } from "../../../shared/runbook/runbook.ts";
import type { SearchHit } from "../../core/runbook/runbook-port.ts";

const mostHits = 50;

type Entry = { readonly id: RunbookId; readonly title: string; readonly headings: string; readonly text: string };

/** Finds runbooks by the words of their titles, headings and text. Entries are taken in between other work, a few at a time. */
export class RunbookSearch {
  readonly #index = new MiniSearch<Entry>({
    fields: ["title", "headings", "text"],
    searchOptions: {
      boost: { title: 4, headings: 2 },
      // Only the last word may still be being typed; the others begin too many.
      prefix: (_word, index, words) => index === words.length - 1,
      combineWith: "AND",
    },
  });
  readonly #waiting = new Map<RunbookId, Entry>();
  #work: Promise<void> | undefined;

  put(id: RunbookId, { text, outline }: Pick<IndexedFile, "text" | "outline">): void {
    const headings = outline.headings.map(({ title }) => title).join("\n");
    this.#waiting.set(id, { id, title: outline.title, headings, text });
    this.#work ??= this.#takeAll();
  }

  remove(id: RunbookId): void {
    this.#waiting.delete(id);
    if (this.#index.has(id)) this.#index.discard(id);
  }

  /** Takes nothing more in. */
  close(): void {
    this.#waiting.clear();
  }

  /** Waits until everything that was put is found. */
  async find(text: string): Promise<readonly SearchHit[]> {
    await this.#work;
    const found = this.#index.search(text);
    // Only what nothing is called is taken for a slip of the keys: looking for those takes many times as long.
    const hits = found.length > 0 ? found : this.#index.search(text, { fuzzy: slips });
    return hits.slice(0, mostHits).map(({ id, terms }) => ({ id: id as RunbookId, words: [...new Set(terms)] }));
  }

  async #takeAll(): Promise<void> {
    while (this.#waiting.size > 0) {
      // A turn of the loop between two steps: nothing else waits for the index.
      await new Promise((resolve) => setImmediate(resolve));
      for (const entry of [...this.#waiting.values()].slice(0, taken)) {
        this.#waiting.delete(entry.id);
        if (this.#index.has(entry.id)) this.#index.replace(entry);
        else this.#index.add(entry);
      }
    }
    this.#work = undefined;
  }
}

/** How much of a word may be mistyped: one letter in seven of a long one. */
const slips = (word: string): number | false => (word.length > 5 ? 0.15 : false);

/** Entries between two turns: some milliseconds of work. */
const taken = 20;
