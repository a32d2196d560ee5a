import { setTimeout as pause } from "node:timers/promises";

const everyMs = 10;

type Look<T> = () => T | undefined | Promise<T | undefined>;

/** Waits until `look` finds something, looking again and again; rejects with what was waited for. */
export async function eventually<T>(what: string, look: Look<T>, limitMs = 5_000): Promise<T> {
  const end = performance.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`waited ${limitMs} ms in vain for ${what}`);
    await pause(everyMs);
  }
}
