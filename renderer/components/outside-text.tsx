import type { ReactNode } from "react";
import { cleanLine, cut } from "../../shared/text/clean.ts";
import { shellWords } from "../words/shell.ts";

/** Text from outside on one line: without control and bidi characters, and isolated from the direction of what stands around it. */
export function OutsideLine({ text, limit = 300 }: { readonly text: string; readonly limit?: number }): ReactNode {
  return <bdi>{cleanLine(text, limit)}</bdi>;
}

const longest = 100_000;

/** Text from outside that may be very long: the beginning, and all of it in a box that scrolls. */
export function LongText({ text, limit }: { readonly text: string; readonly limit: number }): ReactNode {
  const line = cleanLine(text, longest);
  if (line.length <= limit) return <bdi>{line}</bdi>;
  return <bdi>{cut(line, limit)}</bdi>;
}

/** All of a text that was cut elsewhere. Nothing where it was not. */
export function RestOfText({ text, limit }: { readonly text: string; readonly limit: number }): ReactNode {
  const line = cleanLine(text, longest);
  if (line.length <= limit) return null;
  return (
    <details className="long-text">
      <summary>
        {shellWords.showAll} ({text.length.toLocaleString("en-US")} characters)
      </summary>
      <textarea className="long-text-all" readOnly dir="auto" rows={10} aria-label={shellWords.showAll} value={line} />
    </details>
  );
}
