import { useEffect, useRef, useState, type ReactNode } from "react";
import { CopyButton } from "../components/copy-button.tsx";
import { Icon } from "../components/icon.tsx";
import { markdownWords } from "../words/markdown.ts";
import { useMarkdownReader } from "./context.ts";
import { linkOf } from "./link.ts";

/* What the blocks of a runbook's Markdown are on screen that are more than an element. */

export type HeadingProps = { readonly line: number; readonly children: ReactNode };

/** A heading at the level that it has in the page, with the look of the level that it was written with. */
export function MarkdownHeading({ line, children }: HeadingProps): ReactNode {
  const { headings, top, prefix } = useMarkdownReader();
  const heading = headings.get(line);
  // Within a quote or a list it is not one of the page's headings.
  if (heading === undefined) return <p className="md-heading md-heading-4">{children}</p>;
  const level = Math.min(6, top + heading.rank - 1) as 1 | 2 | 3 | 4 | 5 | 6;
  const Level = `h${level}` as const;
  return (
    <Level
      id={prefix + heading.slug}
      className={`md-heading md-heading-${heading.level}`}
      data-line={line}
      tabIndex={-1}
    >
      {children}
    </Level>
  );
}

export type PlaceProps = {
  readonly as: "li" | "sup";
  readonly id: string | undefined;
  readonly value?: number;
  readonly children: ReactNode;
};

/** What a footnote's link leads to. */
export function Place({ as: Element, id, value, children }: PlaceProps): ReactNode {
  const { prefix } = useMarkdownReader();
  const at = id === undefined ? undefined : prefix + id;
  return Element === "li" ? (
    <li id={at} value={value}>
      {children}
    </li>
  ) : (
    <sup id={at}>{children}</sup>
  );
}

export type NoteProps = { readonly to: string; readonly name: string; readonly children: ReactNode };

/** Leads to a footnote, or back from it. */
export function MarkdownNote({ to, name, children }: NoteProps): ReactNode {
  const { follow } = useMarkdownReader();
  return (
    <button type="button" className="md-link" aria-label={name} onClick={() => follow({ kind: "place", anchor: to })}>
      {children}
    </button>
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
    <button type="button" className="md-link" onClick={() => follow(link)}>
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

export type TaskProps = { readonly line: number; readonly done: boolean; readonly words: string };

/** The box of a task: ticked for the incident where there is one, and only shown where there is none. */
export function MarkdownTask({ line, done, words }: TaskProps): ReactNode {
  const { tasks } = useMarkdownReader();
  const state = tasks?.at(line);
  const name = words === "" ? markdownWords.task : words;
  if (state === undefined) {
    return <input type="checkbox" className="md-task" checked={done} disabled aria-label={name} />;
  }
  return (
    <>
      <input
        type="checkbox"
        className="md-task"
        checked={state.done}
        aria-label={name}
        onChange={(event) => tasks?.tick(line, event.currentTarget.checked)}
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
