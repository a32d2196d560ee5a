import { expect, test } from "vitest";
import { lineOfAnchor, openingRange, partAt, sectionRange } from "../../../renderer/markdown/place.ts";
import { nextPart } from "../../../renderer/markdown/use-parts.ts";
import { readRunbook } from "../../../shared/runbook/read-runbook.ts";

test("parts are drawn from the wanted one down, and then those above it", () => {
  const places = [1, 2, 3, 4, 6];
  const order: number[] = [];
  const next = (): number | undefined => nextPart(new Set(order), places, 3);
  for (let part = next(); part !== undefined; part = next()) order.push(part);
  expect(order).toEqual([3, 4, 6, 2, 1]);
});

test("a place is found by its address as GitHub writes it, and its section ends where the next begins", () => {
  const { headings } = readRunbook("# Title\n\n## Late ledger\n\nwords\n\n### Deeper\n\n## Late ledger\n", "x.md");
  expect(lineOfAnchor(headings, "late-ledger-1")).toBe(9);
  expect(lineOfAnchor(headings, "nothing")).toBeUndefined();
  expect(sectionRange(headings, 3)).toEqual({ from: 3, to: 9 });
  expect(sectionRange(headings, 9)).toEqual({ from: 9, to: undefined });
  expect(openingRange(headings)).toEqual({ from: 1, to: 3 });
});

test("a line stands in the part that begins last before it", () => {
  const parts = [1, 5, 9].map((line) => ({ line, size: 1 }));
  expect([1, 4, 5, 8, 9, 100].map((line) => partAt(parts, line))).toEqual([0, 0, 1, 1, 2, 2]);
});
