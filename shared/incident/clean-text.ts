/** Controls, and the format characters (zero-width, bidi, soft hyphen) that can make a text read as another one. */
const inert = /[\p{Cc}\p{Cf}]/gu;
const longest = 100_000;

/**
 * Makes text from outside safe to show: control, zero-width and bidi characters go, white space becomes single spaces, and at most
 * `limit` characters stay, the last one "…" where something was cut. A surrogate pair is never split.
 */
export function cleanLine(text: string, limit: number): string {
  const line = text.slice(0, longest).replace(/\s+/g, " ").replace(inert, "").trim();
  return cut(line, limit);
}

/** The first `limit` characters, "…" standing for the rest. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit - 1);
  const last = kept.charCodeAt(kept.length - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return `${(splitsPair ? kept.slice(0, -1) : kept).trimEnd()}…`;
}
