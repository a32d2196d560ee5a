import fc from "fast-check";
import { expect, test } from "vitest";
import { objectEnd, skipSpace } from "../../../../electron/providers/reach/json-bytes.ts";

const anyObject = fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue());

test("an object ends where it ends, whatever its texts look like and whatever follows", () => {
  fc.assert(
    fc.property(
      anyObject,
      fc.constantFrom(undefined, 2),
      fc.constantFrom("", ",{}", '"}', "]"),
      (value, indent, more) => {
        const text = Buffer.from(JSON.stringify(value, undefined, indent));
        expect(objectEnd(Buffer.concat([text, Buffer.from(more)]), 0)).toBe(text.length);
      },
    ),
  );
});

test("an object that is cut off ends nowhere", () => {
  fc.assert(
    fc.property(anyObject, fc.nat(), (value, cut) => {
      const text = Buffer.from(JSON.stringify(value));
      expect(objectEnd(text.subarray(0, cut % text.length), 0)).toBe(-1);
    }),
  );
});

test("only JSON's own white space is skipped", () => {
  expect(skipSpace(Buffer.from(" \n\r\t\v["), 0)).toBe(4);
  expect(skipSpace(Buffer.from("  "), 0)).toBe(2);
});
