import { Fragment, memo, type CSSProperties, type ReactNode } from "react";
import type { ScheduleView } from "../../shared/schedule/schedule-view-shape.ts";
import { Icon, type IconName } from "../components/icon.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { shownSpan, spanOf, type Content, type Lane, type PlacedBlock } from "./lanes.ts";
import { scheduleWords } from "./schedule-words.ts";
import { blockLabel, blockRole, blockTitle, initialsOf, type Names } from "./shift-why-words.ts";
import { roleWords } from "../../shared/words/role-words.ts";

export type LaneRowProps = {
  readonly lane: Lane;
  readonly view: ScheduleView;
  readonly me: string | undefined;
  readonly names: Names;
  /** The key of the block that keys act on, where it is in this lane. */
  readonly active: string | undefined;
};

/** One lane: whose it is, and what is in it. Drawn again only when that changes, not when the focus moves elsewhere. */
export const LaneRow = memo(function LaneRow({ lane, view, me, names, active }: LaneRowProps): ReactNode {
  const mine = lane.of.kind === "person" && lane.of.person === me;
  return (
    <div className={mine ? "lane lane-mine" : "lane"} role="row">
      <div className="lane-name" role="rowheader">
        <OutsideLine text={nameOfLane(lane, names)} limit={80} />
      </div>
      <div className="lane-track" role="presentation" style={{ "--rows": lane.rows } as CSSProperties}>
        {lane.shades.map((shade) => (
          <div
            key={shade.key}
            className={`shade shade-${shade.kind}`}
            aria-hidden="true"
            style={{ insetInlineStart: percent(shade.start), width: percent(shade.width) }}
            title={shade.kind === "away" ? scheduleWords.away : scheduleWords.offHours}
          />
        ))}
        {lane.blocks.map((block) => {
          const key = `${lane.key}/${block.key}`;
          const at = {
            insetInlineStart: percent(block.start),
            width: percent(block.width),
            "--row": block.row,
            "--letters": Math.min(enoughLetters, wordsIn(lane, block.content, names).length),
          };
          return (
            <Fragment key={block.key}>
              <div
                role="gridcell"
                className={blockClass(block, view, me)}
                data-block={key}
                tabIndex={key === active ? 0 : -1}
                aria-label={blockLabel(block.content, names, view.zone)}
                style={at}
              >
                <Inside block={block} lane={lane} names={names} />
              </div>
              <Beside block={block} lane={lane} names={names} />
            </Fragment>
          );
        })}
      </div>
    </div>
  );
});

const percent = (share: number): string => `${Math.round(share * 100_000) / 1_000}%`;

function nameOfLane({ of }: Lane, names: Names): string {
  switch (of.kind) {
    case "role":
      return roleWords[of.role];
    case "person":
      return names(of.person);
    case "cover":
      return scheduleWords.cover;
  }
}

/** Shares of the span: less than `thin` has no room for an edge, less than `narrow` none for a name. */
const thin = 0.009;
const narrow = 0.025;
const roomBeside = 0.016;

function blockClass({ content, width }: PlacedBlock, view: ScheduleView, me: string | undefined): string {
  const { from, to } = spanOf(content);
  const shown = shownSpan(view);
  return [
    `block block-${content.kind}`,
    content.kind === "shift" && `block-${content.shift.role} block-by-${content.shift.because}`,
    content.kind === "shift" && content.shift.person === me && "block-mine",
    content.kind === "uncovered" && `block-${content.uncovered.state}`,
    width < thin && "block-thin",
    from < shown.from && "block-begun",
    to > shown.to && "block-beyond",
  ]
    .filter(Boolean)
    .join(" ");
}

/** On a person's lane the person is plain; the role is not. */
const wordsIn = (lane: Lane, content: Content, names: Names): string =>
  lane.of.kind === "person" ? blockRole(content) : blockTitle(content, names);

/** So many letters of a long name tell it apart. */
const enoughLetters = 10;

type InsideProps = { readonly block: PlacedBlock; readonly lane: Lane; readonly names: Names };

function Inside({ block, lane, names }: InsideProps): ReactNode {
  const { content } = block;
  const icon = iconOf(content);
  const words = wordsIn(lane, content, names);
  const short = lane.of.kind === "person" ? words.charAt(0) : initialsOf(words);
  return (
    <>
      {content.kind === "shift" && content.conflict && <Conflict content={content} conflict={content.conflict} />}
      {icon !== undefined && <Icon name={icon} size={12} />}
      <span className="block-words">
        <OutsideLine text={words} limit={80} />
      </span>
      {content.kind === "shift" && <span className="block-short" data-short={short} />}
    </>
  );
}

/** A shift of hours has no room for a name within it; in a lane of roles its initials stand beside it, where that is free. */
function Beside({ block, lane, names }: InsideProps): ReactNode {
  const { content, start, width, row } = block;
  if (lane.of.kind !== "role" || content.kind !== "shift" || width > narrow) return null;
  const end = start + width;
  const next = lane.blocks.find((other) => other.row === row && other.start >= end)?.start ?? 1;
  if (next - end < roomBeside) return null;
  const style = { insetInlineStart: percent(end), width: percent(next - end), "--row": row } as CSSProperties;
  return (
    <span className="block-beside" aria-hidden="true" style={style}>
      {initialsOf(names(content.shift.person))}
    </span>
  );
}

function iconOf(content: Content): IconName | undefined {
  if (content.kind === "uncovered") return content.uncovered.state === "unknown" ? "unknown" : "nobody";
  if (content.kind !== "shift") return undefined;
  if (content.conflict) return "warning";
  const { because } = content.shift;
  return because === "rotation" ? undefined : because;
}

type Conflicting = Extract<Content, { kind: "shift" }>;

/** The part of a shift that its person cannot serve. */
function Conflict({
  content,
  conflict,
}: {
  readonly content: Conflicting;
  readonly conflict: NonNullable<Conflicting["conflict"]>;
}): ReactNode {
  const { from, to } = content.shift;
  const start = (Math.max(conflict.from, from) - from) / (to - from);
  const width = (Math.min(conflict.to, to) - from) / (to - from) - start;
  return <span className="block-conflict" style={{ insetInlineStart: percent(start), width: percent(width) }} />;
}
