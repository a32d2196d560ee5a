import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject } from "react";
import { useKeptFocus } from "../components/keep-focus.ts";
import { defaultRangeExtractor, useVirtualRows, type Range } from "../components/virtual-rows.ts";
import { useScreen, useSession } from "../store/session-context.ts";
import { isNarrowed } from "../store/filter.ts";
import { activate, chooseAll, extendTo, step, toggle, type Selection } from "../store/selection.ts";
import type { Screen } from "../store/screen.ts";
import { listWords } from "./list-words.ts";
import { Shown } from "./filters.tsx";
import { IncidentRowLine } from "./incident-row.tsx";

/** Heights in CSS pixels; styles/incidents.css lays the cells out within them. */
const heights = { head: 28, roomy: 40, compact: 60 };
/** How far Page Up and Page Down go. */
const page = 10;

export type IncidentGridProps = {
  /** Two lines a row. */
  readonly compact: boolean;
  /** Where the detail is not beside the list, a click shows it. */
  readonly opensOnClick: boolean;
};

/** The list as a grid: thousands of rows of which only those in sight are drawn, and the active one, so that it keeps the focus. */
export function IncidentGrid({ compact, opensOnClick }: IncidentGridProps): ReactNode {
  const { store } = useSession();
  const rows = useScreen((screen) => screen.visible);
  const selection = useScreen((screen) => screen.selection);
  const scroller = useRef<HTMLDivElement>(null);
  const height = compact ? heights.compact : heights.roomy;
  const { head } = heights;
  const activeIndex =
    selection.active === undefined
      ? 0
      : Math.max(
          0,
          rows.findIndex((row) => row.id === selection.active),
        );

  const virtualizer = useVirtualRows({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    // The head stands above the rows in the same scroller, and sticks over them.
    scrollMargin: head,
    scrollPaddingStart: head,
    rangeExtractor: (range) => withActive(range, activeIndex),
  });
  useEffect(() => virtualizer.measure(), [virtualizer, height]);
  useFollowedFocus(scroller, selection.active, () => virtualizer.scrollToIndex(activeIndex, { align: "auto" }));

  const change = (next: (screen: Screen) => Selection): void =>
    store.setState((screen) => ({ selection: next(screen) }));
  const open = (id: string): void => store.setState({ opened: id });
  return (
    <div
      className={compact ? "grid grid-compact" : "grid"}
      role="grid"
      aria-label={listWords.incidents}
      aria-rowcount={rows.length + 1}
      aria-colcount={7}
      aria-multiselectable="true"
    >
      <div
        className="grid-scroll"
        ref={scroller}
        role="presentation"
        onClick={(event) => pressRow(event, { change, open, opensOnClick })}
        onKeyDown={(event) => keyInGrid(event, { change, open })}
        onFocus={(event) => {
          const id = rowOf(event.target);
          if (id !== undefined && id !== store.getState().selection.active) {
            change((screen) => ({ ...screen.selection, active: id }));
          }
        }}
      >
        <GridHead />
        {rows.length === 0 && <Empty />}
        <div className="grid-rows" role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <IncidentRowLine
                key={item.key}
                row={row}
                index={item.index}
                top={item.start - head}
                height={height}
                active={item.index === activeIndex}
                chosen={selection.chosen.has(row.id)}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function GridHead(): ReactNode {
  const { columns } = listWords;
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" className="row-head" aria-rowindex={1}>
        {(["chosen", "severity", "title", "service", "state", "due", "age"] as const).map((column) => (
          <div key={column} role="columnheader" className={`cell-${column}`}>
            <span className={column === "chosen" || column === "severity" ? "unseen" : ""}>{columns[column]}</span>
            {column === "title" && <Shown />}
          </div>
        ))}
      </div>
    </div>
  );
}

function Empty(): ReactNode {
  const narrowed = useScreen((screen) => isNarrowed(screen.filter));
  return (
    <div role="rowgroup">
      <div role="row" className="empty soft">
        <div role="gridcell">{narrowed ? listWords.noneMatch : listWords.noneOpen}</div>
      </div>
    </div>
  );
}

/** The rows in sight, and the active one wherever it is. */
function withActive(range: Range, active: number): number[] {
  const inSight = defaultRangeExtractor(range);
  if (active >= range.count || inSight.includes(active)) return inSight;
  return [...inSight, active].sort((a, b) => a - b);
}

/** Gives the focus to the row that keys act on. */
export const focusActiveRow = (): void =>
  document.querySelector<HTMLElement>("[role=grid] [role=row][tabindex='0']")?.focus({ preventScroll: true });

/** Keeps the focus on the active row while the grid has it, and brings the row into sight whenever another one becomes active. */
function useFollowedFocus(
  scroller: RefObject<HTMLDivElement | null>,
  active: string | undefined,
  reveal: () => void,
): void {
  const shown = useRef(active);
  useKeptFocus(scroller, focusActiveRow);
  useEffect(() => {
    if (shown.current === active) return;
    shown.current = active;
    reveal();
    if (scroller.current?.contains(document.activeElement) === true) focusActiveRow();
  });
}

type GridActions = {
  readonly change: (next: (screen: Screen) => Selection) => void;
  readonly open: (id: string) => void;
};

const rowOf = (target: EventTarget): string | undefined =>
  target instanceof Element ? (target.closest<HTMLElement>("[role=row]")?.dataset["id"] ?? undefined) : undefined;

function pressRow(
  event: MouseEvent,
  { change, open, opensOnClick }: GridActions & Pick<IncidentGridProps, "opensOnClick">,
): void {
  const id = rowOf(event.target);
  if (id === undefined) return;
  const onCheck = event.target instanceof Element && event.target.closest("[data-check], .cell-chosen") !== null;
  if (event.shiftKey) change((screen) => extendTo(screen.selection, screen.visible, id));
  else if (onCheck || event.ctrlKey || event.metaKey) change((screen) => toggle(screen.selection, id));
  else {
    change((screen) => activate(screen.selection, id));
    if (opensOnClick) open(id);
  }
}

const moves: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: page,
  PageUp: -page,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

function keyInGrid(event: KeyboardEvent, { change, open }: GridActions): void {
  const id = rowOf(event.target);
  const by = moves[event.key];
  if (by !== undefined) {
    change((screen) => moveActive(screen, by, event.shiftKey));
  } else if (event.key === " " && id !== undefined) {
    change((screen) => toggle(screen.selection, id));
  } else if (event.key === "Enter" && id !== undefined) {
    open(id);
  } else if (event.key === "a" && (event.ctrlKey || event.metaKey)) {
    change((screen) => chooseAll(screen.selection, screen.visible));
  } else return;
  event.preventDefault();
}

function moveActive({ selection, visible }: Screen, by: number, extend: boolean): Selection {
  const moved = step(selection, visible, by);
  return extend && moved.active !== undefined ? extendTo(selection, visible, moved.active) : moved;
}
