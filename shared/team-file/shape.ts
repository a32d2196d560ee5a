import * as v from "valibot";
import { isMapping } from "./team-document.ts";

/** Valibot takes a list for an object; a team file does not. */
const mapping = v.custom<Readonly<Record<string, unknown>>>(isMapping);

type Shape<Entries extends v.ObjectEntries> = v.GenericSchema<
  unknown,
  v.InferOutput<v.ObjectSchema<Entries, undefined>>
>;

/** An object whose keys are all known: each unknown key is an issue of its own, with the known ones in `expected`. */
export function shape<const Entries extends v.ObjectEntries>(entries: Entries): Shape<Entries> {
  const known = Object.keys(entries);
  return v.pipe(
    mapping,
    v.looseObject(entries),
    v.rawCheck(({ dataset, addIssue }) => {
      const found: unknown = dataset.value;
      if (isMapping(found)) addUnknownKeys(found, known, addIssue);
    }),
  );
}

function addUnknownKeys(
  input: Readonly<Record<string, unknown>>,
  known: readonly string[],
  addIssue: (info: v.RawCheckIssueInfo<Record<string, unknown>>) => void,
): void {
  const expected = `(${known.map((word) => JSON.stringify(word)).join(" | ")})`;
  for (const [key, value] of Object.entries(input)) {
    if (!known.includes(key)) addIssue({ expected, path: [{ type: "object", origin: "key", input, key, value }] });
  }
}

/** The keys that are the kind's own; where a key is also common to all, the kind's form of it counts. */
type Kinds = Readonly<Record<string, { readonly entries: v.ObjectEntries }>>;

type Variant<Common extends v.ObjectEntries, All extends Kinds> = {
  readonly [Kind in keyof All & string]: { readonly kind: Kind } & v.InferOutput<
    v.ObjectSchema<Omit<Common, keyof All[Kind]["entries"]> & All[Kind]["entries"], undefined>
  >;
}[keyof All & string];

/** A mapping whose `kind` says which keys it has besides those that all have: that kind's own, and no other's. */
export function variantOf<const Common extends v.ObjectEntries, const All extends Kinds>(
  common: Common,
  all: All,
): v.GenericSchema<unknown, Variant<Common, All>> {
  const options = grouped(all).map(([names, entries]) =>
    v.looseObject({ kind: v.picklist(names), ...common, ...entries }),
  );
  const variant = v.pipe(
    mapping,
    v.variant("kind", options),
    v.rawCheck(({ dataset, addIssue }) => {
      const found: unknown = dataset.value;
      if (!isMapping(found)) return;
      const option = options.find(({ entries }) => v.is(entries.kind, found["kind"]));
      if (option) addUnknownKeys(found, Object.keys(option.entries), addIssue);
    }),
  );
  // The kinds are a list to the compiler, which no longer knows which entries are whose.
  return variant as v.GenericSchema<unknown, Variant<Common, All>>;
}

/** Kinds with the very same keys are one option, so that the JSON Schema says each once. */
function grouped(all: Kinds): readonly (readonly [names: readonly string[], entries: v.ObjectEntries])[] {
  const names = new Map<v.ObjectEntries, string[]>();
  for (const [kind, { entries }] of Object.entries(all)) names.set(entries, [...(names.get(entries) ?? []), kind]);
  return [...names].map(([entries, kinds]) => [kinds, entries]);
}

/** A list of at most `most` items. */
export const listOf = <Schema extends v.GenericSchema>(item: Schema, most: number) =>
  v.pipe(v.array(item), v.maxLength(most));

/** A list of 1 to `most` items. */
export const someOf = <Schema extends v.GenericSchema>(item: Schema, most: number) =>
  v.pipe(v.array(item), v.minLength(1), v.maxLength(most));

/** One item, or a list of 1 to `most`. */
export const oneOrMore = <Schema extends v.GenericSchema>(item: Schema, most: number) =>
  v.union([item, someOf(item, most)]);

/** A whole number within bounds, both included. */
export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** A mapping of names of the team's own choice to values of one form. */
export const tableOf = <Schema extends v.GenericSchema>(value: Schema) => v.pipe(mapping, v.record(v.string(), value));
