import type { ReactNode } from "react";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import type { SourceView } from "../../shared/source/source-shape.ts";
import { moment } from "../../shared/time/phrase.ts";
import { Freshness } from "../components/freshness.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { PagerCheck } from "../components/pager-check.tsx";
import { Ticking } from "../components/ticking.tsx";
import { scheduleWords } from "../schedule/schedule-words.ts";
import { onCallWords, scheduleNameOf, shiftSentence } from "../words/shift.ts";
import { freshnessWords } from "../words/sources.ts";
import { nowWords, quietWords } from "../words/now.ts";
import { myZone } from "../words/zone.ts";

/** Nothing of mine is open: since when, and whether that can be trusted. */
export function Quiet({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const { shift, sources, counts, quietSince } = snapshot;
  const trusted = sources.length > 0 && sources.every(({ freshness }) => freshness === "fresh");
  const open = counts.triggered + counts.acknowledged + counts.snoozed;
  const title = !trusted ? nowWords.notQuiet : open > 0 ? nowWords.noneYours : nowWords.allQuiet;
  return (
    <section className="quiet" aria-label={title}>
      <div>
        <h1 className="quiet-title" tabIndex={-1}>
          {title}
        </h1>
        <p className="quiet-since soft">
          {!trusted && nowWords.notQuietBody}
          {trusted && quietSince !== undefined && <Ticking text={(now) => quietWords(quietSince, now)} />}
          {trusted && open > 0 && nowWords.others(open)}
        </p>
      </div>
      <p className="quiet-shift">
        <Ticking text={(now) => shiftSentence(shift, now)} />
      </p>
      {counts.suppressed > 0 && <p>{nowWords.muted(counts.suppressed)}</p>}
      <div className="quiet-parts">
        <div className="aside-part">
          <h2>{scheduleWords.onCallNow}</h2>
          <dl className="pairs">
            {shift.onCallNow.map((entry) => (
              <div key={entry.schedule}>
                <dt>
                  <OutsideLine text={scheduleNameOf(snapshot, entry.schedule)} />
                </dt>
                <dd className={entry.state === "gap" || entry.state === "unknown" ? "trouble" : ""}>
                  {onCallWords(entry)}
                  <Until entry={entry} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
        <SourceList sources={sources} />
        <PagerCheck />
      </div>
    </section>
  );
}

function Until({ entry }: { readonly entry: Snapshot["shift"]["onCallNow"][number] }): ReactNode {
  const until = entry.people[0]?.until;
  if (entry.state !== "covered" || until === undefined) return null;
  return <Ticking className="soft" text={(now) => ` until ${moment(until, now, myZone())}`} />;
}

function SourceList({ sources }: { readonly sources: readonly SourceView[] }): ReactNode {
  if (sources.length === 0) return null;
  return (
    <div className="aside-part">
      <h2>{nowWords.whatIsSeen}</h2>
      <dl className="pairs">
        {sources.map((source) => (
          <div key={source.id}>
            <dt>
              <OutsideLine text={source.name} />
            </dt>
            <dd>
              <Freshness freshness={source.freshness}>
                <Ticking text={(now) => freshnessWords(source, now)} />
              </Freshness>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
