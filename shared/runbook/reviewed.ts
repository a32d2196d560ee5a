import type { LocalDate } from "../team/team.ts";
import { readFrontMatter } from "./front-matter.ts";

/** The file with the date of its last review, and every other character as it was: line ends, comments, quotes, byte order mark. */
export function withReviewed(text: string, date: LocalDate): string {
  const { lines, reviewed } = readFrontMatter(text);
  const newline = /\r?\n/.exec(text)?.[0] ?? "\n";
  if (lines === 0) {
    const mark = text.startsWith("\u{feff}") ? "\u{feff}" : "";
    return [`${mark}---`, `reviewed: ${date}`, "---", "", text.slice(mark.length)].join(newline);
  }
  const line = reviewed?.line ?? lineOfKey(text, lines);
  if (line !== undefined) return replaceLine(text, line, (old) => withDate(old, date));
  return replaceLine(text, lines, (old) => `reviewed: ${date}${newline}${old}`);
}

/** The key with a value that is no date. */
function lineOfKey(text: string, lines: number): number | undefined {
  const index = text.split("\n", lines).findIndex((line) => /^reviewed\s*:/i.test(line));
  return index < 0 ? undefined : index + 1;
}

/** Keeps the key, the space behind it, the quotes, and a comment. */
function withDate(line: string, date: LocalDate): string {
  const parts = /^(reviewed\s*:)(\s*)(?:(["']).*?\3|[^#\r]*?)(\s+#.*|\s*)$/is.exec(line);
  const [, key = "reviewed:", space = "", quote = "", rest = ""] = parts ?? [];
  return `${key}${/[ \t]/.test(space) ? space.replace(/[\r\n]/g, "") : " "}${quote}${date}${quote}${rest}`;
}

function replaceLine(text: string, number: number, change: (line: string) => string): string {
  const lines = text.split("\n");
  return lines.map((line, index) => (index === number - 1 ? change(line) : line)).join("\n");
}
