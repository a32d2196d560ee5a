import * as v from "valibot";
import { expect, it } from "vitest";
import { schemaOf, tableOf } from "../../shared/wire.ts";

type Member = { readonly kind: "x" } | { readonly kind: "y"; readonly z: string };
type Declared = { readonly a: string; readonly b?: number; readonly c: readonly Member[] };

const x = v.object({ kind: v.literal("x") });
const members = v.variant("kind", [x, v.object({ kind: v.literal("y"), z: v.string() })]);
const a = v.string();
const b = v.exactOptional(v.number());
const c = v.array(members);

it("the schema of a declared type has all of its fields and members, and no other, or does not compile", () => {
  const good = schemaOf<Declared>()(v.object({ a, b, c }));
  // @ts-expect-error a field that may be absent is missing
  schemaOf<Declared>()(v.object({ a, c }));
  // @ts-expect-error a field that may be absent must be there
  schemaOf<Declared>()(v.object({ a, b: v.number(), c }));
  // @ts-expect-error a member is missing
  schemaOf<Declared>()(v.object({ a, b, c: v.array(x) }));
  // @ts-expect-error a field too many
  schemaOf<Declared>()(v.object({ a, b, c, d: a }));
  expect(v.parse(good, { a: "1", c: [{ kind: "y", z: "2" }] })).toEqual({ a: "1", c: [{ kind: "y", z: "2" }] });
});

it("a table has all of its names, also those that objects have of their own", () => {
  const table: unknown = JSON.parse('{ "constructor": "1", "__proto__": "2", "prototype": "3", "": "4" }');
  expect(v.parse(tableOf(v.string()), table)).toStrictEqual(table);
  for (const other of [[], null, "text", { a: 1 }]) expect(v.is(tableOf(v.string()), other)).toBe(false);
});
