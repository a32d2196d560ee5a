import type { PlacedMap, Quote } from "./placed.ts";
import { valueOf } from "./placed.ts";

/** One item to be written, in the order of the schema; a field that is undefined is left out. */
export type Fields = Readonly<Record<string, string | undefined>>;

/** How a person writes such items. */
export type ItemStyle = {
  /** The item to do as; absent where there is none yet. */
  readonly model?: PlacedMap;
  /** `{ a: b }` rather than `{a: b}`. */
  readonly padded: boolean;
  /** As in JSON. */
  readonly quoted: boolean;
};

/** `{ role: primary, person: bob }` */
export function flowItem(fields: Fields, style: ItemStyle): string {
  const inner = pairs(fields, style)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ");
  return style.padded ? `{ ${inner} }` : `{${inner}}`;
}

/** The lines of an item whose keys stand below each other, without indentation. */
export const blockLines = (fields: Fields, style: ItemStyle): readonly string[] =>
  pairs(fields, style).map(([key, value]) => `${key}: ${value}`);

function pairs(fields: Fields, style: ItemStyle): readonly (readonly [string, string])[] {
  const written = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  const order = style.model?.entries.map(({ key }) => key.value) ?? [];
  const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return written
    .toSorted(([a], [b]) => place(a) - place(b))
    .map(([key, value]) => [
      style.quoted ? JSON.stringify(key) : key,
      scalar(like(value, key, style), quoteOf(key, style)),
    ]);
}

/** Midnight is written as a date alone where the model does so. */
function like(value: string, key: string, { model }: ItemStyle): string {
  const example = valueOf(model, key);
  const isDate = example?.kind === "text" && /^\d{4}-\d{2}-\d{2}$/.test(String(example.value));
  return isDate && /^\d{4}-\d{2}-\d{2}T00:00$/.test(value) ? value.slice(0, 10) : value;
}

function quoteOf(key: string, { model, quoted }: ItemStyle): Quote {
  const example = valueOf(model, key);
  if (example?.kind === "text" && example.quote !== "block") return example.quote;
  return quoted ? "double" : "plain";
}

/** What every reader of YAML takes for the same text, within brackets too. Numbers, words such as `yes` and marks are not among them. */
const plainWords = /^\p{L}[\p{L}\p{N}_./-]*(?: [\p{L}\p{N}_./()-]+)*$/u;
const plainTime = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/;
const notText = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i;

const isPlain = (value: string): boolean => plainTime.test(value) || (plainWords.test(value) && !notText.test(value));

function scalar(value: string, quote: Quote): string {
  if (quote === "plain" && isPlain(value)) return value;
  // Every string of JSON is one of YAML.
  return quote === "single" ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
}
