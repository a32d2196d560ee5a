import { expect, test } from "vitest";
import { nextPart } from "../../../renderer/markdown/use-drawn.ts";
import { lineOfAnchor, openingRange, sectionRange } from "../../../renderer/markdown/place.ts";
import { cutText } from "../../../renderer/markdown/parts.ts";

test("parts are drawn from the wanted one down, and then those above it", () => {
  const order: number[] = [3];
  const next = (): number | undefined => nextPart(new Set(order), 6, 3);
  for (let part = next(); part !== undefined; part = next()) order.push(part);
  expect(order).toEqual([3, 4, 5, 2, 1, 0]);
});

test("a place is found by its address as GitHub writes it, and its section ends where the next begins", () => {
  const { headings } = cutText("# Title\n\n## Late ledger\n\nwords\n\n### Deeper\n\n## Late ledger\n");
  expect(lineOfAnchor(headings, "late-ledger-1")).toBe(9);
  expect(lineOfAnchor(headings, "nothing")).toBeUndefined();
  expect(sectionRange(headings, 3)).toEqual({ from: 3, to: 9 });
  expect(sectionRange(headings, 9)).toEqual({ from: 9, to: Number.POSITIVE_INFINITY });
  expect(openingRange(headings)).toEqual({ from: 1, to: 3 });
});
