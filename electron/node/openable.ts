/*
 * What Baton hands to the system to open. Other schemes can start any program that registered one, and even a letter can be told to
 * attach a file in some mail programs, so that of mail and telephone only the plainest form passes.
 */

/** RFC 6068 with several addressees, a subject and a body, all else written as %XX. */
const letter = /^mailto:[A-Za-z0-9._%+@,-]{3,1000}(?:\?subject=[A-Za-z0-9._~%-]*(?:&body=[A-Za-z0-9._~%-]*)?)?$/;
/** RFC 3966, a number without parameters. */
const call = /^tel:\+?\d{3,20}$/;
const longest = 4_096;

/** The address as the system may open it: of the web, a letter, or a call. Undefined for any other. */
export function openable(text: string): string | undefined {
  if (text.length > longest) return undefined;
  if (letter.test(text) || call.test(text)) return text;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === "http:" || url?.protocol === "https:" ? url.href : undefined;
}
