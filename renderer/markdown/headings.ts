import type { Line } from "./line.ts";

/** A heading of a text. */
export type Heading = {
  /** Its line in the text, from 1; that of an underlined one is its first. */
  readonly line: number;
  /** As it was written, 1 to 6. */
  readonly level: number;
  /** How deep it stands under the others, from 1 and without leaps, whatever levels were written. */
  readonly rank: number;
  readonly text: string;
};

/** The headings between two places of a text in their order, as an outline. Those within quotes and lists are not part of it. */
export function headingsOf(lines: readonly Line[], begin: number, end: number): readonly Heading[] {
  const above: number[] = [];
  return lines.flatMap((line, index) => {
    const { level } = line;
    if (level === undefined || index < begin || index >= end) return [];
    const first = line.kind === "underline" ? paragraphStart(lines, index - 1) : index;
    const words =
      line.kind === "underline" ? lines.slice(first, index).map(({ text }) => text.trim()) : [atx(line.text)];
    while ((above.at(-1) ?? 0) >= level) above.pop();
    above.push(level);
    return [{ line: first + 1, level, rank: above.length, text: plainText(words.join(" ")) }];
  });
}

function paragraphStart(lines: readonly Line[], last: number): number {
  let first = last;
  while (lines[first - 1]?.kind === "text") first -= 1;
  return first;
}

const atx = (text: string): string => text.replace(/^ {0,3}#{1,6}/, "").replace(/[ \t]+#+[ \t]*$/, "");

/** Without the marks that would be drawn: emphasis, code, links and escapes. */
const plainText = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, "$1")
    .replace(/(\*{1,3}|_{2,3}|~~|`+)(\S(?:.*?\S)?)\1/g, "$2")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .trim();
