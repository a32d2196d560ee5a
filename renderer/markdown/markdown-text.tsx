import { useId, useLayoutEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from "react";
import { MarkdownPart } from "./drawn-markdown.tsx";
import { useLatest } from "../components/use-latest.ts";
import { MarkdownReaderContext, type InnerLink, type MarkdownReader, type Tasks } from "./context.ts";
import { LinkBar, type Leaving } from "./link-bar.tsx";
import { partAt, type CutText, type Part } from "./parts.ts";
import { lineOfAnchor } from "./place.ts";
import { useDrawn } from "./use-drawn.ts";

/** A heading's line that is to be brought into sight; another object asks again. */
export type Aim = { readonly line: number };

export type MarkdownTextProps = {
  readonly text: CutText;
  /** The level in the page of the text's topmost heading. */
  readonly top: number;
  readonly picture: MarkdownReader["picture"];
  /** Another runbook was asked for. */
  readonly onFile?: (path: string, anchor: string | undefined) => void;
  readonly tasks?: Tasks | undefined;
  readonly aim?: Aim | undefined;
};

/** A text of any length, drawn part by part, beginning where the reader looks. */
export function MarkdownText({ text, top, picture, onFile, tasks, aim }: MarkdownTextProps): ReactNode {
  const { parts, headings } = text;
  const prefix = `${useId()}-`;
  const root = useRef<HTMLDivElement>(null);
  const [leaving, setLeaving] = useState<Leaving>();
  const [followed, setFollowed] = useState<{ readonly aim: Aim | undefined; readonly to: Aim }>();
  // What was followed within the text holds until something else is asked for from outside of it.
  const target = followed !== undefined && followed.aim === aim ? followed.to : aim;
  const drawn = useDrawn(parts.length, target === undefined ? 0 : partAt(parts, target.line));
  useBroughtIntoSight(root, target, followed?.to === target);

  const follow = useLatest((link: InnerLink, from: HTMLElement): void => {
    if (link.kind === "file") return onFile?.(link.path, link.anchor);
    const line = lineOfAnchor(headings, link.anchor);
    if (line !== undefined) setFollowed({ aim, to: { line } });
    else besides(from, link.anchor)?.scrollIntoView({ block: "nearest" });
  });
  const byLine = useMemo(() => new Map(headings.map((heading) => [heading.line, heading])), [headings]);
  const reader = useMemo(
    (): MarkdownReader => ({
      prefix,
      top,
      headings: byLine,
      leave: (link, from) => setLeaving({ link, from }),
      follow,
      picture,
      tasks,
    }),
    [prefix, top, byLine, follow, picture, tasks],
  );
  return (
    <div className="md" ref={root}>
      <MarkdownReaderContext value={reader}>
        {parts.map((part, index) =>
          drawn.has(index) ? (
            <div key={index} className="md-part" style={{ containIntrinsicBlockSize: `auto ${roughHeight(part)}px` }}>
              <MarkdownPart part={part} index={index} />
            </div>
          ) : (
            <div key={index} style={{ blockSize: roughHeight(part) }} />
          ),
        )}
      </MarkdownReaderContext>
      <LinkBar root={root} leaving={leaving} onDone={() => setLeaving(undefined)} />
    </div>
  );
}

/** About how high a part will be, so that the scroll bar does not jump. CSS pixels. */
const roughHeight = ({ text }: Part): number => Math.ceil(text.length / 4);

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

/** A footnote, or the way back from it, in the part that the link stands in. */
const besides = (from: HTMLElement, anchor: string): Element | undefined =>
  [...(from.closest(".md-part")?.querySelectorAll("[id]") ?? [])].find(({ id }) => id.endsWith(`-${anchor}`));
