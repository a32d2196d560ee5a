import type { RunbookSection } from "../team/team.ts";
import { checklistOf } from "./checklist.ts";
import { drawnBlocks } from "./drawn-blocks.ts";
import { commonIssuesIn, failureModesIn } from "./failure-modes.ts";
import { readFrontMatter } from "./front-matter.ts";
import { headingsOf } from "./headings.ts";
import { blocksOf, itemsOf, leadOf, lineOf, wordsOf, type Block } from "./markdown.ts";
import { partsOf } from "./parts.ts";
import type { Heading, Runbook } from "./runbook.ts";

/**
 * Takes a text apart, once for everything that is known of it. `name` stands for the title where it has no heading. Never throws, but
 * takes a second for each hundred kilobytes: hosts do it in a thread of its own.
 */
export function readRunbook(text: string, name: string): Runbook {
  const blocks = blocksOf(markdownOf(text));
  const headings = headingsOf(blocks);
  const section = (wanted: RunbookSection): readonly Block[] => sectionBlocks(blocks, headings, wanted);
  return {
    title: titleOf(headings) ?? name,
    headings,
    failureModes: failureModesIn(section("failure-modes")),
    commonIssues: commonIssuesIn(section("common-issues")),
    checklist: checklistOf(blocks, (line) => headings.findLast((heading) => heading.line < line)?.title),
    slas: section("sla").flatMap(plainLines),
    parts: partsOf(drawnBlocks(blocks)),
  };
}

/** The text with its front matter as empty lines: what is left is Markdown, and every line keeps its number. */
function markdownOf(text: string): string {
  const lines = text.replace(/^\u{feff}/u, "").split("\n");
  const front = readFrontMatter(text).lines;
  return [...lines.slice(0, front).map(() => ""), ...lines.slice(front)].join("\n");
}

function titleOf(headings: readonly Heading[]): string | undefined {
  const named = headings.filter(({ kind, title }) => kind === "heading" && title !== "");
  return (named.find((heading) => heading.kind === "heading" && heading.level === 1) ?? named[0])?.title;
}

/** What stands below the headings of a section, up to the next heading that is no deeper. */
function sectionBlocks(
  blocks: readonly Block[],
  headings: readonly Heading[],
  wanted: RunbookSection,
): readonly Block[] {
  return headings.flatMap(({ kind, line, to = Infinity, sections }) => {
    if (!sections.includes(wanted)) return [];
    if (kind === "bold") return belowBold(blocks, line, to);
    return blocks.filter((block) => lineOf(block) > line && lineOf(block) < to);
  });
}

/** A line in bold is the first of its own section; as an item of a list, the item is the whole of it. */
function belowBold(blocks: readonly Block[], line: number, to: number): readonly Block[] {
  const item = itemsOf(blocks).find((one) => lineOf(one) === line);
  return item?.children ?? blocks.filter((block) => lineOf(block) >= line && lineOf(block) < to);
}

/** One line for a paragraph, one for each item of a list, one for each row of a table. */
function plainLines(block: Block): readonly string[] {
  if (block.type === "list") return itemsOf([block]).flatMap((item) => [leadOf(item), ...item.children.flatMap(below)]);
  if (block.type === "table") return block.children.map((row) => row.children.map((cell) => wordsOf(cell)).join(" · "));
  const words = wordsOf(block).replace(/\s+/g, " ").trim();
  return words === "" ? [] : [words];
}

const below = (block: Block): readonly string[] => (block.type === "list" ? plainLines(block) : []);
