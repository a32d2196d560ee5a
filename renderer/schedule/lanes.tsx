import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import type { ScheduleView } from "../../shared/schedule/schedule-view-shape.ts";
import { useNow } from "../components/use-now.ts";
import { useSession } from "../store/session-context.ts";
import { placeOf, shownSpan, type Lane } from "./lanes.ts";
import { firstSpot, movedTo, spotOf, type Move } from "./moves.ts";
import { daysAround, type SpanKind } from "../store/shown-days.ts";
import { scheduleWords, spanTitle } from "./schedule-words.ts";
import type { Names } from "./shift-why-words.ts";
import { DayColumns, DayHead, DayMarks, daysOf } from "./day-axis.tsx";
import { LaneRow } from "./lane-row.tsx";
import { ShiftCard } from "./shift-card.tsx";

export type LanesProps = {
  readonly view: ScheduleView;
  readonly lanes: readonly Lane[];
  readonly span: SpanKind;
  /** The local day of now. */
  readonly today: number;
  readonly me: string | undefined;
  readonly names: Names;
};

/** From so many lanes on they stand closer together. */
const many = 12;

/** Weeks or months as lanes over one axis of days: arrows move through the shifts, Enter shows all of one. */
export function Lanes({ view, lanes, span, today, me, names }: LanesProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string>();
  const [shown, setShown] = useState<string>();
  const spot = (active === undefined ? undefined : spotOf(lanes, active)) ?? firstSpot(lanes);
  const activeKey = spot === undefined ? undefined : keyAt(lanes, spot.lane, spot.block);
  const days = daysOf(view);
  const open = useOpen();
  const go = (move: Move): void => {
    if (spot === undefined) return;
    const to = movedTo(lanes, spot, move);
    const key = keyAt(lanes, to.lane, to.block);
    setActive(key);
    if (key !== undefined) focusBlock(box.current, key);
  };
  useShiftKeys(go);
  const title = spanTitle(daysAround(days[0]?.day ?? today, span), span);
  return (
    <div className={`lanes lanes-${span}${lanes.length > many ? " lanes-many" : ""}`} ref={box}>
      <div className="lanes-top">
        <DayHead days={days} span={span} today={today} />
        <DayMarks view={view} />
      </div>
      <div className="lanes-body">
        <DayColumns view={view} days={days} span={span} today={today} />
        <div
          role="grid"
          className="lanes-grid"
          aria-label={scheduleWords.shifts(view.name, title)}
          aria-readonly="true"
          tabIndex={-1}
          onKeyDown={(event) => keyInLanes(event, { go, open })}
          onFocus={(event) => {
            const key = keyOf(event.target);
            if (key === undefined) return;
            setActive(key);
            setShown(key);
          }}
          onBlur={() => setShown(undefined)}
          onPointerOver={(event) => setShown(keyOf(event.target))}
          onPointerLeave={() => setShown(undefined)}
          onClick={(event) => open(keyOf(event.target))}
        >
          {lanes.map((lane) => (
            <LaneRow
              key={lane.key}
              lane={lane}
              view={view}
              me={me}
              names={names}
              active={activeKey?.startsWith(`${lane.key}/`) === true ? activeKey : undefined}
            />
          ))}
        </div>
        <NowLine view={view} />
      </div>
      {shown !== undefined && <ShiftCard key={shown} box={box} shown={shown} lanes={lanes} view={view} names={names} />}
    </div>
  );
}

function keyAt(lanes: readonly Lane[], lane: number, block: number): string | undefined {
  const [of, one] = [lanes[lane], lanes[lane]?.blocks[block]];
  return of && one ? `${of.key}/${one.key}` : undefined;
}

/** Shows all of one block in a dialog. */
function useOpen(): (key: string | undefined) => void {
  const { store } = useSession();
  return useCallback(
    (key) => {
      if (key !== undefined) store.setState({ dialog: { kind: "shift", key } });
    },
    [store],
  );
}

/** `j` and `k` wherever the focus is. */
function useShiftKeys(go: (move: Move) => void): void {
  const { store } = useSession();
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent): void => {
      const typing = event.target instanceof Element && event.target.matches("input[type=text], textarea, select");
      if (typing || event.ctrlKey || event.metaKey || event.altKey || store.getState().dialog !== undefined) return;
      if (event.key === "j") go("next");
      else if (event.key === "k") go("previous");
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [store, go]);
}

const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "first",
  End: "last",
};

type KeyActions = { readonly go: (move: Move) => void; readonly open: (key: string | undefined) => void };

function keyInLanes(event: KeyboardEvent, { go, open }: KeyActions): void {
  const move = moves[event.key];
  if (move !== undefined) go(move);
  else if (event.key === "Enter" || event.key === " ") open(keyOf(event.target));
  else return;
  event.preventDefault();
}

/** The key of the block that something in it belongs to. */
const keyOf = (target: EventTarget): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>("[data-block]")?.dataset["block"] : undefined;

function focusBlock(box: HTMLElement | null, key: string): void {
  const block = [...(box?.querySelectorAll<HTMLElement>("[data-block]") ?? [])].find(
    (one) => one.dataset["block"] === key,
  );
  block?.focus({ preventScroll: true });
  block?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** Moves once a minute; drawn only while now is among the days. */
function NowLine({ view }: { readonly view: ScheduleView }): ReactNode {
  const { from, to } = shownSpan(view);
  const share = useNow((now) => {
    if (now < from || now >= to) return -1;
    return Math.floor(placeOf(view, { from: now, to: now }).start * 20_000) / 200;
  });
  if (share < 0) return null;
  return (
    <div className="lanes-axis" aria-hidden="true">
      <div className="lanes-now" style={{ insetInlineStart: `${share}%` }} title={scheduleWords.now} />
    </div>
  );
}
