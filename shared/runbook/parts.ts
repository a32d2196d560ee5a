import type { Drawn } from "./drawn.ts";
import type { Sized } from "./drawn-blocks.ts";

/** A piece of a text that is sent and drawn by itself, so that a long text never holds up a screen. */
export type Part = { readonly place: PartPlace; readonly blocks: readonly Drawn[] };

/** `line`: the first of the text that is in it. `size`: about how many characters it has. */
export type PartPlace = { readonly line: number; readonly size: number };

/** Characters that a part has before the next block begins another. */
const usualSize = 3_000;

/** Cuts a text between its blocks, and long lists and tables between their items and rows. */
export function partsOf(blocks: readonly Sized[], size = usualSize): readonly Part[] {
  const parts: Part[] = [];
  let taken: Drawn[] = [];
  let length = 0;
  const end = (): void => {
    const [first] = taken;
    if (first) parts.push({ place: { line: first.line, size: length }, blocks: taken });
    taken = [];
    length = 0;
  };
  for (const sized of blocks.flatMap((one) => cut(one, size))) {
    if (length >= size * reluctance(sized.block)) end();
    taken.push(sized.block);
    length += sized.size;
  }
  end();
  return parts;
}

/** How much of the usual size a part has before it ends in front of a block: a heading is a good place. */
const reluctance = ({ kind }: Drawn): number => {
  if (kind === "notes") return Number.POSITIVE_INFINITY;
  return kind === "heading" ? 0.25 : 1;
};

/** The items or rows of a block that is larger than two parts, so many at a time that one part holds them. */
function cut({ block, size }: Sized, usual: number): readonly Sized[] {
  const count = block.kind === "list" ? block.items.length : block.kind === "table" ? block.rows.length : 1;
  const pieces = Math.min(count, Math.floor(size / usual));
  if (pieces < 2) return [{ block, size }];
  const each = Math.ceil(count / pieces);
  return Array.from({ length: Math.ceil(count / each) }, (_, index) => ({
    block: slice(block, index * each, (index + 1) * each),
    size: size / pieces,
  }));
}

function slice(block: Drawn, from: number, to: number): Drawn {
  if (block.kind === "list") {
    const items = block.items.slice(from, to);
    const line = items[0]?.line ?? block.line;
    return { ...block, line, items, ...(block.start !== undefined && { start: block.start + from }) };
  }
  // Without lines of their own, rows follow each other: the head takes two.
  if (block.kind !== "table") return block;
  return { ...block, line: from === 0 ? block.line : block.line + from + 2, rows: block.rows.slice(from, to) };
}
