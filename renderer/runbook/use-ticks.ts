import { useMemo } from "react";
import type { TickView } from "../../shared/incident/incident-runbook-shape.ts";
import type { RunbookDocument } from "../../shared/rpc/runbook-contract.ts";
import { useLatest } from "../components/use-latest.ts";
import type { Tasks } from "../markdown/context.ts";
import { useSession } from "../store/session-context.ts";
import { tickWords } from "../words/runbooks.ts";

export type Ticking = {
  readonly tick: (item: string, done: boolean) => void;
  /** The same for the tasks of the text, by their lines. */
  readonly tasks: Tasks;
};

/** Ticks the lines of a checklist for one incident. */
export function useTicks(
  incident: string,
  checklist: RunbookDocument["checklist"],
  ticks: readonly TickView[],
): Ticking {
  const { commands, ticker } = useSession();
  const tick = useLatest((item: string, done: boolean) => {
    void commands.perform("tick-runbook", { incident, item, done });
  });
  const tasks = useMemo((): Tasks => {
    const byLine = new Map(checklist.map((item) => [item.line, item.id]));
    const byItem = new Map(ticks.map((one) => [one.item, one]));
    return {
      at: (line) => {
        const item = byLine.get(line);
        if (item === undefined) return undefined;
        const ticked = byItem.get(item);
        return ticked === undefined
          ? { done: false }
          : { done: true, note: tickWords(ticked.byName, ticked.at, ticker.now()) };
      },
      tick: (line, done) => {
        const item = byLine.get(line);
        if (item !== undefined) tick(item, done);
      },
    };
  }, [checklist, ticks, tick, ticker]);
  return { tick, tasks };
}
