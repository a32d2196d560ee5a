import type { RunbookSection } from "../team/team.ts";
import { checklistOf } from "./checklist.ts";
import { commonIssuesIn, failureModesIn } from "./failure-modes.ts";
import { blocksOf, eachNode, itemsOf, leadOf, lineOf, wordsOf, type Block } from "./markdown.ts";
import { outlineOf } from "./outline.ts";
import type { Heading, Runbook, RunbookLink } from "./runbook.ts";

/** The text with its front matter as empty lines: what is left is Markdown, and every line keeps its number. */
export function markdownOf(text: string, frontMatterLines: number): string {
  const lines = text.replace(/^\u{feff}/u, "").split("\n");
  return [...lines.slice(0, frontMatterLines).map(() => ""), ...lines.slice(frontMatterLines)].join("\n");
}

/** Takes a whole runbook apart. `name` stands for the title where the text has no heading. Never throws. */
export function readRunbook(text: string, name: string): Runbook {
  const outline = outlineOf(text, name);
  const blocks = blocksOf(markdownOf(text, outline.frontMatter.lines));
  const { headings } = outline;
  const section = (wanted: RunbookSection): readonly Block[] => sectionBlocks(blocks, headings, wanted);
  return {
    ...outline,
    failureModes: failureModesIn(section("failure-modes")),
    commonIssues: commonIssuesIn(section("common-issues")),
    checklist: checklistOf(blocks, (line) => headings.findLast((heading) => heading.line < line)?.title),
    slas: section("sla").flatMap(plainLines),
    ...linksAndImages(blocks),
  };
}

/** What stands below the headings of a section, up to the next heading that is no deeper. */
function sectionBlocks(
  blocks: readonly Block[],
  headings: readonly Heading[],
  wanted: RunbookSection,
): readonly Block[] {
  return headings.flatMap((heading, index) => {
    if (!heading.sections.includes(wanted)) return [];
    const next = headings.find(({ level }, at) => at > index && level <= heading.level);
    const end = next?.line ?? Infinity;
    if (heading.slug === undefined) return belowBold(blocks, heading.line, end);
    return blocks.filter((block) => lineOf(block) > heading.line && lineOf(block) < end);
  });
}

/** A line in bold is the first of its own section; as an item of a list, the item is the whole of it. */
function belowBold(blocks: readonly Block[], line: number, end: number): readonly Block[] {
  const item = itemsOf(blocks).find((one) => lineOf(one) === line);
  return item?.children ?? blocks.filter((block) => lineOf(block) >= line && lineOf(block) < end);
}

/** One line for a paragraph, one for each item of a list, one for each row of a table. */
function plainLines(block: Block): readonly string[] {
  if (block.type === "list") return itemsOf([block]).flatMap((item) => [leadOf(item), ...item.children.flatMap(below)]);
  if (block.type === "table") return block.children.map((row) => row.children.map((cell) => wordsOf(cell)).join(" · "));
  const words = wordsOf(block).replace(/\s+/g, " ").trim();
  return words === "" ? [] : [words];
}

const below = (block: Block): readonly string[] => (block.type === "list" ? plainLines(block) : []);

const mostLinks = 500;

function linksAndImages(blocks: readonly Block[]): Pick<Runbook, "links" | "images"> {
  const links: RunbookLink[] = [];
  const images: string[] = [];
  eachNode(blocks, (node) => {
    if (node.type === "image" && images.length < mostLinks) images.push(node.url);
    if (node.type === "link" && links.length < mostLinks) links.push({ text: wordsOf(node), url: node.url });
  });
  return { links, images: [...new Set(images)] };
}
