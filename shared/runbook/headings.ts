import { boldLead, itemsOf, lineOf, wordsOf, type Block } from "./markdown.ts";
import type { Heading } from "./runbook.ts";
import { sectionsNamed } from "./section-name.ts";
import { slugger } from "./slug.ts";

type Found = Pick<Heading, "title" | "line"> & { readonly level: number; readonly isBold: boolean };

/** A line in bold stands below every heading. */
const levelOfBold = 7;

/**
 * The headings of a text in their order, and the lines in bold that stand for headings because they name a known section. Those
 * within quotes and lists are not part of it; of lists, the bold lead of an item is.
 */
export function headingsOf(blocks: readonly Block[]): readonly Heading[] {
  const found = blocks.flatMap(foundIn);
  const ends = endsOf(found);
  const slug = slugger();
  const above: number[] = [];
  return found.map(({ title, line, level, isBold }, index): Heading => {
    const to = ends[index];
    const common = { title, line, sections: sectionsNamed(title), ...(to !== undefined && { to }) };
    if (isBold) return { kind: "bold", ...common };
    while ((above.at(-1) ?? 0) >= level) above.pop();
    above.push(level);
    return { kind: "heading", ...common, level, rank: above.length, slug: slug(title) };
  });
}

/** The line of the next one that is no deeper, of each. */
function endsOf(found: readonly Found[]): readonly (number | undefined)[] {
  const nextOf = new Map<number, number>();
  return found
    .toReversed()
    .map(({ level, line }) => {
      const end = nextOf.get(level);
      for (let deeper = level; deeper <= levelOfBold; deeper += 1) nextOf.set(deeper, line);
      return end;
    })
    .toReversed();
}

function foundIn(block: Block): readonly Found[] {
  if (block.type === "heading") {
    const title = wordsOf(block).replace(/\s+/g, " ").trim();
    return [{ title, line: lineOf(block), level: block.depth, isBold: false }];
  }
  if (block.type !== "list") return boldIn(block, lineOf(block));
  return itemsOf([block]).flatMap((item) => (item.children[0] ? boldIn(item.children[0], lineOf(item)) : []));
}

function boldIn(block: Block, line: number): readonly Found[] {
  const title = boldLead(block)?.bold.replace(/:$/, "").trim() ?? "";
  return sectionsNamed(title).length === 0 ? [] : [{ title, line, level: levelOfBold, isBold: true }];
}
