import { useEffect, useMemo, useState } from "react";
import type { Drawn } from "../../shared/runbook/drawn.ts";
import { useIsLive, useSession } from "../store/session-context.ts";

/** A browser without idle time to offer is left this much between parts. Milliseconds. */
const breath = 16;

function whenIdle(work: () => void): () => void {
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(work, breath);
    return () => clearTimeout(timer);
  }
  // On a busy page the text must come all the same.
  const handle = window.requestIdleCallback(work, { timeout: 200 });
  return () => window.cancelIdleCallback(handle);
}

function atOnce(work: () => void): () => void {
  work();
  return () => undefined;
}

export type PartsAsked = {
  readonly content: string;
  /** Places of parts in the text, in its order. */
  readonly places: readonly number[];
  /** The place of the one that comes first. */
  readonly wanted: number;
  /** The host keeps the text no more: it is to be read again. */
  readonly onGone: (() => void) | undefined;
};

type Parts = ReadonlyMap<number, readonly Drawn[]>;
/** `before`: the parts of the text that was there before, which stand until their place is taken. */
type Kept = { readonly content: string; readonly parts: Parts; readonly before: Parts };
const none: Parts = new Map();

/**
 * The parts of a text by their places, as they come: the wanted one at once, then one after another whenever the browser has nothing
 * better to do, those after it before those above it.
 */
export function useParts({ content, places, wanted, onGone }: PartsAsked): Parts {
  const { commands } = useSession();
  const live = useIsLive();
  const [kept, setKept] = useState<Kept>({ content, parts: none, before: none });
  const next = nextPart(kept.content === content ? kept.parts : none, places, wanted);
  useEffect(() => {
    if (next === undefined || !live) return;
    let over = false;
    const ask = (): void => {
      void commands.ask("markdown-part", { content, index: next }).then((answer) => {
        if (over || !answer.ok) return;
        const blocks = answer.value;
        if (blocks === null) onGone?.();
        else setKept((before) => taken(before, content, [next, blocks]));
      });
    };
    const cancel = next === wanted ? atOnce(ask) : whenIdle(ask);
    return () => {
      over = true;
      cancel();
    };
  }, [commands, live, content, next, wanted, onGone]);
  return useMemo(() => new Map([...kept.before, ...kept.parts]), [kept]);
}

function taken(kept: Kept, content: string, part: readonly [number, readonly Drawn[]]): Kept {
  if (kept.content === content) return { ...kept, parts: new Map([...kept.parts, part]) };
  return { content, parts: new Map([part]), before: new Map([...kept.before, ...kept.parts]) };
}

/** The place of the part to ask for next; undefined once all are there. */
export function nextPart(
  parts: { has(place: number): boolean },
  places: readonly number[],
  wanted: number,
): number | undefined {
  const missing = places.filter((place) => !parts.has(place));
  return missing.find((place) => place >= wanted) ?? missing.at(-1);
}
