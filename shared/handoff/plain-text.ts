/** Controls, and the format characters (zero-width, bidi, soft hyphen) that can make a text read as another one. */
const inert = /[\p{Cc}\p{Cf}]/gu;
const special = /[\\`*_{}[\]()#+\-!|<>~&@$^]/g;
const longest = 2_000;

/** Text of people and alerts as one line of Markdown that means nothing but itself. */
export const inMarkdown = (text: string): string =>
  oneLine(text)
    .replace(special, String.raw`\$&`)
    .replace(/:(?=\/\/)/g, String.raw`\:`)
    .replace(/^(\d+)\./, String.raw`$1\.`)
    .replace(/^=/, String.raw`\=`);

/** One line without characters that cannot be seen. */
export function oneLine(text: string): string {
  const line = text.slice(0, longest).replace(/\s+/g, " ");
  // Most lines need no tables of Unicode.
  return (/^[ -~]*$/.test(line) ? line : line.replace(inert, "")).trim();
}

/** The same, line by line, each a paragraph's line of its own. */
export const linesInMarkdown = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map(inMarkdown)
    .filter((line) => line !== "");
