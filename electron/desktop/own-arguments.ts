/** Flags that drivers and systems add for Chromium or Electron. */
const foreign = /^(--(inspect|remote-debugging|no-sandbox|enable-|disable-|ozone-|lang=|allow-)|-psn_)/;

/** The arguments that are meant for Baton: what follows the app's folder in development, everything after the program otherwise. */
export function ownArguments(argv: readonly string[], start: "development" | "packaged"): readonly string[] {
  const after = start === "packaged" ? 1 : argv.findIndex((word, index) => index > 0 && !word.startsWith("-")) + 1;
  return argv.slice(Math.max(after, 1)).filter((word) => !foreign.test(word));
}
