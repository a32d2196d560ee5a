/** A text cut at its front matter: `head` is what stands between the two rules, and `lines` are those that all of it takes. */
export type FrontMatterCut = { readonly head: string; readonly body: string; readonly lines: number };

const opens = /^\u{feff}?---[ \t]*\r?\n/u;
const closes = /\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
/** Characters within which it must end; a rule of dashes at the top of a page is no front matter. */
const longest = 20_000;

/** What stands between `---` and `---` at the very top; "open" where it does not end, `undefined` where there is none. */
export function cutFrontMatter(text: string): FrontMatterCut | "open" | undefined {
  const opening = opens.exec(text)?.[0];
  if (opening === undefined) return undefined;
  // The line that opens it may be followed at once by the one that closes it.
  const from = opening.length - (opening.endsWith("\r\n") ? 2 : 1);
  const closing = closes.exec(text.slice(from, longest));
  if (!closing) return "open";
  const end = from + closing.index;
  const head = text.slice(opening.length, Math.max(opening.length, end));
  return { head, body: text.slice(end + closing[0].length), lines: text.slice(0, end).split("\n").length + 1 };
}
