import type { ReactNode } from "react";
import type { InsightView } from "../../shared/insight/insight-shape.ts";
import {
  deadlinesWords,
  insightWords,
  lengthWords,
  noiseWords,
  restsOn,
  shareOf,
  shareWords,
  spreadWords,
} from "./insight-words.ts";

type Tile = { readonly title: string; readonly figure: string; readonly lines: readonly string[] };

/** The figures that one looks for first, each with what it rests on. */
export function Tiles({ insight }: { readonly insight: InsightView }): ReactNode {
  return (
    <dl className="insight-tiles">
      {tilesOf(insight).map(({ title, figure, lines }) => (
        <div key={title} className="insight-tile">
          <dt>{title}</dt>
          <dd>
            <span className="insight-figure numbers">{figure}</span>
            {lines.map((line) => (
              <span key={line} className="insight-line soft">
                {line}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function tilesOf({ acknowledge, resolve, sla, noise, recurred, opened }: InsightView): readonly Tile[] {
  const ofAll = (part: number): string => shareWords(opened === 0 ? undefined : part / opened);
  return [
    {
      title: insightWords.mtta,
      figure: acknowledge ? lengthWords(acknowledge.mean) : "–",
      lines: [restsOn(acknowledge, "acknowledged"), ...(acknowledge ? [spreadWords(acknowledge)] : [])],
    },
    {
      title: insightWords.mttr,
      figure: resolve ? lengthWords(resolve.mean) : "–",
      lines: [restsOn(resolve, "resolved"), ...(resolve ? [spreadWords(resolve)] : [])],
    },
    {
      title: insightWords.respondMet,
      figure: shareWords(shareOf(sla.respond)),
      lines: [deadlinesWords(sla.respond)],
    },
    {
      title: insightWords.resolveMet,
      figure: shareWords(shareOf(sla.resolve)),
      lines: [deadlinesWords(sla.resolve)],
    },
    { title: insightWords.noise, figure: ofAll(noise.unseen + noise.waved), lines: [noiseWords(noise)] },
    {
      title: insightWords.recurrence,
      figure: ofAll(recurred),
      lines: [`${recurred.toLocaleString("en-US")} fired again within 30 days`],
    },
  ];
}
