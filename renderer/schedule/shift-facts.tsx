import type { ReactNode } from "react";
import type { ScheduleView } from "../../shared/schedule/schedule-view-shape.ts";
import { OutsideLine } from "../components/outside-text.tsx";
import { spanOf, type Content } from "./lanes.ts";
import { lengthWords, spansInZones } from "./schedule-words.ts";
import { blockRole, blockWhy, type Names } from "./shift-why-words.ts";

export type ShiftFactsProps = { readonly content: Content; readonly view: ScheduleView; readonly names: Names };

/** What there is to know of a block: its role and length, why, what comes next, and its times in both zones. */
export function ShiftFacts({ content, view, names }: ShiftFactsProps): ReactNode {
  const span = spanOf(content);
  return (
    <>
      <p className="soft">
        {blockRole(content)} · {lengthWords(span)}
      </p>
      {blockWhy(content, names).map((line) => (
        <p key={line}>
          <OutsideLine text={line} limit={300} />
        </p>
      ))}
      <dl className="shift-times">
        {spansInZones(span, view).map(({ zone, words }) => (
          <div key={zone}>
            <dt className="soft">{zone}</dt>
            <dd className="numbers">{words}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
