import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFrontMatter } from "../../../shared/runbook/front-matter.ts";
import { withReviewed } from "../../../shared/runbook/reviewed.ts";
import { anyMarkdown } from "./any-markdown.ts";

describe("front matter", () => {
  test("says service, owners, review and severity, each with its line", () => {
    const text =
      "---\nservice: agg-profit # the ledger\nowners: [bob, 'charlie']\nreviewed: 2026-10-05\nseverity: Major\n---\n# Title\n";
    expect(readFrontMatter(text)).toEqual({
      services: [{ id: "agg-profit", line: 2 }],
      owners: [
        { id: "bob", line: 3 },
        { id: "charlie", line: 3 },
      ],
      reviewed: { date: "2026-10-05", line: 4 },
      severity: "major",
      problems: [],
      lines: 6,
    });
  });

  test("lists owners line by line, and passes over what other tools put there", () => {
    const text = "---\ntitle: x\ntags: [a]\nowners:\n  - bob\n  - charlie\nnested:\n  owners: dana\n---\n";
    expect(readFrontMatter(text).owners).toEqual([
      { id: "bob", line: 5 },
      { id: "charlie", line: 6 },
    ]);
  });

  test.each([
    ["---\nservice: a\n", [{ kind: "front-matter-open", line: 1 }]],
    ["---\nreviewed: last week\n---\n", [{ kind: "bad-value", key: "reviewed", line: 2 }]],
    ["---\nreviewed: 2026-02-30\n---\n", [{ kind: "bad-value", key: "reviewed", line: 2 }]],
    ["---\nseverity: awful\n---\n", [{ kind: "bad-value", key: "severity", line: 2 }]],
    ["---\nowners: [bob, <b>]\n---\n", [{ kind: "bad-value", key: "owners", line: 2 }]],
  ])("%j has a problem that names its line", (text, problems) => {
    expect(readFrontMatter(text).problems).toEqual(problems);
  });

  test("a rule at the top of a page is none", () => {
    expect(readFrontMatter("---- \ntext").lines).toBe(0);
    expect(readFrontMatter("# Title\n---\nservice: a\n---\n").lines).toBe(0);
  });
});

describe("001-7 reviewed today", () => {
  const date = "2027-01-04";

  test.each([
    ["---\nservice: a\nreviewed: 2026-10-05\n---\n# A\n", "---\nservice: a\nreviewed: 2027-01-04\n---\n# A\n"],
    [
      "---\r\nreviewed:   2026-10-05  # by bob\r\n---\r\nA\r\n",
      "---\r\nreviewed:   2027-01-04  # by bob\r\n---\r\nA\r\n",
    ],
    ["---\nreviewed: '2026-10-05'\n---\n", "---\nreviewed: '2027-01-04'\n---\n"],
    ["---\nreviewed:\n---\n", "---\nreviewed: 2027-01-04\n---\n"],
    ["---\nreviewed: soon\n---\n", "---\nreviewed: 2027-01-04\n---\n"],
    ["---\r\nservice: a\r\n---\r\nA", "---\r\nservice: a\r\nreviewed: 2027-01-04\r\n---\r\nA"],
    ["# A\r\n", "---\r\nreviewed: 2027-01-04\r\n---\r\n\r\n# A\r\n"],
    ["\u{feff}# A", "\u{feff}---\nreviewed: 2027-01-04\n---\n\n# A"],
    ["", "---\nreviewed: 2027-01-04\n---\n\n"],
  ])("writes the date into %j and leaves the rest", (before, after) => {
    expect(withReviewed(before, date)).toBe(after);
  });

  test("is what the file then says, in any file, and a second time changes nothing", () => {
    fc.assert(
      fc.property(anyMarkdown, fc.boolean(), (body, dated) => {
        const text = dated ? `---\nservice: a\nreviewed: 2020-01-01\n---\n${body}` : body;
        const after = withReviewed(text, date);
        expect(readFrontMatter(after).reviewed?.date).toBe(date);
        expect(withReviewed(after, date)).toBe(after);
        if (dated) expect(after.length).toBe(text.length);
        if (readFrontMatter(text).lines === 0) expect(after.endsWith(text.replace(/^\u{feff}/u, ""))).toBe(true);
      }),
    );
  });
});
