import { useEffect, useState } from "react";

/** A browser without idle time to offer is left this much between parts. Milliseconds. */
const breath = 16;

const whenIdle = (work: () => void): (() => void) => {
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(work, breath);
    return () => clearTimeout(timer);
  }
  // On a busy page the text must come all the same.
  const handle = window.requestIdleCallback(work, { timeout: 200 });
  return () => window.cancelIdleCallback(handle);
};

/**
 * Which parts of a text are drawn: the wanted one at once, then one after another whenever the browser has nothing better to do, those
 * after it before those above it.
 */
export function useDrawn(count: number, wanted: number): ReadonlySet<number> {
  const [drawn, setDrawn] = useState<ReadonlySet<number>>(() => new Set([wanted]));
  useEffect(() => {
    const next = nextPart(drawn, count, wanted);
    if (next === undefined) return;
    return whenIdle(() => setDrawn((before) => new Set([...before, next])));
  }, [drawn, count, wanted]);
  return drawn.has(wanted) ? drawn : new Set([...drawn, wanted]);
}

/** The part to draw next; undefined once all are. */
export function nextPart(drawn: ReadonlySet<number>, count: number, wanted: number): number | undefined {
  for (let index = wanted; index < count; index += 1) if (!drawn.has(index)) return index;
  for (let index = wanted - 1; index >= 0; index -= 1) if (!drawn.has(index)) return index;
  return undefined;
}
