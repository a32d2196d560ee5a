/*
 * Which marks of a line mean something in GitHub's Markdown (https://github.github.com/gfm/), told by what stands beside them in the
 * line. Before and behind the line anything may stand but letters.
 *
 * Emphasis and strikes need a mark that opens and one that closes. Of "_" and "~", which the Markdown around the line does not use,
 * only those that could close are escaped; that leaves nothing to pair with, in the line or beside it.
 */

/** Where the line stands: a cell of a table ends at a bar, and the title of a link at a bracket. */
export type Surroundings = "block" | "cell" | "title";

/** A clean line with a backslash before every mark that would mean something. */
export function escapeMarks(line: string, within: Surroundings): string {
  if (/^[A-Za-z0-9 ,'"/%]*$/.test(line)) return line;
  const words = line.split(" ");
  const end = words.length - 1;
  return escapeEnds(words.map((word, at) => escapeWord(word, { first: at === 0, last: at === end, within })).join(" "));
}

/** Whether a word is the first of its line and the last, and where the line stands. */
type Ends = { readonly first: boolean; readonly last: boolean; readonly within: Surroundings };

function escapeWord(word: string, ends: Ends): string {
  const surrounded = !ends.first && !ends.last;
  if (surrounded && /^\*+$/.test(word)) return word;
  const escaped = word.replace(/[*`\\&<[\]|]|_+|~+/g, (mark, at: number) =>
    means(mark, { before: word.slice(0, at), after: word.slice(at + mark.length), ends })
      ? mark.replace(/./g, String.raw`\$&`)
      : mark,
  );
  // Within an address that becomes a link a backslash would be read as part of it; so it becomes none.
  return escaped === word ? word : escaped.replace(brokenAddress, "$&\\");
}

/** The beginning of an address with a backslash in it. */
const brokenAddress = /(?:https?(?=:\/\/)|www(?=\.))(?=.*\\[!-/:-@[-`{-~])/gi;

/** What stands around a mark in its word. */
type Place = { readonly before: string; readonly after: string; readonly ends: Ends };

function means(mark: string, { before, after, ends }: Place): boolean {
  switch (mark.charAt(0)) {
    case "\\":
      return after === "" ? ends.last : punctuation.test(after);
    case "&":
      return entity.test(after);
    case "<":
      return after === "" ? ends.last : !/^[\d=<-][^@]*$/.test(after);
    case "[":
      return ends.within === "title";
    case "]":
      return ends.within === "title" || after.startsWith("(");
    case "|":
      return ends.within === "cell";
    case "_":
    case "~":
      return closes(mark, sideBefore(before, ends), sideAfter(after, ends));
    default:
      return true;
  }
}

const punctuation = /^[!-/:-@[-`{-~]/;
const entity = /^(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,31});/i;

/** "unclear" is what parsers of Markdown do not agree on: signs beyond the first plane of Unicode. */
type Side = "space" | "word" | "sign" | "unclear";

function closes(mark: string, before: Side, after: Side): boolean {
  if (before === "space") return false;
  return mark.startsWith("_") || before === "sign" ? after !== "word" : true;
}

const sideBefore = (text: string, { first }: Ends): Side =>
  text === "" ? (first ? "sign" : "space") : sideOf(/.$/u.exec(text)?.[0] ?? "");

const sideAfter = (text: string, { last }: Ends): Side =>
  text === "" ? (last ? "sign" : "space") : sideOf(/^./u.exec(text)?.[0] ?? "");

function sideOf(character: string): Side {
  if (/[\p{L}\p{N}\p{M}]/u.test(character)) return "word";
  return character.length === 1 && /[\p{P}\p{S}]/u.test(character) ? "sign" : "unclear";
}

/** What means something only where a line begins or ends: quotations, lists, headings, rules, tables, tasks and definitions. */
const atEnds: readonly (readonly [RegExp, string])[] = [
  [/^(?:>|[-+](?= |$)|#{1,6}(?= |$)|~~~|=+$|[-|: ]+$)/, String.raw`\$&`],
  // A definition's label may end on the next line.
  [/^\[(?=[ xX]\](?: |$)|.*\]:|(?:\\.|[^\\\]])*$)/, String.raw`\$&`],
  [/^(\d{1,9})(?=[.)](?: |$))/, "$1\\"],
  // The run of "#" that ends a heading is no part of it.
  [/(?<=^| )#+$/, String.raw`\$&`],
];

const escapeEnds = (line: string): string =>
  atEnds.reduce((text, [found, escaped]) => text.replace(found, escaped), line);
