import { createContext, memo, use, type ReactNode } from "react";
import ReactMarkdown, { type Components, type ExtraProps, type Options } from "react-markdown";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeSlug from "rehype-slug";
import remarkGfm from "remark-gfm";
import { useMarkdownReader } from "./context.ts";
import type { Part } from "./parts.ts";
import {
  ItemContext,
  MarkdownAnchor,
  MarkdownCode,
  MarkdownHeading,
  MarkdownPicture,
  MarkdownTable,
  MarkdownTask,
} from "./pieces.tsx";

/*
 * Markdown that others wrote, as React elements: no HTML of theirs is ever parsed by the browser. What the sanitizer does not know is
 * dropped, links lead to the web or stay within the runbooks, and the page itself loads nothing that a text names.
 */

/** GitHub's own list, without addresses of other kinds than the web's, and without what chooses among pictures. */
const schema = (prefix: string): typeof defaultSchema => ({
  ...defaultSchema,
  clobberPrefix: prefix,
  protocols: { ...defaultSchema.protocols, href: ["http", "https"] },
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => name !== "picture" && name !== "source"),
});

/** What is looked at of a tree of HTML. */
type Tree = {
  readonly type: string;
  readonly value?: string;
  readonly tagName?: string;
  readonly properties?: Readonly<Record<string, never>>;
  readonly children?: Tree[];
};

/** HTML in a text is shown as it was written, since what is left out may be what helps; `<br>` breaks the line. */
const rehypeShowHtml = () => (tree: Tree) => {
  const visit = ({ children }: Tree): void => {
    children?.forEach((child, index) => {
      if (child.type === "raw") children[index] = shownHtml(child.value ?? "");
      else visit(child);
    });
  };
  visit(tree);
};

const shownHtml = (html: string): Tree =>
  /^<br\s*\/?>$/i.test(html.trim())
    ? { type: "element", tagName: "br", properties: {}, children: [] }
    : { type: "text", value: html.replace(/<!--[^]*?-->/g, "") };

/** Lines before the part that is being drawn. */
const Offset = createContext(0);

function useLine(node: ExtraProps["node"]): number | undefined {
  const offset = use(Offset);
  const line = node?.position?.start.line;
  return line === undefined ? undefined : line + offset;
}

type Of<T extends keyof React.JSX.IntrinsicElements> = React.JSX.IntrinsicElements[T] & ExtraProps;

const Heading = ({ node, id, children }: Of<"h1">): ReactNode => (
  <MarkdownHeading line={useLine(node)} id={id}>
    {children}
  </MarkdownHeading>
);

function Item({ node, className, children }: Of<"li">): ReactNode {
  const line = useLine(node);
  const isTask = className?.includes("task-list-item") === true;
  return (
    <li className={className}>
      {isTask && line !== undefined ? (
        <ItemContext value={{ line, words: wordsOf(node as Tree | undefined).trim() }}>{children}</ItemContext>
      ) : (
        children
      )}
    </li>
  );
}

/** The words of a list item, without those of the lists within it. */
function wordsOf(tree: Tree | undefined): string {
  if (tree?.type === "text") return tree.value ?? "";
  return (tree?.children ?? [])
    .filter(({ tagName }) => tagName !== "ul" && tagName !== "ol")
    .map(wordsOf)
    .join("");
}

const components: Components = {
  h1: Heading,
  h2: Heading,
  h3: Heading,
  h4: Heading,
  h5: Heading,
  h6: Heading,
  a: ({ href, children }) => <MarkdownAnchor href={href}>{children}</MarkdownAnchor>,
  pre: ({ children }) => <MarkdownCode>{children}</MarkdownCode>,
  table: ({ children }) => <MarkdownTable>{children}</MarkdownTable>,
  li: Item,
  input: ({ checked }) => <MarkdownTask written={checked === true} />,
  img: ({ src, alt }) => <MarkdownPicture src={src ?? ""} alt={alt ?? ""} />,
};

const remarkPlugins: Options["remarkPlugins"] = [remarkGfm];
/** A prefix of footnotes' own would come on top of the sanitizer's. */
const footnotes = { clobberPrefix: "" };

export type MarkdownPartProps = { readonly part: Part; readonly index: number };

const isSame = (before: MarkdownPartProps, after: MarkdownPartProps): boolean =>
  before.index === after.index &&
  before.part.offset === after.part.offset &&
  before.part.text === after.part.text &&
  before.part.lead === after.part.lead &&
  before.part.tail === after.part.tail;

/** One part of a text, parsed and drawn. Again only when its own text has changed. */
export const MarkdownPart = memo(function MarkdownPart({ part, index }: MarkdownPartProps): ReactNode {
  const { prefix } = useMarkdownReader();
  const rehypePlugins: Options["rehypePlugins"] = [
    rehypeShowHtml,
    rehypeSlug,
    [rehypeSanitize, schema(`${prefix}${index}-`)],
  ];
  return (
    <Offset value={part.offset}>
      <ReactMarkdown
        remarkPlugins={remarkPlugins}
        remarkRehypeOptions={footnotes}
        rehypePlugins={rehypePlugins}
        components={components}
      >
        {part.lead + part.text + part.tail}
      </ReactMarkdown>
    </Offset>
  );
}, isSame);
