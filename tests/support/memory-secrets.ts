import { ok } from "../../shared/result.ts";
import type { Secrets } from "../../electron/core/ports.ts";

/** Secrets kept in memory until the end. */
export function memorySecrets(initial: Readonly<Record<string, string>> = {}): Secrets {
  const values = new Map(Object.entries(initial));
  return {
    keeping: "memory",
    get: (name) => values.get(name),
    set(name, value) {
      values.set(name, value);
      return ok(undefined);
    },
    remove(name) {
      values.delete(name);
      return ok(undefined);
    },
    names: () => [...values.keys()].sort(),
  };
}
