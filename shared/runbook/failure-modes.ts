import { categoryOf } from "./failure-category.ts";
import { cutLabels, labelled, labelOf, type Labelled } from "./labelled.ts";
import { boldLead, itemsOf, leadOf, lineOf, wordsOf, type Block, type Item, type Table } from "./markdown.ts";
import type { CommonIssue, FailureMode } from "./runbook.ts";

/*
 * Failure modes stand under headings of their own, or as items of a list whose lead is in bold (003-6); symptoms and causes
 * stand below either, behind their labels. Common issues are items of a list (004-3). Either may be rows of a table, whose head
 * has the labels.
 */

/** A named part: a heading with what follows it, an item with what is below it, or a row. */
type Part = {
  readonly title: string;
  readonly line: number;
  readonly description: string;
  readonly labelled: readonly Labelled[];
  /** The items below it, as they stand. */
  readonly below: readonly string[];
};

/** The failure modes among the blocks of their section. */
export const failureModesIn = (blocks: readonly Block[]): readonly FailureMode[] =>
  partsIn(blocks).map(({ title, line, description, below, labelled: parts }) => {
    const category = categoryOf(title);
    return {
      title,
      ...(category !== undefined && { category }),
      ...(description !== "" && { description }),
      // Without any label, what stands below is what it looks like.
      symptoms: parts.length === 0 ? below : labelled(parts, "symptoms"),
      causes: labelled(parts, "causes"),
      line,
    };
  });

/** The common issues among the blocks of their section; one without a name of its own is named by its clue. */
export const commonIssuesIn = (blocks: readonly Block[]): readonly CommonIssue[] =>
  partsIn(blocks).flatMap(({ title, line, labelled: parts }) => {
    const clues = [...labelled(parts, "clue"), ...labelled(parts, "symptoms")];
    const name = title === "" ? clues[0]?.replace(/\.$/, "") : title;
    return name === undefined ? [] : [{ title: name, clues, solutions: labelled(parts, "solution"), line }];
  });

function partsIn(blocks: readonly Block[]): readonly Part[] {
  const first = blocks.find((block) => block.type === "heading");
  const before = first === undefined ? blocks : blocks.slice(0, blocks.indexOf(first));
  const rows = before.flatMap((block) => (block.type === "table" ? partsOfTable(block) : []));
  if (first?.type !== "heading") return [...itemsOf(blocks).map(partOfItem), ...rows];
  const parts: Part[] = [...rows];
  for (const [index, block] of blocks.entries()) {
    if (block.type !== "heading" || block.depth !== first.depth) continue;
    const next = blocks.findIndex((one, at) => at > index && one.type === "heading" && one.depth <= first.depth);
    parts.push(partOfHeading(block, blocks.slice(index + 1, next < 0 ? blocks.length : next)));
  }
  return parts;
}

function partOfHeading(heading: Block, below: readonly Block[]): Part {
  const items = itemsOf(below);
  const words = below.flatMap((block) => (block.type === "list" ? [] : [cutLabels(wordsOf(block))]));
  const title = wordsOf(heading)
    .replace(/^\d+[.)]\s+/, "")
    .replace(/:$/, "")
    .trim();
  return {
    title,
    line: lineOf(heading),
    description: words
      .map(({ before }) => before)
      .filter((text) => text !== "")
      .join(" "),
    labelled: [...words.flatMap(({ parts }) => parts), ...items.flatMap(labelsBelow)],
    below: items.map(leadOf),
  };
}

function partOfItem(item: Item): Part {
  const [lead] = item.children;
  const bold = lead && boldLead(lead);
  const named = bold && cutLabels(`${bold.bold} `).parts.length === 0;
  const { before, parts } = cutLabels(named ? bold.rest.replace(/^\s*:/, "") : leadOf(item));
  const below = itemsOf(item.children);
  return {
    title: named ? bold.bold.replace(/:$/, "").trim() : before,
    line: lineOf(item),
    description: named ? before : "",
    labelled: [...parts, ...below.flatMap(labelsBelow)],
    below: below.map(leadOf),
  };
}

/** The rows of a table of which some column has a label at its head; the first column without one has the names. */
function partsOfTable({ children: [head, ...rows] }: Table): readonly Part[] {
  const labels = head?.children.map((cell) => labelOf(wordsOf(cell).trim())) ?? [];
  if (labels.every((label) => label === undefined)) return [];
  const name = labels.indexOf(undefined);
  return rows.map((row) => {
    const texts = row.children.map((cell) => wordsOf(cell).trim());
    return {
      title: texts[name] ?? "",
      line: lineOf(row),
      description: "",
      labelled: labels.flatMap((label, column) => (label === undefined ? [] : [{ label, text: texts[column] ?? "" }])),
      below: [],
    };
  });
}

/** What an item says behind its label; lists below a bare label belong to it. */
function labelsBelow(item: Item): readonly Labelled[] {
  const { parts } = cutLabels(leadOf(item));
  const below = itemsOf(item.children);
  const [only] = parts;
  if (only && parts.length === 1 && below.length > 0) {
    const texts = below.map((one) => ({ label: only.label, text: leadOf(one) }));
    return only.text === "" ? texts : [only, ...texts];
  }
  return [...parts, ...below.flatMap(labelsBelow)];
}
