/** Characters of a title and of a body that are handed to a notification service. */
const longestTitle = 200;
const longestBody = 2_000;

/**
 * Content arrives cleaned and cut. This is what stands when it did not: a NUL ends a D-Bus string and an argument, 128 kB is
 * more than Linux lets one argument be, and a daemon takes seconds to lay out 100 kB. None of that may cost a page.
 */
export const noticeTitle = (text: string): string => fit(text.replaceAll("\n", " "), longestTitle);
export const noticeBody = (text: string): string => fit(text, longestBody);

function fit(text: string, most: number): string {
  const printable = text.slice(0, most + 1).replace(/[\p{Cc}]/gu, (character) => (character === "\n" ? "\n" : " "));
  return (printable.length > most ? `${printable.slice(0, most - 1)}…` : printable).toWellFormed();
}

/** Makes text inert in the Pango and HTML markup that notification servers read in bodies. */
export const escapeMarkup = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
