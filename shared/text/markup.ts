/** Makes text inert in the Pango and HTML markup that notification servers read in bodies. */
export const escapeMarkup = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
