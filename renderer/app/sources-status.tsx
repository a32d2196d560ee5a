import type { ReactNode } from "react";
import type { SourceView } from "../../shared/source/source-shape.ts";
import { freshnessAge, sourcesWords } from "../words/sources.ts";
import { shellWords } from "../words/shell.ts";
import { Freshness } from "../components/freshness.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { Ticking } from "../components/ticking.tsx";

/** Whether Baton sees: in one line, and per source where there is room. */
export function SourcesStatus({ sources }: { readonly sources: readonly SourceView[] }): ReactNode {
  return (
    <div className="sources" role="status" aria-label={shellWords.sources}>
      <Freshness freshness={worst(sources)}>{sourcesWords(sources)}</Freshness>
      <ul className="sources-list">
        {sources.map((source) => (
          <li key={source.id} className="sources-row">
            <span className="sources-name">
              <OutsideLine text={source.name} />
            </span>
            <Ticking className="numbers" text={(now) => freshnessAge(source, now)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function worst(sources: readonly SourceView[]): SourceView["freshness"] {
  if (sources.length === 0 || sources.some(({ freshness }) => freshness === "blind")) return "blind";
  return sources.some(({ freshness }) => freshness === "stale") ? "stale" : "fresh";
}
