import { ok } from "../../shared/result.ts";
import type { Documents } from "../../electron/core/ports.ts";

/** Documents without a disk, kept as JSON text, as a file keeps them. */
export function memoryDocuments(initial: Readonly<Record<string, unknown>> = {}): Documents {
  const texts = new Map(Object.entries(initial).map(([name, value]) => [name, JSON.stringify(value)]));
  return {
    read(name) {
      const text = texts.get(name);
      return text === undefined ? undefined : (JSON.parse(text) as unknown);
    },
    write(name, value) {
      texts.set(name, JSON.stringify(value));
      return ok(undefined);
    },
  };
}
