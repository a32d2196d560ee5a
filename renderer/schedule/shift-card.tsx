import { useLayoutEffect, useRef, type ReactNode, type RefObject } from "react";
import type { ScheduleView } from "../../shared/schedule/schedule-view-shape.ts";
import { OutsideLine } from "../components/outside-text.tsx";
import { blockOf, type Lane } from "./lanes.ts";
import { blockTitle, type Names } from "./shift-why-words.ts";
import { ShiftFacts } from "./shift-facts.tsx";

export type ShiftCardProps = {
  /** What the card is placed in. */
  readonly box: RefObject<HTMLElement | null>;
  readonly shown: string;
  readonly lanes: readonly Lane[];
  readonly view: ScheduleView;
  readonly names: Names;
};

/** Beside the block under the pointer or the focus: who, when, and why. The block's own name says the same to a screen reader. */
export function ShiftCard({ box, shown, lanes, view, names }: ShiftCardProps): ReactNode {
  const card = useRef<HTMLDivElement>(null);
  const block = blockOf(lanes, shown);
  useLayoutEffect(() => place(card.current, box.current, shown), [box, shown]);
  if (block === undefined) return null;
  return (
    <div className="shift-card" ref={card} aria-hidden="true">
      <p className="shift-card-title">
        <OutsideLine text={blockTitle(block.content, names)} limit={120} />
      </p>
      <ShiftFacts content={block.content} view={view} names={names} />
    </div>
  );
}

const gap = 6;

/** Below the block, or above it where the window ends; never over an edge of the lanes. */
function place(card: HTMLElement | null, box: HTMLElement | null, shown: string): void {
  const block = [...(box?.querySelectorAll<HTMLElement>("[data-block]") ?? [])].find(
    (one) => one.dataset["block"] === shown,
  );
  if (!card || !box || !block) return;
  const [around, at, own] = [box.getBoundingClientRect(), block.getBoundingClientRect(), card.getBoundingClientRect()];
  const below = at.bottom + gap + own.height < window.innerHeight;
  const top = below ? at.bottom + gap : at.top - gap - own.height;
  const left = Math.max(0, Math.min(at.left - around.left, around.width - own.width));
  card.style.insetBlockStart = `${top - around.top}px`;
  card.style.insetInlineStart = `${left}px`;
}
