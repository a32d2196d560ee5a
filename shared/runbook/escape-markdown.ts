/** Controls, and the format characters that can make a text read as another one. */
const inert = /[\p{Cc}\p{Cf}]/gu;
/** Characters of one quoted text. */
const longest = 500;

/**
 * Text from outside (an alert, a note) as Markdown that shows it letter for letter on one line, whatever it holds: code, in which
 * nothing else has a meaning, fenced by more backquotes than the text has in a row.
 */
export function quoted(text: string): string {
  const line = oneLine(text);
  if (line === "") return "(nothing)";
  const longestRun = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longestRun + 1);
  const padded = line.startsWith("`") || line.endsWith("`") ? ` ${line} ` : line;
  return `${fence}${padded}${fence}`;
}

/** Words of the team's own, such as a service's name, as they are: what Markdown would read as a mark is escaped. */
export const escaped = (text: string): string => oneLine(text).replace(/[!-/:-@[-`{-~]/g, (mark) => `\\${mark}`);

function oneLine(text: string): string {
  const line = text
    .slice(0, longest * 2)
    .replace(/\s+/g, " ")
    .replace(inert, "")
    .trim();
  if (line.length <= longest) return line;
  const kept = line.slice(0, longest - 1);
  // A surrogate pair is never split.
  return `${/[\u{d800}-\u{dbff}]$/u.test(kept) ? kept.slice(0, -1) : kept}…`;
}
