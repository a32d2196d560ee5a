import { useLayoutEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from "react";
import type { LogItem } from "../../shared/log/log-item.ts";
import { Button } from "../components/button.tsx";
import { useVirtualRows } from "../components/virtual-rows.ts";
import type { LogPages } from "./log-pages.ts";
import { dayWords, logWords } from "./log-words.ts";
import { StoryItem } from "./story-item.tsx";

/** What a line takes before it is drawn; CSS pixels. */
const guess = 56;

/** The entries, newest first, under their days. Of a long log only what is in sight is drawn. */
export function Story({ pages, onOlder }: { readonly pages: LogPages; readonly onOlder: () => void }): ReactNode {
  const list = useRef<HTMLOListElement>(null);
  const scrollMargin = useDistance(list);
  const { items } = pages;
  const bySeq = useMemo(() => new Map(items.map((item) => [item.seq, item])), [items]);
  const corrected = useMemo(() => new Set(items.flatMap(({ corrects }) => corrects ?? [])), [items]);
  const virtualizer = useVirtualRows({
    count: items.length,
    getScrollElement: () => scrollerOf(list.current),
    scrollMargin,
    estimateSize: () => guess,
    getItemKey: (index) => items[index]?.seq ?? index,
    overscan: 6,
  });
  return (
    <div className="log-story">
      <ol className="log-items" ref={list} aria-label={logWords.story} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index];
          return item === undefined ? null : (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              className={`log-item log-${item.kind}`}
              style={{ transform: `translateY(${start - scrollMargin}px)` }}
            >
              {isFirstOfDay(items, index) && <h2 className="log-day">{dayWords(item.at)}</h2>}
              <StoryItem
                item={item}
                corrected={corrected.has(item.seq)}
                corrects={item.corrects === undefined ? undefined : bySeq.get(item.corrects)}
              />
            </li>
          );
        })}
      </ol>
      {pages.next !== undefined && <Button onPress={onOlder}>{logWords.older}</Button>}
    </div>
  );
}

/** The window's main part scrolls, and the list with it. */
const scrollerOf = (element: HTMLElement | null): HTMLElement | null => element?.closest("main") ?? null;

/** How far below the top of what scrolls the list begins. */
function useDistance(list: RefObject<HTMLElement | null>): number {
  const [distance, setDistance] = useState(0);
  useLayoutEffect(() => {
    const [element, scroller] = [list.current, scrollerOf(list.current)];
    if (element === null || scroller === null) return;
    const measure = (): void => {
      const above = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      setDistance(above + scroller.scrollTop);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    measure();
    return () => observer.disconnect();
  }, [list]);
  return distance;
}

function isFirstOfDay(items: readonly LogItem[], index: number): boolean {
  const [item, before] = [items[index], items[index - 1]];
  return item !== undefined && (before === undefined || dayWords(before.at) !== dayWords(item.at));
}
