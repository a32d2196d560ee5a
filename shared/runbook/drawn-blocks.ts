import { visible } from "../text/clean.ts";
import type { Align, Drawn, DrawnItem, DrawnNote, Inline } from "./drawn.ts";
import {
  eachNode,
  leadOf,
  lineOf,
  sizeOf,
  wordsOf,
  type Block,
  type FootnoteDefinition,
  type Item,
  type List,
  type Phrase,
  type Table,
} from "./markdown.ts";

/** A block of the text's outermost level, and about how many characters it takes. */
export type Sized = { readonly block: Drawn; readonly size: number };

/** Quotes and lists within each other; deeper ones are drawn as their words. */
const deepest = 30;

/**
 * The tree of a Markdown text as a screen draws it: references are put in, footnotes stand at the end of the section that refers to
 * them, HTML is shown as it was written, and what cannot be seen is made visible.
 */
export function drawnBlocks(blocks: readonly Block[]): readonly Sized[] {
  const drawing = new Drawing(blocks);
  const drawn: Sized[] = [];
  const endSection = (): number => drawn.push(...drawing.endSection(drawn.at(-1)?.block.line ?? 1));
  for (const block of blocks) {
    if (block.type === "heading") endSection();
    drawn.push(...drawing.blocks([block], 0).map((one) => ({ block: one, size: sizeOf(block) })));
  }
  endSection();
  return drawn;
}

/** What one text is drawn with: what its references mean, and the footnotes that the section has referred to so far. */
class Drawing {
  readonly #addresses = new Map<string, string>();
  readonly #definitions = new Map<string, FootnoteDefinition>();
  readonly #numbers = new Map<string, number>();
  #section = 0;
  #cited: FootnoteDefinition[] = [];

  constructor(blocks: readonly Block[]) {
    eachNode(blocks, (node) => {
      if (node.type === "definition" && !this.#addresses.has(node.identifier)) {
        this.#addresses.set(node.identifier, node.url);
      }
      if (node.type === "footnoteDefinition" && !this.#definitions.has(node.identifier)) {
        this.#definitions.set(node.identifier, node);
      }
    });
  }

  blocks(blocks: readonly Block[], depth: number): readonly Drawn[] {
    return blocks.flatMap((block) => this.#block(block, depth) ?? []);
  }

  /** The footnotes of the section that ends with what stands on a line. */
  endSection(line: number): readonly Sized[] {
    const notes: DrawnNote[] = [];
    let size = 0;
    // A footnote may refer to others, which are then drawn below it.
    for (let next = this.#cited[0]; next; next = this.#cited[notes.length]) {
      size += sizeOf(next);
      const number = this.#numberOf(next);
      const blocks = this.blocks(next.children, 1);
      notes.push({ number, id: this.#placeOf("note", number), back: this.#placeOf("back", number), blocks });
    }
    this.#cited = [];
    this.#section += 1;
    return notes.length === 0 ? [] : [{ block: { kind: "notes", line, notes }, size }];
  }

  #block(block: Block, depth: number): Drawn | undefined {
    const line = lineOf(block);
    switch (block.type) {
      case "heading":
      case "paragraph":
        return { kind: block.type, line, inside: this.#line(block.children) };
      case "code":
        return { kind: "code", line, text: visible(block.value) };
      case "thematicBreak":
        return { kind: "rule", line };
      case "html":
        return shownHtml(block.value, line);
      case "table":
        return this.#table(block);
      case "blockquote":
      case "list":
        if (depth >= deepest) return { kind: "paragraph", line, inside: wordsOnly(wordsOf(block)) };
        if (block.type === "list") return this.#list(block, depth);
        return { kind: "quote", line, blocks: this.blocks(block.children, depth + 1) };
      default:
        return undefined;
    }
  }

  #list(list: List, depth: number): Drawn {
    return {
      kind: "list",
      line: lineOf(list),
      ...(list.ordered === true && { start: list.start ?? 1 }),
      tight: list.spread !== true && list.children.every(({ spread }) => spread !== true),
      items: list.children.map((item) => this.#item(item, depth)),
    };
  }

  #item(item: Item, depth: number): DrawnItem {
    const { checked } = item;
    return {
      line: lineOf(item),
      blocks: this.blocks(item.children, depth + 1),
      ...(typeof checked === "boolean" && { task: { done: checked, words: visible(leadOf(item)) } }),
    };
  }

  #table({ align, children: [head, ...rows], position }: Table): Drawn {
    const cells = (row: Table["children"][number] | undefined) =>
      row?.children.map((cell) => this.#line(cell.children)) ?? [];
    return {
      kind: "table",
      line: position?.start.line ?? 0,
      align: (align ?? []).map((side): Align => side ?? "none"),
      head: cells(head),
      rows: rows.map(cells),
    };
  }

  #line(phrases: readonly Phrase[]): readonly Inline[] {
    return phrases.flatMap((phrase) => this.#phrase(phrase));
  }

  #phrase(phrase: Phrase): readonly Inline[] {
    switch (phrase.type) {
      case "text":
        return wordsOnly(phrase.value);
      case "inlineCode":
        return [{ kind: "code", text: visible(phrase.value) }];
      case "emphasis":
      case "strong":
        return [{ kind: phrase.type, inside: this.#line(phrase.children) }];
      case "delete":
        return [{ kind: "struck", inside: this.#line(phrase.children) }];
      case "break":
        return [{ kind: "break" }];
      case "html":
        return inlineHtml(phrase.value);
      case "link":
        return [{ kind: "link", url: phrase.url, inside: this.#line(phrase.children) }];
      case "linkReference":
        return [{ kind: "link", url: this.#addressOf(phrase), inside: this.#line(phrase.children) }];
      case "image":
        return [{ kind: "picture", url: phrase.url, alt: visible(phrase.alt ?? "") }];
      case "imageReference":
        return [{ kind: "picture", url: this.#addressOf(phrase), alt: visible(phrase.alt ?? "") }];
      case "footnoteReference":
        return this.#note(phrase);
    }
  }

  #addressOf({ identifier }: { readonly identifier: string }): string {
    return this.#addresses.get(identifier) ?? "";
  }

  #note({ identifier }: { readonly identifier: string }): readonly Inline[] {
    const definition = this.#definitions.get(identifier);
    if (!definition) return [];
    const number = this.#numberOf(definition);
    const isFirst = !this.#cited.includes(definition);
    if (isFirst) this.#cited.push(definition);
    const to = this.#placeOf("note", number);
    return [{ kind: "note", number, to, ...(isFirst && { id: this.#placeOf("back", number) }) }];
  }

  #numberOf({ identifier }: FootnoteDefinition): number {
    const number = this.#numbers.get(identifier) ?? this.#numbers.size + 1;
    this.#numbers.set(identifier, number);
    return number;
  }

  /** No heading has a colon in its address, so no footnote can be taken for one. */
  #placeOf(what: "note" | "back", number: number): string {
    return `${what}:${String(this.#section)}:${String(number)}`;
  }
}

const wordsOnly = (text: string): readonly Inline[] => (text === "" ? [] : [{ kind: "text", text: visible(text) }]);

/** What is left out may be what helps, so HTML is shown; comments are for whoever edits the text. */
const withoutComments = (html: string): string => html.replace(/<!--[^]*?-->/g, "");

function shownHtml(html: string, line: number): Drawn | undefined {
  const text = withoutComments(html).trim();
  return text === "" ? undefined : { kind: "paragraph", line, inside: wordsOnly(text) };
}

const inlineHtml = (html: string): readonly Inline[] =>
  /^<br\s*\/?>$/i.test(html.trim()) ? [{ kind: "break" }] : wordsOnly(withoutComments(html));
