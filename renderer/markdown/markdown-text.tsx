import { useId, useLayoutEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from "react";
import type { DrawnText } from "../../shared/rpc/runbook-contract.ts";
import type { Drawn } from "../../shared/runbook/drawn.ts";
import { useLatest } from "../components/use-latest.ts";
import { MarkdownReaderContext, type InnerLink, type MarkdownReader, type Tasks } from "./context.ts";
import { MarkdownPart } from "./drawn-markdown.tsx";
import { LinkBar, type Leaving } from "./link-bar.tsx";
import { isPageHeading, isWithin, lineOfAnchor, partAt, type LineRange, type PageHeading } from "./place.ts";
import { useParts } from "./use-parts.ts";

/** A heading's line that is to be brought into sight; another object asks again. */
export type Aim = { readonly line: number };

export type MarkdownTextProps = {
  readonly text: DrawnText;
  /** Only some of its lines. */
  readonly range?: LineRange;
  /** The level in the page of the text's topmost heading. */
  readonly top: number;
  readonly picture: MarkdownReader["picture"];
  /** Another runbook was asked for. */
  readonly onFile?: (path: string, anchor: string | undefined) => void;
  /** The host keeps the text no more. */
  readonly onGone?: (() => void) | undefined;
  readonly tasks?: Tasks | undefined;
  readonly aim?: Aim | undefined;
};

const wholeText: LineRange = { from: 1 };

/** A text of any length, drawn part by part, beginning where the reader looks. */
export function MarkdownText({
  text,
  range = wholeText,
  top,
  picture,
  onFile,
  onGone,
  tasks,
  aim,
}: MarkdownTextProps): ReactNode {
  const prefix = `${useId()}-`;
  const root = useRef<HTMLDivElement>(null);
  const [leaving, setLeaving] = useState<Leaving>();
  const [followed, setFollowed] = useState<{ readonly aim: Aim | undefined; readonly to: Aim }>();
  // What was followed within the text holds until something else is asked for from outside of it.
  const target = followed !== undefined && followed.aim === aim ? followed.to : aim;
  const places = useMemo(() => placesIn(text, range), [text, range]);
  const parts = useParts({
    content: text.content,
    places,
    wanted: target === undefined ? (places[0] ?? 0) : partAt(text.parts, target.line),
    onGone,
  });
  useBroughtIntoSight(root, target, followed?.to === target);

  const follow = useLatest((link: InnerLink): void => {
    if (link.kind === "file") return onFile?.(link.path, link.anchor);
    const line = lineOfAnchor(text.headings, link.anchor);
    if (line !== undefined) return setFollowed({ aim, to: { line } });
    root.current?.querySelector(`[id="${CSS.escape(prefix + link.anchor)}"]`)?.scrollIntoView({ block: "nearest" });
  });
  const headings = useMemo(() => headingsIn(text, range), [text, range]);
  const reader = useMemo(
    (): MarkdownReader => ({
      prefix,
      top,
      headings,
      leave: (link, from) => setLeaving({ link, from }),
      follow,
      picture,
      tasks,
    }),
    [prefix, top, headings, follow, picture, tasks],
  );
  return (
    <div className="md" ref={root}>
      <MarkdownReaderContext value={reader}>
        {places.map((place) => {
          const blocks = parts.get(place);
          const height = roughHeight(text.parts[place]?.size);
          return blocks === undefined ? (
            <div key={place} style={{ blockSize: height }} />
          ) : (
            <div key={place} className="md-part" style={{ containIntrinsicBlockSize: `auto ${height}px` }}>
              <Part blocks={blocks} range={range} />
            </div>
          );
        })}
      </MarkdownReaderContext>
      <LinkBar root={root} leaving={leaving} onDone={() => setLeaving(undefined)} />
    </div>
  );
}

function Part({ blocks, range }: { readonly blocks: readonly Drawn[]; readonly range: LineRange }): ReactNode {
  const shown = useMemo(() => blocks.filter(({ line }) => isWithin(line, range)), [blocks, range]);
  return <MarkdownPart blocks={shown} />;
}

/** The parts that have lines of the range. */
function placesIn({ parts }: DrawnText, { from, to }: LineRange): readonly number[] {
  const first = partAt(parts, from);
  return parts.flatMap(({ line }, place) => (place >= first && (to === undefined || line < to) ? [place] : []));
}

/** The headings of the range by their lines, ranked from its first. */
function headingsIn(text: DrawnText, range: LineRange): ReadonlyMap<number, PageHeading> {
  const shown = text.headings.filter(isPageHeading).filter(({ line }) => isWithin(line, range));
  const base = (shown[0]?.rank ?? 1) - 1;
  return new Map(shown.map((heading) => [heading.line, { ...heading, rank: Math.max(1, heading.rank - base) }]));
}

/** About how high a part will be, so that the scroll bar does not jump. CSS pixels. */
const roughHeight = (size = 0): number => Math.ceil(size / 4);

/** Scrolls to the heading once, as soon as it is drawn; a followed link takes the focus along. */
function useBroughtIntoSight(root: RefObject<HTMLElement | null>, target: Aim | undefined, takesFocus: boolean): void {
  const reached = useRef<Aim | undefined>(undefined);
  useLayoutEffect(() => {
    if (target === undefined || reached.current === target) return;
    const heading = root.current?.querySelector<HTMLElement>(`[data-line="${target.line}"]`);
    if (heading === null || heading === undefined) return;
    reached.current = target;
    heading.scrollIntoView({ block: "start" });
    if (takesFocus) heading.focus({ preventScroll: true });
  });
}
