/** One line of a feed after unfolding (RFC 5545, 3.1): names in upper case, the value as it stands. */
export type ContentLine = {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
};

const none: ReadonlyMap<string, string> = new Map();

const name = /^[A-Za-z0-9-]+/;

/** The name that a line begins with, in upper case; empty where it begins with none. */
export const lineName = (text: string): string => name.exec(text)?.[0].toUpperCase() ?? "";

/** Takes a line apart; `undefined` where it has no name or no value. Of several values of a parameter the text with its commas is kept. */
export function parseLine(text: string): ContentLine | undefined {
  const found = lineName(text);
  if (found === "") return undefined;
  let at = found.length;
  if (text[at] === ":") return { name: found, parameters: none, value: text.slice(at + 1) };
  const parameters = new Map<string, string>();
  while (text[at] === ";") {
    const equals = text.indexOf("=", at);
    if (equals < 0) return undefined;
    const key = text.slice(at + 1, equals).toUpperCase();
    const end = endOfParameter(text, equals + 1);
    if (end === undefined) return undefined;
    if (!parameters.has(key)) parameters.set(key, decodeParameter(text.slice(equals + 1, end)));
    at = end;
  }
  return text[at] === ":" ? { name: found, parameters, value: text.slice(at + 1) } : undefined;
}

/** Where a parameter's value ends: at the next `;` or `:` outside of quotes. */
function endOfParameter(text: string, from: number): number | undefined {
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === ";" || character === ":")) return at;
  }
  return undefined;
}

/** Without its quotes, and with the escapes of RFC 6868 undone. */
function decodeParameter(value: string): string {
  const bare = value.replaceAll('"', "");
  return bare.includes("^") ? bare.replace(/\^([n^'])/g, (_, sign: string) => escaped[sign] ?? sign) : bare;
}

const escaped: Readonly<Record<string, string>> = { n: "\n", "^": "^", "'": '"' };

/** A TEXT value with its escapes undone (RFC 5545, 3.3.11). */
export const unescapeText = (value: string): string =>
  value.includes("\\")
    ? value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign === "n" || sign === "N" ? "\n" : sign))
    : value;

/** The values of a list of TEXT, cut at commas that are not escaped. */
export const splitText = (value: string): readonly string[] =>
  (value.match(/(?:\\.|[^\\,])+/gs) ?? []).map((part) => unescapeText(part).trim());
