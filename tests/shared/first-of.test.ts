import fc from "fast-check";
import { expect, it } from "vitest";
import { firstOf } from "../../shared/first-of.ts";

it("gives what sorting all and cutting gives, equals in the order in which they came", () => {
  const items = fc.array(fc.record({ weight: fc.nat(5), place: fc.nat() }));
  fc.assert(
    fc.property(items, fc.nat(8), (all, count) => {
      const byWeight = (a: { weight: number }, b: { weight: number }): number => a.weight - b.weight;
      expect(firstOf(all, count, byWeight)).toEqual(all.toSorted(byWeight).slice(0, count));
    }),
  );
});
