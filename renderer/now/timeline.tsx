import type { ReactNode } from "react";
import type { TimelineItem } from "../../shared/incident/incident-shape.ts";
import { moment } from "../../shared/time/phrase.ts";
import { OutsideLine } from "../components/outside-text.tsx";
import { When } from "../components/when.tsx";
import { noteText, timelineWords } from "../words/incident.ts";
import { nowWords } from "../words/now.ts";
import { myZone } from "../words/zone.ts";

/** What happened, newest first. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }): ReactNode {
  const newestFirst = [...items].reverse();
  return (
    <section className="timeline">
      <h2>{nowWords.timeline}</h2>
      <ol aria-label={nowWords.timeline}>
        {newestFirst.map((item, index) => (
          // Two entries may share an instant and a kind; counted from the oldest, a place never changes.
          <li key={items.length - index} className={`timeline-item timeline-${item.what.kind}`}>
            <When at={item.at} text={(at, now) => moment(at, now, myZone())} />
            <div>
              <OutsideLine text={timelineWords(item)} />
              <Note item={item} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Note({ item }: { readonly item: TimelineItem }): ReactNode {
  const text = noteText(item);
  return text === undefined ? null : (
    <p className="timeline-text">
      <OutsideLine text={text} limit={4_000} />
    </p>
  );
}
