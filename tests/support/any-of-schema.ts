import fc from "fast-check";
import type * as v from "valibot";

/* Values that a schema lets through, drawn from the schema itself, so that a new field or member is drawn as soon as it is declared. */

type Entries = Readonly<Record<string, v.GenericSchema>>;

/** The parts of valibot's schemas that those of kept things are made of. */
type Parts = {
  readonly type: string;
  readonly entries?: Entries;
  readonly items?: readonly v.GenericSchema[];
  readonly item?: v.GenericSchema;
  readonly wrapped?: v.GenericSchema;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly pipe?: readonly Parts[];
};

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom("", "__proto__", "constructor", "a\u0000b", "\u202e", "é💥"),
);
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);
const instants = fc.integer({ min: -1, max: 4_102_444_800_000 });

/** Any value of a schema; throws for a kind of schema that it does not know. */
export function anyOf(schema: v.GenericSchema): fc.Arbitrary<unknown> {
  return anyPart(schema);
}

function anyPart(schema: Parts): fc.Arbitrary<unknown> {
  const { entries = {}, items = [], item, wrapped, options = [], pipe } = schema;
  // A table is taken apart, and put together again.
  const isTable = pipe?.some(({ type }) => type === "transform") ?? false;
  if (isTable) return anyTable((pipe?.find(({ type }) => type === "array")?.item as Parts | undefined)?.items?.[1]);
  switch (schema.type) {
    case "object":
      return anyObject(entries);
    case "array":
      return fc.array(anyIn(item), { maxLength: 3 });
    case "tuple":
      return fc.tuple(...items.map(anyIn));
    case "variant":
      return fc.oneof(...options.map((option) => anyPart(option as Parts)));
    case "nullable":
      return fc.option(anyIn(wrapped), { nil: null });
    case "picklist":
      return fc.constantFrom(...options);
    case "literal":
      return fc.constant(schema.literal);
    case "string":
      return text;
    case "number":
      return number;
    case "boolean":
      return fc.boolean();
    // The one custom schema is that of instants.
    case "custom":
      return instants;
    default:
      throw new Error(`no values of a schema of the type ${schema.type}`);
  }
}

const anyIn = (schema: v.GenericSchema | undefined): fc.Arbitrary<unknown> => {
  if (!schema) throw new Error("a schema that has no part where one was expected");
  return anyOf(schema);
};

const anyTable = (value: v.GenericSchema | undefined): fc.Arbitrary<unknown> =>
  fc.array(fc.tuple(text, anyIn(value)), { maxLength: 3 }).map((pairs) => Object.fromEntries(pairs));

/** Fields that may be absent are, half of the time. */
function anyObject(entries: Entries): fc.Arbitrary<unknown> {
  const optional = (schema: v.GenericSchema): boolean => schema.type === "exact_optional";
  const fields = Object.entries(entries).map(([name, schema]) => {
    const value = optional(schema) ? anyIn((schema as unknown as Parts).wrapped) : anyOf(schema);
    return [name, value] as const;
  });
  const requiredKeys = Object.entries(entries).flatMap(([name, schema]) => (optional(schema) ? [] : [name]));
  return fc.record(Object.fromEntries(fields), { requiredKeys, noNullPrototype: true });
}
