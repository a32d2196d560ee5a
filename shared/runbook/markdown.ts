import type { FootnoteDefinition, List, ListItem, Nodes, PhrasingContent, Root, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/* Text to tree, and the few questions that runbooks ask of a tree. Nothing else in Baton knows the parser. */

export type Block = RootContent;
export type Item = ListItem;
export type Phrase = PhrasingContent;
export type { FootnoteDefinition, List, Table };

/** Takes GitHub's Markdown apart. Every text is Markdown, so there is nothing to refuse. */
export const blocksOf = (markdown: string): readonly Block[] => parse(markdown).children;

const parse = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** The words of a node, as a reader sees them; what is not words (images, rules, HTML) is left out. */
export function wordsOf(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode" || node.type === "code") return node.value;
  if (node.type === "break") return " ";
  if (!("children" in node)) return "";
  const between = isInline(node) ? "" : " ";
  return node.children.map((child) => wordsOf(child)).join(between);
}

const isInline = (node: Nodes): boolean =>
  ["paragraph", "heading", "emphasis", "strong", "delete", "link", "linkReference", "tableCell"].includes(node.type);

/** The line of the text that a node begins on. */
export const lineOf = (node: Nodes): number => node.position?.start.line ?? 0;

/** How many characters of the text a node takes. */
export const sizeOf = ({ position }: Nodes): number => (position?.end.offset ?? 0) - (position?.start.offset ?? 0);

/** The first words of a list's item, without the lists below it. */
export const leadOf = (item: Item): string =>
  item.children
    .filter(({ type }) => type !== "list")
    .map((child) => wordsOf(child))
    .join(" ")
    .trim();

/** The words in bold that a block begins with, and those behind them; `undefined` where it begins otherwise. */
export function boldLead(block: Block): { readonly bold: string; readonly rest: string } | undefined {
  if (block.type !== "paragraph") return undefined;
  const [first, ...others] = block.children;
  if (first?.type !== "strong") return undefined;
  return { bold: wordsOf(first), rest: others.map((child) => wordsOf(child)).join("") };
}

/** The items of the lists among some blocks. */
export const itemsOf = (blocks: readonly Block[]): readonly Item[] =>
  blocks.flatMap((block) => (block.type === "list" ? block.children : []));

/** Calls `visit` with every node below, in the order of the text. */
export function eachNode(nodes: readonly Nodes[], visit: (node: Nodes) => void): void {
  const waiting: Nodes[] = [...nodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    visit(node);
    if ("children" in node) waiting.push(...[...node.children].reverse());
  }
}
