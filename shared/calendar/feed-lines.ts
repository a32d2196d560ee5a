import type { Budget } from "./budget.ts";

/** A line of the feed with its number there, counted from 1. */
export type FeedLine = { readonly text: string; readonly line: number };

const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const tab = 9;

/**
 * The lines of a feed, unfolded (RFC 5545, 3.1), whether they end in CRLF, LF or, on old systems, CR. Lines that no reader
 * wants are left out before they are put together: an attached photo costs nothing. A wanted line over the limit ends it all.
 */
export function* feedLines(text: string, wants: (start: string) => boolean, budget: Budget): Generator<FeedLine> {
  const source = text.includes("\n") ? text : text.replaceAll("\r", "\n");
  const limit = budget.limits.lineLength;
  let line = 1;
  for (let from = 0; from < source.length;) {
    const begun = line;
    let end = source.indexOf("\n", from);
    let folded = false;
    while (end >= 0 && isFold(source, end)) {
      folded = true;
      line += 1;
      end = source.indexOf("\n", end + 1);
    }
    if (end < 0) end = source.length;
    line += 1;
    const start = source.slice(from, Math.min(end, from + 80));
    // Whoever folds within the name has the whole line put together to find it.
    if (wants(folded ? unfold(start) : start)) {
      if (end - from > limit) {
        budget.stop({ kind: "line-too-long", line: begun, limit });
        return;
      }
      const raw = source.slice(from, source.charCodeAt(end - 1) === carriageReturn ? end - 1 : end);
      yield { text: folded ? unfold(raw) : raw, line: begun };
    }
    from = end + 1;
  }
}

function isFold(source: string, lineEnd: number): boolean {
  const next = source.charCodeAt(lineEnd + 1);
  return next === space || next === tab;
}

const unfold = (text: string): string => text.replace(/\r?\n[ \t]/g, "");

/** True for text that has nothing but line ends and blanks. */
export function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== lineFeed && code !== carriageReturn && code !== space && code !== tab) return false;
  }
  return true;
}
