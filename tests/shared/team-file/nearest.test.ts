import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance, nearest } from "../../../shared/team-file/nearest.ts";

test.each([
  ["bobb", "bob"],
  ["aliec", "alice"],
  ["DANA", "dana"],
  ["charly", "charlie"],
  ["zebra", undefined],
  ["", undefined],
])("the nearest of four people to %j is %j", (word, expected) => {
  expect(nearest(word, ["alice", "bob", "charlie", "dana"])).toBe(expected);
});

test("the earliest of equally near words wins", () => {
  expect(nearest("cat", ["bat", "car"])).toBe("bat");
});

test("a very long word is like no other", () => {
  expect(nearest("a".repeat(10_000), ["a".repeat(9_999)])).toBeUndefined();
});

test("the distance is zero for equal words only, symmetric, and never more than the longer word", () => {
  const word = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b);
      expect(distance === 0).toBe(a === b);
      expect(editDistance(b, a)).toBe(distance);
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});
