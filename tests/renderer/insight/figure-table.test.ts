import { expect, test } from "vitest";
import { csvOf, type Column } from "../../../renderer/insight/figure-table.ts";

const columns: readonly Column<{ readonly name: string; readonly hours: number }>[] = [
  { title: "Person", shown: ({ name }) => name, value: ({ name }) => name },
  { title: "Hours, all", shown: ({ hours }) => `${hours} h`, value: ({ hours }) => hours },
];

test("a table for a spreadsheet: quoted where it must be, bare numbers, lines that end as RFC 4180 says", () => {
  expect(csvOf(columns, [{ name: 'Ann "A", Bee', hours: 1.5 }])).toBe(
    'Person,"Hours, all"\r\n"Ann ""A"", Bee",1.5\r\n',
  );
});

test("a name that a spreadsheet would run as a formula is text", () => {
  expect(csvOf(columns, [{ name: '=HYPERLINK("http://x")', hours: -1 }])).toBe(
    'Person,"Hours, all"\r\n"\'=HYPERLINK(""http://x"")",-1\r\n',
  );
});
