import { cleanLine } from "./clean.ts";
import { escapeMarks } from "./markdown-marks.ts";

/*
 * Text of people and alerts inside of Markdown that Baton writes. It is read by people as often as it is drawn (in a mail, a chat, a
 * terminal), so a mark is escaped only where it would mean something. Whatever the text, it stays one line of words.
 */

/** Characters of a line, unless told otherwise. */
const usualLimit = 2_000;

/** Text as one line of Markdown that means nothing but itself; empty where there is nothing to read. */
export const inMarkdown = (text: string, limit = usualLimit): string => escapeMarks(cleanLine(text, limit), "block");

/** The same, line by line; empty lines are left out. */
export const linesInMarkdown = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => inMarkdown(line))
    .filter((line) => line !== "");

/** The same as a cell of a table. */
export const cellInMarkdown = (text: string): string => escapeMarks(cleanLine(text, usualLimit), "cell");

/** Text as code, letter for letter, fenced by more backquotes than the text has in a row. */
export function codeInMarkdown(text: string, limit: number): string {
  const line = cleanLine(text, limit);
  if (line === "") return "(nothing)";
  const longestRun = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longestRun + 1);
  const padded = line.startsWith("`") || line.endsWith("`") ? ` ${line} ` : line;
  return `${fence}${padded}${fence}`;
}

/** A link with its title. */
export function linkInMarkdown({ title, url }: { readonly title: string; readonly url: string }): string {
  const words = escapeMarks(cleanLine(title, usualLimit), "title");
  const target = url.replace(/[\s<>\\]/g, encodeURIComponent).replace(/&(?=[#a-z\d]+;)/gi, String.raw`\&`);
  return `[${words}](${/[()]/.test(target) ? `<${target}>` : target})`;
}
