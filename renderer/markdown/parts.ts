import { headingsOf, type Heading } from "./headings.ts";
import { readLines, type Line } from "./line.ts";

/** A piece of a text that is parsed and drawn by itself, so that a long text never holds up the screen. */
export type Part = {
  /** The piece, as it stands in the text. */
  readonly text: string;
  /** What stands before it when it is parsed: the head of the table that it goes on with. */
  readonly lead: string;
  /** What stands after it: what its references are defined as elsewhere. */
  readonly tail: string;
  /** Added to a line of what is parsed, from 1, it gives the line of the text. */
  readonly offset: number;
};

export type CutText = { readonly parts: readonly Part[]; readonly headings: readonly Heading[] };

/** Characters that a part has before the next good place to cut ends it. */
const usualSize = 3_000;
/** A definition longer than this is not carried to where it is used. Characters. */
const longestDefinition = 4_000;

/** Some of a text's lines, from 1; the end is not part of it. */
export type LineRange = { readonly from: number; readonly to: number };
export type CutOptions = { readonly size?: number; readonly range?: LineRange };

/**
 * Cuts a text, or a range of its lines, where its blocks end, and lists its headings. Front matter, which tells nothing to a reader,
 * is left out.
 */
export function cutText(source: string, { size = usualSize, range }: CutOptions = {}): CutText {
  const texts = source.replace(/\r\n?/g, "\n").split("\n");
  const start = frontMatterEnd(texts);
  const lines = readLines(texts.map((text, index) => (index < start ? "" : text)));
  const begin = Math.max(start, (range?.from ?? 1) - 1);
  const end = Math.min(lines.length, (range?.to ?? Number.POSITIVE_INFINITY) - 1);
  const definitions = definitionsIn(lines);
  const parts = spans(lines.slice(0, end), begin, size).map(([from, to]): Part => {
    const text = lines
      .slice(from, to)
      .map((line) => `${line.text}\n`)
      .join("");
    const lead = lines[from]?.tableHead ?? "";
    return { text, lead, tail: tailOf(text, definitions), offset: from - (lead === "" ? 0 : 2) };
  });
  return { parts, headings: headingsOf(lines, begin, end) };
}

/** The part in which a line of the text stands. */
export function partAt(parts: readonly Part[], line: number): number {
  const next = parts.findIndex(({ offset, lead }) => offset + (lead === "" ? 0 : 2) >= line);
  return Math.max(0, (next < 0 ? parts.length : next) - 1);
}

function frontMatterEnd(texts: readonly string[]): number {
  if (texts[0]?.trimEnd() !== "---") return 0;
  const end = texts.findIndex((text, index) => index > 0 && /^(---|\.\.\.)[ \t]*$/.test(text));
  return end < 0 ? 0 : end + 1;
}

function spans(lines: readonly Line[], begin: number, size: number): readonly (readonly [number, number])[] {
  const cuts: number[] = [begin];
  let length = 0;
  for (let index = begin; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (length > 0 && length >= size * reluctance(line, lines[index - 1])) {
      cuts.push(index);
      length = 0;
    }
    length += line.text.length + 1;
  }
  return cuts.map((from, index) => [from, cuts[index + 1] ?? lines.length] as const);
}

/** How much longer than usual a part becomes rather than end before this line. */
function reluctance(line: Line, before: Line | undefined): number {
  if (line.kind === "heading") return 0.25;
  if (line.kind === "inside" || line.kind === "blank" || line.kind === "underline") return Number.POSITIVE_INFINITY;
  if (line.kind === "row" || line.kind === "item") return 2;
  // Indented lines go on with the item above them, and a quote with its lines.
  if (before?.kind === "blank") return /^[ \t>]/.test(line.text) ? 4 : 1;
  // In the middle of a paragraph, which then reads as two.
  return 5;
}

const label = (text: string): string => text.trim().replace(/\s+/g, " ").toLowerCase();

/** Every definition of the text by what it defines, with the indented lines that belong to it. */
function definitionsIn(lines: readonly Line[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  lines.forEach(({ text, kind }, index) => {
    const name = kind === "definition" ? /^ {0,3}\[([^\]]+)\]:/.exec(text)?.[1] : undefined;
    if (name === undefined || found.has(label(name))) return;
    let end = index + 1;
    while (/^(?: {4}|\t)\s*\S/.test(lines[end]?.text ?? "")) end += 1;
    const whole = lines.slice(index, end).map((line) => line.text);
    found.set(label(name), whole.join("\n"));
  });
  return found;
}

function tailOf(text: string, definitions: ReadonlyMap<string, string>): string {
  if (definitions.size === 0) return "";
  const used = new Set([...text.matchAll(/\[([^\]\n]{1,200})\]/g)].map(([, name = ""]) => label(name)));
  const carried = [...used].flatMap((name) => definitions.get(name) ?? []);
  const tail = carried.filter((one) => one.length <= longestDefinition && !text.includes(one));
  return tail.length === 0 ? "" : `\n\n${tail.join("\n\n")}\n`;
}
