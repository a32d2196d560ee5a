import type { IndexedRunbook, OpenRunbooks, RunbookIndex, Runbooks } from "../../electron/core/runbook/runbook-port.ts";
import { err, ok } from "../../shared/result.ts";
import { readRunbook } from "../../shared/runbook/read-runbook.ts";
import { outlineOf } from "../../shared/runbook/outline.ts";

/** Runbooks that live in memory. A test writes texts into `files`, by their ids, and calls `changed`. */
export type MemoryRunbooks = Runbooks & {
  readonly files: Map<string, string>;
  readonly images: Map<string, Uint8Array>;
  /** Files that cannot be read, with the system's code. */
  readonly failures: Map<string, string>;
  /** Why nothing can be written. */
  copyOnly: RunbookIndex["copyOnly"];
  state: RunbookIndex["state"];
  changed(): void;
};

export function memoryRunbooks(files: Readonly<Record<string, string>> = {}): MemoryRunbooks {
  const listeners = new Set<() => void>();
  const memory: MemoryRunbooks = {
    files: new Map(Object.entries(files)),
    images: new Map(),
    failures: new Map(),
    copyOnly: undefined,
    state: "ready",
    changed: () => listeners.forEach((listener) => listener()),
    open(_place, changed) {
      listeners.add(changed);
      return openMemory(memory, () => listeners.delete(changed));
    },
    parse: async (text, name) => {
      const { parts, ...facts } = readRunbook(text, name);
      return ok({ facts, parts: parts.map(({ place, blocks }) => ({ place, blocks: () => blocks })) });
    },
  };
  return memory;
}

function openMemory(memory: MemoryRunbooks, close: () => void): OpenRunbooks {
  const { files } = memory;
  return {
    index: () => ({
      state: memory.state,
      ...(memory.copyOnly !== undefined && { copyOnly: memory.copyOnly }),
      runbooks: [...files].sort(byId).map(([id, text]): IndexedRunbook => ({ id, outline: outlineOf(text, id) })),
      failures: [...memory.failures].map(([id, code]) => ({ id, code })),
    }),
    read: async (id) => found(files.get(id), (text) => ({ text })),
    image: async (_id, src) => found(memory.images.get(src), (bytes) => ({ type: "image/png", bytes })),
    search: async (text) => {
      const words = text.toLowerCase().split(/\s+/);
      const hits = [...files].filter(([, content]) => words.every((word) => content.toLowerCase().includes(word)));
      return hits.sort(byId).map(([id]) => ({ id, words }));
    },
    create: async (name, text) => {
      if (memory.copyOnly !== undefined) return err({ kind: memory.copyOnly });
      const id = [`runbooks/${name}.md`, `runbooks/${name}-2.md`].find((one) => !files.has(one));
      if (id === undefined) return err({ kind: "not-writable" });
      files.set(id, text);
      memory.changed();
      return ok(id);
    },
    rewrite: async (id, change) => {
      const text = files.get(id);
      if (text === undefined) return err({ kind: "unreadable", code: "ENOENT" });
      files.set(id, change(text));
      memory.changed();
      return ok(undefined);
    },
    pathOf: (id) => (files.has(id) ? `/teams/${id}` : undefined),
    close,
  };
}

const byId = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

const found = <T, U>(value: T | undefined, use: (value: T) => U) =>
  value === undefined ? err({ kind: "unreadable", code: "ENOENT" } as const) : ok(use(value));
