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
      const found = dataset.value;
      if (!isMapping(found)) return;
      for (const [key, value] of Object.entries(found)) {
        if (Object.hasOwn(entries, key)) continue;
        addIssue({
          expected: `(${known.map((word) => JSON.stringify(word)).join(" | ")})`,
          path: [{ type: "object", origin: "key", input: found, key, value }],
        });
      }
    }),
  );
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
