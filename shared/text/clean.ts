/** Beyond this nothing is looked at: a text of megabytes costs no more than one of a page. */
const longest = 100_000;

/**
 * Makes text from outside safe to show on one line: what cannot be seen is made visible, white space becomes single spaces, and at
 * most `limit` characters stay, the last one "…" where something was cut. A surrogate pair is never split.
 */
export function cleanLine(text: string, limit: number): string {
  return cut(visible(text.slice(0, longest).replace(/\s+/g, " ")).trim(), limit);
}

/** The first `limit` characters, "…" standing for the rest. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit - 1);
  const last = kept.charCodeAt(kept.length - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return `${(splitsPair ? kept.slice(0, -1) : kept).trimEnd()}…`;
}

/** Stands for every character that cannot be seen. */
const sign = "\u{fffd}";

/**
 * Text in which nothing hides: controls, zero-width and bidi characters, halves of pairs and fillers, which can make a text read as
 * another one, each become "\ufffd". Line ends and tabs stay.
 */
export const visible = (text: string): string => (/^[\t\n -~]*$/.test(text) ? text : text.replace(unseen, sign));

/** Scripts that are misspelt without joiners, and the signs that joiners make one picture of (UAX #31, section 2.3). */
const joined = [
  ...["Arabic", "Syriac", "Mongolian", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu"],
  ...["Kannada", "Malayalam", "Sinhala", "Khmer"],
].map((script) => String.raw`\p{Script=${script}}`);
const joinable = String.raw`[${joined.join("")}\p{Extended_Pictographic}\p{Emoji_Modifier}\u{fe0f}]`;
const joiner = String.raw`(?<=${joinable})[\u{200c}\u{200d}](?=${joinable})`;

/** Variation selectors, which choose between two drawings of the sign before them, hide nothing. */
const harmless = String.raw`[\t\n\u{fe00}-\u{fe0f}]|${joiner}`;
const unseen = new RegExp(
  String.raw`(?!${harmless})[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]`,
  "gu",
);
