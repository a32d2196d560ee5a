import { createContext, use, useEffect, useRef, useState, type ReactNode } from "react";
import { CopyButton } from "../components/copy-button.tsx";
import { Icon } from "../components/icon.tsx";
import { markdownWords } from "../words/markdown.ts";
import { useMarkdownReader } from "./context.ts";
import { linkOf } from "./link.ts";

/* What a runbook's Markdown becomes on screen, apart from what it is parsed with. */

/** The list item that a checkbox belongs to: its line in the whole text, and its words. */
export type ItemPlace = { readonly line: number; readonly words: string };
export const ItemContext = createContext<ItemPlace | undefined>(undefined);

export type HeadingProps = {
  readonly line: number | undefined;
  readonly id: string | undefined;
  readonly children: ReactNode;
};

/** A heading at the level that it has in the page, with the look of the level that it was written with. */
export function MarkdownHeading({ line, id, children }: HeadingProps): ReactNode {
  const { headings, top } = useMarkdownReader();
  const heading = line === undefined ? undefined : headings.get(line);
  // Within a quote or a list it is not one of the page's headings.
  if (heading === undefined) return <p className="md-heading md-heading-4">{children}</p>;
  const level = Math.min(6, top + heading.rank - 1) as 1 | 2 | 3 | 4 | 5 | 6;
  const Level = `h${level}` as const;
  return (
    <Level id={id} className={`md-heading md-heading-${heading.level}`} data-line={line} tabIndex={-1}>
      {children}
    </Level>
  );
}

/** A link that the person is shown before it opens, one within the runbooks, or mere text where it leads nowhere that Baton goes. */
export function MarkdownAnchor({
  href,
  children,
}: {
  readonly href: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const { follow, leave } = useMarkdownReader();
  const link = linkOf(href);
  if (link.kind === "nowhere") return <span title={markdownWords.noLink}>{children}</span>;
  if (link.kind === "outside") {
    return (
      <a
        className="md-link"
        href={link.url}
        title={link.url}
        rel="noreferrer noopener"
        draggable={false}
        onClick={(event) => {
          event.preventDefault();
          leave(link, event.currentTarget);
        }}
        // The middle button would open it unasked.
        onAuxClick={(event) => event.preventDefault()}
      >
        {children}
      </a>
    );
  }
  return (
    <button type="button" className="md-link" onClick={(event) => follow(link, event.currentTarget)}>
      {children}
    </button>
  );
}

/** Code as it was written, which scrolls in itself, by keyboard too, and can be taken along. */
export function MarkdownCode({ children }: { readonly children: ReactNode }): ReactNode {
  const code = useRef<HTMLPreElement>(null);
  return (
    <div className="md-code">
      <pre ref={code} role="group" tabIndex={0} aria-label={markdownWords.code}>
        {children}
      </pre>
      <CopyButton
        kind="plain"
        icon={<Icon name="copy" size={14} />}
        text={() => (code.current?.textContent ?? "").replace(/\n$/, "")}
      />
    </div>
  );
}

export const MarkdownTable = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className="md-table" role="group" tabIndex={0} aria-label={markdownWords.table}>
    <table>{children}</table>
  </div>
);

/** The box of a task: ticked for the incident where there is one, and only shown where there is none. */
export function MarkdownTask({ written }: { readonly written: boolean }): ReactNode {
  const { tasks } = useMarkdownReader();
  const item = use(ItemContext);
  const state = item === undefined ? undefined : tasks?.at(item.line);
  const name = item?.words ?? markdownWords.task;
  if (item === undefined || state === undefined) {
    return <input type="checkbox" className="md-task" checked={written} disabled aria-label={name} />;
  }
  return (
    <>
      <input
        type="checkbox"
        className="md-task"
        checked={state.done}
        aria-label={name}
        onChange={(event) => tasks?.tick(item.line, event.currentTarget.checked)}
      />
      {state.note !== undefined && <span className="md-ticked">{state.note}</span>}
    </>
  );
}

/** A picture from the runbooks' folder. One from elsewhere is not loaded, and can be opened like any link. */
export function MarkdownPicture({ src, alt }: { readonly src: string; readonly alt: string }): ReactNode {
  const { picture } = useMarkdownReader();
  const link = linkOf(src);
  const path = link.kind === "file" ? src : undefined;
  const [shown, setShown] = useState<{ readonly path: string; readonly address: string | undefined }>();
  useEffect(() => {
    if (path === undefined) return;
    let over = false;
    void picture(path).then((address) => {
      if (!over) setShown({ path, address });
    });
    return () => {
      over = true;
    };
  }, [path, picture]);

  if (link.kind === "outside") {
    return (
      <MarkdownAnchor href={src}>
        {markdownWords.pictureElsewhere(alt)}
        <Icon name="external" size={14} />
      </MarkdownAnchor>
    );
  }
  if (path === undefined || (shown?.path === path && shown.address === undefined)) {
    return <span className="md-no-picture">{markdownWords.noPicture(alt, path)}</span>;
  }
  return shown?.path === path ? (
    <img className="md-picture" src={shown.address} alt={alt} />
  ) : (
    <span className="md-no-picture">{alt}</span>
  );
}
