import type { RunbookSection } from "../team/team.ts";
import { placeholder } from "./draft-template.ts";
import { readFrontMatter } from "./front-matter.ts";
import type { Outline, OutlineHeading } from "./runbook.ts";
import { scanHeadings, type Mark } from "./scan-headings.ts";

/** What a list of runbooks shows of one. `name` stands for the title where the text has no heading. Never throws. */
export function outlineOf(text: string, name: string): Outline {
  const frontMatter = readFrontMatter(text);
  const lines = text.split("\n");
  const marks = scanHeadings(lines, frontMatter.lines);
  const headings = marks.map(({ heading }) => heading);
  const titled = headings.find(({ level, title }) => level === 1 && title !== "") ?? headings.find(hasTitle);
  return {
    title: titled?.title ?? name,
    frontMatter,
    headings,
    sections: filledSections(marks),
    unwritten: text.includes(placeholder) ? linesWith(lines, placeholder) : [],
  };
}

const hasTitle = ({ title, level }: OutlineHeading): boolean => title !== "" && level <= 6;

/** Sections with something below them, be it below a heading of their own. */
function filledSections(marks: readonly Mark[]): readonly RunbookSection[] {
  const found = new Set<RunbookSection>();
  for (const [index, { heading }] of marks.entries()) {
    if (heading.sections.length > 0 && isFilled(marks, index)) for (const name of heading.sections) found.add(name);
  }
  return [...found];
}

function isFilled(marks: readonly Mark[], index: number): boolean {
  const level = marks[index]?.heading.level ?? 0;
  for (let at = index; at < marks.length; at += 1) {
    const mark = marks[at];
    if (!mark || (at > index && mark.heading.level <= level)) return false;
    if (mark.filled) return true;
  }
  return false;
}

const linesWith = (lines: readonly string[], wanted: string): readonly number[] =>
  lines.flatMap((line, index) => (line.includes(wanted) ? [index + 1] : []));
