import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draftOf, type DraftFacts } from "../../../shared/runbook/draft.ts";
import { blocksOf, eachNode } from "../../../shared/runbook/markdown.ts";
import { outlineOf } from "../../../shared/runbook/outline.ts";
import { readRunbook } from "../../../shared/runbook/read-runbook.ts";
import { runbookSections } from "../../../shared/team/team.ts";

const facts = (over: Partial<DraftFacts> = {}): DraftFacts => ({
  service: { id: "agg-profit", name: "Aggregate Profit" },
  owners: [{ id: "bob", name: "Bob" }],
  title: "Ledger is late",
  labels: { alertname: "LedgerLate", pipeline: "agg_profit" },
  links: [{ title: "Source", url: "https://prom.example/graph" }],
  date: "2027-01-04",
  timeline: [
    { time: "12:00", what: "Triggered" },
    { time: "12:20", what: "Note by Alice", detail: "a posting was held back" },
  ],
  notes: ["a posting was held back"],
  ticks: ["Open the log of the last run."],
  slas: ["Critical: answered within 1 h."],
  ...over,
});

describe("002-4 a draft", () => {
  const runbook = readRunbook(draftOf(facts()), "x.md");
  const outline = outlineOf(draftOf(facts()), "x.md");

  test("003-6 004-3 001-4 has every section of the template", () => {
    expect(outline.sections.toSorted()).toEqual([...runbookSections].toSorted());
  });

  test("says what happened: the alert, the notes, the ticks, the deadlines, whose it is", () => {
    expect(runbook).toMatchObject({
      title: "Aggregate Profit",
      failureModes: [{ title: "Ledger is late" }],
      commonIssues: [{ clues: ["Ledger is late."] }],
      checklist: [{ text: "Open the log of the last run." }],
      slas: ["Critical: answered within 1 h."],
    });
    expect(outline.frontMatter).toMatchObject({
      services: [{ id: "agg-profit" }],
      owners: [{ id: "bob" }],
      problems: [],
    });
    expect(draftOf(facts())).toContain("- 12:20 Note by Alice: `a posting was held back`");
  });

  test("is not finished while a line waits to be written", () => {
    expect(outline.unwritten.length).toBeGreaterThan(3);
  });

  test("of an incident without a service is named by its alert", () => {
    const { service: _service, ...rest } = facts();
    expect(readRunbook(draftOf(rest), "x.md").title).toBe("Ledger is late");
  });
});

const hostile = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "# Owned",
    "```\n## Owners\n```",
    "`` ` ``",
    "[x](javascript:alert(1))",
    "<img src=x onerror=alert(1)>",
    "a\n\n---\nservice: other\n---",
    "- [ ] do this",
    "www.evil.example and https://evil.example",
    "\u{202e}drow",
    "![](https://evil.example/p.png)",
    "| a | b |\n|---|---|",
  ),
);

describe("text from outside", () => {
  test("adds no heading, task, link, image or markup to a draft", { timeout: 30_000 }, () => {
    const shape = (text: string) => {
      const types: string[] = [];
      eachNode(blocksOf(text), ({ type }) => {
        if (!["text", "inlineCode"].includes(type)) types.push(type);
      });
      return types;
    };
    const made = (text: string) =>
      draftOf(
        facts({ title: text, labels: { a: text }, notes: [text], ticks: [text], links: [{ title: text, url: text }] }),
      );
    fc.assert(
      fc.property(hostile, (text) => {
        expect(shape(made(text))).toEqual(shape(made("plain")));
      }),
      { numRuns: 50 },
    );
  });
});
