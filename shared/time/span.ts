import type { Instant } from "./instant.ts";

/** Half-open: at `to` it is over. */
export type Span = { readonly from: Instant; readonly to: Instant };

/** The same time as spans in order that do not touch each other. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const ordered = spans.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const found: Span[] = [];
  for (const span of ordered) {
    const last = found.at(-1);
    if (last && span.from <= last.to) {
      if (span.to > last.to) found[found.length - 1] = { from: last.from, to: span.to };
    } else found.push(span);
  }
  return found;
}

export const isSameSpan = (a: Span, b: Span): boolean => a.from === b.from && a.to === b.to;
