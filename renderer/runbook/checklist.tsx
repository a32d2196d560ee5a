import type { ReactNode } from "react";
import type { TickView } from "../../shared/incident/incident-runbook-shape.ts";
import type { RunbookDocument } from "../../shared/rpc/runbook-contract.ts";
import { OutsideLine } from "../components/outside-text.tsx";
import { When } from "../components/when.tsx";
import { useIsLive } from "../store/session-context.ts";
import { runbookWords, tickMoment } from "../words/runbooks.ts";

export type ChecklistProps = {
  readonly items: RunbookDocument["checklist"];
  readonly ticks: readonly TickView[];
  readonly onTick: (item: string, done: boolean) => void;
};

/** What a runbook has one do, ticked for one incident: who did a line and when stands beside it, and a second click takes it back. */
export function Checklist({ items, ticks, onTick }: ChecklistProps): ReactNode {
  const live = useIsLive();
  const ticked = new Map(ticks.map((tick) => [tick.item, tick]));
  return (
    <ul className="checklist" aria-label={runbookWords.checklist}>
      {items.map((item, index) => {
        const tick = ticked.get(item.id);
        const isFirst = item.under !== items[index - 1]?.under;
        return (
          <li key={item.id}>
            {isFirst && item.under !== undefined && (
              <p className="checklist-under">
                <OutsideLine text={item.under} />
              </p>
            )}
            <label className={tick === undefined ? "checklist-item" : "checklist-item checklist-done"}>
              <input
                type="checkbox"
                checked={tick !== undefined}
                disabled={!live}
                onChange={(event) => onTick(item.id, event.currentTarget.checked)}
              />
              <span>
                <OutsideLine text={item.text} limit={1_000} />
              </span>
              {tick !== undefined && (
                <span className="checklist-by">
                  <OutsideLine text={tick.byName} /> <When at={tick.at} text={tickMoment} />
                </span>
              )}
            </label>
          </li>
        );
      })}
    </ul>
  );
}
