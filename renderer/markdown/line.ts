/*
 * What a line of Markdown is, as far as cutting a text into parts and listing its headings needs to know. The grammar is CommonMark's
 * (https://spec.commonmark.org/0.31.2/), read line by line; the parser itself decides what is shown.
 */

/** Where lines are not what they look like. */
type Inside =
  | { readonly kind: "text" }
  | { readonly kind: "fence"; readonly mark: string }
  | { readonly kind: "comment" }
  | { readonly kind: "table"; readonly head: string };

export type LineKind = "blank" | "heading" | "underline" | "item" | "row" | "inside" | "definition" | "text";

export type Line = {
  readonly text: string;
  readonly kind: LineKind;
  /** The level of a heading, or of the one that this line underlines. */
  readonly level?: number;
  /** The two lines above a table's row that make it one. */
  readonly tableHead?: string;
};

const fence = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+|>[ \t]?)*(?:(`{3,})[^`]*|(~{3,}).*)$/;
const heading = /^ {0,3}(#{1,6})(?:[ \t]|$)/;
const underline = /^ {0,3}(?:(=+)|-+)[ \t]*$/;
const item = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const tableRule = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const definition = /^ {0,3}\[[^\]]{1,200}\]:[ \t]*\S/;

/** Reads the lines of a text one after another. */
export function readLines(texts: readonly string[]): readonly Line[] {
  let inside: Inside = { kind: "text" };
  let before: Line = { text: "", kind: "blank" };
  return texts.map((text) => {
    const [line, next]: readonly [Line, Inside] = readLine(text, before, inside);
    inside = next;
    before = line;
    return line;
  });
}

function readLine(text: string, before: Line, inside: Inside): readonly [Line, Inside] {
  if (inside.kind === "fence") {
    const ends = text.trim().startsWith(inside.mark) && text.trim().replaceAll(inside.mark[0] ?? "", "") === "";
    return [{ text, kind: "inside" }, ends ? { kind: "text" } : inside];
  }
  if (inside.kind === "comment") {
    return [{ text, kind: "inside" }, text.includes("-->") ? { kind: "text" } : inside];
  }
  if (text.trim() === "") return [{ text, kind: "blank" }, { kind: "text" }];
  const opened = fence.exec(text);
  if (opened) {
    return [
      { text, kind: "text" },
      { kind: "fence", mark: opened[1] ?? opened[2] ?? "```" },
    ];
  }
  if (/^ {0,3}<!--/.test(text) && !text.includes("-->")) return [{ text, kind: "text" }, { kind: "comment" }];
  if (inside.kind === "table") return [{ text, kind: "row", tableHead: inside.head }, inside];
  return readPlain(text, before);
}

function readPlain(text: string, before: Line): readonly [Line, Inside] {
  const plain: Inside = { kind: "text" };
  const marks = heading.exec(text)?.[1];
  if (marks !== undefined) return [{ text, kind: "heading", level: marks.length }, plain];
  const isTable = before.kind === "text" && tableRule.test(text) && (text.includes("|") || before.text.includes("|"));
  if (isTable) {
    return [
      { text, kind: "inside" },
      { kind: "table", head: `${before.text}\n${text}\n` },
    ];
  }
  const under = before.kind === "text" ? underline.exec(text) : null;
  if (under) return [{ text, kind: "underline", level: under[1] === undefined ? 2 : 1 }, plain];
  if (item.test(text)) return [{ text, kind: "item" }, plain];
  return [{ text, kind: definition.test(text) ? "definition" : "text" }, plain];
}
