import type { ReactNode } from "react";
import { OutsideLine } from "../components/outside-text.tsx";
import { useSpacious } from "../components/use-wide.ts";
import { isPageHeading, type TextHeading } from "../markdown/place.ts";
import { runbookWords } from "../words/runbooks.ts";

/** Deeper headings would make the outline as long as the text. */
const deepest = 3;
/** An outline of a short text says nothing. */
const least = 3;
const most = 300;

export type OutlineProps = {
  readonly headings: readonly TextHeading[];
  /** Its own heading, at the top, is where the reader is anyway. */
  readonly title: string;
  readonly onGo: (line: number) => void;
};

/** The headings of a text, each one click away: beside it where there is room, folded above it where there is not. */
export function Outline({ headings, title, onGo }: OutlineProps): ReactNode {
  const spacious = useSpacious();
  const all = headings.filter(isPageHeading);
  const below = all[0]?.title === title ? all.slice(1) : all;
  const top = Math.min(...below.map(({ rank }) => rank));
  const shown = below.filter(({ rank }) => rank < top + deepest);
  if (shown.length < least) return null;
  const list = (
    <ul>
      {shown.slice(0, most).map(({ line, rank, title: text }) => (
        <li key={line} className={`outline-${rank - top + 1}`}>
          <button type="button" className="outline-link" onClick={() => onGo(line)}>
            <OutsideLine text={text} />
          </button>
        </li>
      ))}
      {shown.length > most && <li className="soft">{runbookWords.outlineMore(shown.length - most)}</li>}
    </ul>
  );
  return (
    <nav className="outline" aria-label={runbookWords.outline}>
      {spacious ? (
        <>
          <p className="outline-title">{runbookWords.outline}</p>
          {list}
        </>
      ) : (
        <details>
          <summary>{runbookWords.outline}</summary>
          {list}
        </details>
      )}
    </nav>
  );
}
