import { inlineText } from "./inline-text.ts";
import type { OutlineHeading } from "./runbook.ts";
import { sectionsNamed } from "./section-name.ts";

/*
 * Finds headings line by line, without taking the Markdown apart, because a folder may hold thousands of files. What CommonMark
 * calls a heading is found at the margin (not in quotes, lists, code and comments), and besides the lines in bold that stand for
 * headings, where they name a known section.
 */

/** A heading, and whether anything but headings follows it before the next. */
export type Mark = { readonly heading: OutlineHeading; filled: boolean };

type Scan = {
  readonly marks: Mark[];
  /** The marker that closes the code that we are in. */
  fence: string | undefined;
  inComment: boolean;
  inList: boolean;
  afterBlank: boolean;
  /** Lines that are a paragraph, unless a line of = or - makes them a heading. */
  paragraph: string[];
};

/** Every heading of `lines`, of which the first `skip` are front matter. */
export function scanHeadings(lines: readonly string[], skip: number): readonly Mark[] {
  const scan: Scan = {
    marks: [],
    fence: undefined,
    inComment: false,
    inList: false,
    afterBlank: true,
    paragraph: [],
  };
  for (let index = skip; index < lines.length; index += 1) take(scan, lines[index] ?? "", index + 1);
  endParagraph(scan);
  return scan.marks;
}

const fenceOf = /^ {0,3}(`{3,}(?![^\n]*`)|~{3,})/;
const atx = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*\r?$/;
const underline = /^ {0,3}(=+|-+)[ \t]*\r?$/;
const listItem = /^(?: {0,3})(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;
/** `**Owners:**`, `**Owners**:` and `__Owners__`, with or without text behind. */
const bold = /^ {0,3}(?:\*\*|__)([^*_]{1,100}?):?(?:\*\*|__)[ \t]*:?[ \t]*(.*?)\r?$/;
const isBreak = /^ {0,3}(?:-[ \t]*){3,}\r?$|^ {0,3}(?:\*[ \t]*){3,}\r?$|^ {0,3}(?:_[ \t]*){3,}\r?$/;

function take(scan: Scan, line: string, number: number): void {
  if (scan.fence !== undefined) return inFence(scan, line);
  if (scan.inComment) {
    scan.inComment = !line.includes("-->");
    return;
  }
  const first = line.trimStart();
  if (first === "") {
    endParagraph(scan);
    scan.afterBlank = true;
    return;
  }
  const indented = line.startsWith("    ") || line.startsWith("\t");
  if (!indented && takeMarked(scan, { line, first, number })) return;
  takeText(scan, line, indented);
}

type Line = { readonly line: string; readonly first: string; readonly number: number };

/** Lines that say by their first character what they are; false where it is text after all. */
function takeMarked(scan: Scan, at: Line): boolean {
  const { line, first, number } = at;
  switch (first.charAt(0)) {
    case "#":
      return takeAtx(scan, line, number);
    case "`":
    case "~":
      return takeFence(scan, line);
    case "=":
    case "-":
      return takeUnderline(scan, line, number) || takeRule(scan, line) || takeItem(scan, at);
    case "<":
      return takeComment(scan, first);
    case ">":
      return takeOther(scan);
    case "*":
    case "_":
      return takeRule(scan, line) || takeItem(scan, at) || takeBold(scan, line, number);
    case "+":
      return takeItem(scan, at);
    default:
      return /^\d/.test(first) && takeItem(scan, at);
  }
}

function takeText(scan: Scan, line: string, indented: boolean): void {
  // A line at the margin after a blank one ends a list; any other line goes on with its last item.
  if (scan.inList && (indented || !scan.afterBlank)) return void takeOther(scan);
  if (indented && scan.paragraph.length === 0) return void takeOther(scan);
  scan.inList = false;
  scan.afterBlank = false;
  scan.paragraph.push(line);
}

function takeAtx(scan: Scan, line: string, number: number): boolean {
  const found = atx.exec(line);
  if (!found) return false;
  endParagraph(scan);
  add(scan, { level: found[1]?.length ?? 1, title: inlineText(found[2] ?? ""), line: number });
  return true;
}

function takeUnderline(scan: Scan, line: string, number: number): boolean {
  const found = underline.exec(line);
  if (!found || scan.paragraph.length === 0) return false;
  const title = inlineText(scan.paragraph.map((one) => one.trim()).join(" "));
  const begins = number - scan.paragraph.length;
  scan.paragraph = [];
  add(scan, { level: found[1]?.startsWith("=") ? 1 : 2, title, line: begins });
  return true;
}

/** A line in bold is a heading only where it names a known section; other bold text is only loud. */
function takeBold(scan: Scan, line: string, number: number): boolean {
  if (scan.paragraph.length > 0) return false;
  const found = bold.exec(line);
  const title = found?.[1]?.trim() ?? "";
  if (!found || sectionsNamed(title).length === 0) return false;
  scan.marks.push({ heading: { level: 7, title, line: number, sections: sectionsNamed(title) }, filled: false });
  scan.inList = false;
  scan.afterBlank = true;
  if ((found[2] ?? "") !== "") fill(scan);
  return true;
}

function takeItem(scan: Scan, { line, number }: Line): boolean {
  const marker = listItem.exec(line)?.[0];
  if (marker === undefined) return false;
  endParagraph(scan);
  takeBold(scan, line.slice(marker.length), number);
  scan.inList = true;
  scan.afterBlank = false;
  fill(scan);
  return true;
}

function takeFence(scan: Scan, line: string): boolean {
  const found = fenceOf.exec(line)?.[1];
  if (found === undefined) return false;
  endParagraph(scan);
  scan.fence = found;
  fill(scan);
  return true;
}

function inFence(scan: Scan, line: string): void {
  const marker = /^\s*(`{3,}|~{3,})\s*$/.exec(line)?.[1];
  const { fence } = scan;
  if (fence !== undefined && marker?.startsWith(fence)) scan.fence = undefined;
}

function takeComment(scan: Scan, first: string): boolean {
  if (!first.startsWith("<!--")) return false;
  endParagraph(scan);
  scan.inComment = !first.includes("-->");
  return true;
}

function takeRule(scan: Scan, line: string): boolean {
  if (!isBreak.test(line)) return false;
  endParagraph(scan);
  scan.inList = false;
  return true;
}

function takeOther(scan: Scan): true {
  endParagraph(scan);
  scan.afterBlank = false;
  fill(scan);
  return true;
}

function add(scan: Scan, { level, title, line }: Omit<OutlineHeading, "sections">): void {
  scan.marks.push({ heading: { level, title, line, sections: sectionsNamed(title) }, filled: false });
  scan.inList = false;
  scan.afterBlank = true;
}

function endParagraph(scan: Scan): void {
  if (scan.paragraph.length === 0) return;
  scan.paragraph = [];
  fill(scan);
}

function fill(scan: Scan): void {
  const last = scan.marks.at(-1);
  if (last) last.filled = true;
}
