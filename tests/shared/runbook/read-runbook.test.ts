import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { failureCategories } from "../../../shared/runbook/runbook.ts";
import { categoryOf } from "../../../shared/runbook/failure-category.ts";
import { readRunbook } from "../../../shared/runbook/read-runbook.ts";
import { anyMarkdown } from "./any-markdown.ts";

const read = (text: string) => readRunbook(text, "x.md");

describe("003-6 failure modes", () => {
  const expected = [
    {
      title: "Source unavailable",
      category: "source-unavailable",
      symptoms: ["rows are missing."],
      causes: ["the API is down", "the database refuses"],
    },
    { title: "Data quality", category: "data-quality", symptoms: ["totals jump."], causes: ["late data."] },
  ];
  const withoutLines = (text: string) => read(text).failureModes.map(({ line: _line, ...mode }) => mode);

  test("stand under headings of their own", () => {
    const text = [
      "## Failure modes",
      "### Source unavailable",
      "- Symptoms: rows are missing.",
      "- **Potential causes:**",
      "  - the API is down",
      "  - the database refuses",
      "### 2. Data quality:",
      "**Symptoms:** totals jump.",
      "",
      "**Potential Causes:** late data.",
      "## Recovery",
      "- Symptoms: of something else.",
    ].join("\n");
    expect(withoutLines(text)).toEqual(expected);
    expect(read(text).failureModes.map(({ line }) => line)).toEqual([2, 7]);
  });

  test("or as items whose lead is in bold", () => {
    const text = [
      "#### Potential Failure Modes and What Could Go Wrong:",
      "",
      "1. **Source unavailable**",
      "   - **Symptoms:** rows are missing.",
      "   - **Possible causes:**",
      "     - the API is down",
      "     - the database refuses",
      "",
      "2. **Data quality:**",
      "   - **Symptoms:** totals jump.",
      "   - **Causes:** late data.",
    ].join("\n");
    expect(withoutLines(text)).toEqual(expected);
  });

  test("or as items with a sentence each", () => {
    expect(withoutLines("**Potential Failure Modes:**\n1. **Schema Changes**: a field was renamed.\n")).toEqual([
      {
        title: "Schema Changes",
        category: "schema-change",
        description: "a field was renamed.",
        symptoms: [],
        causes: [],
      },
    ]);
  });

  test("what stands below one without a label is a symptom", () => {
    expect(
      withoutLines("## Potential issues\n* **Scalability Issues**\n\t+ More data than before\n\t+ Too little memory\n"),
    ).toEqual([
      {
        title: "Scalability Issues",
        category: "scalability",
        symptoms: ["More data than before", "Too little memory"],
        causes: [],
      },
    ]);
  });
});

test("003-7 the six failure modes are recognised by name", () => {
  const names = [
    "Data Source Unavailability",
    "Data Quality Issues",
    "Pipeline Processing Failures",
    "Infrastructure Problems",
    "Changes in Data Schemas",
    "Security or Access Issues",
  ];
  expect(names.map(categoryOf)).toEqual(failureCategories.slice(0, 6));
  const short = [
    "Source unavailable",
    "Data quality",
    "Processing",
    "Infrastructure",
    "Schema change",
    "Security or access",
  ];
  expect(short.map(categoryOf)).toEqual(failureCategories.slice(0, 6));
});

test("001-8 the five categories of issues are recognised by name", () => {
  const names = [
    "Data Quality Issues",
    "Pipeline Failures",
    "Scalability Issues",
    "Security Issues",
    "Dependency Issues",
  ];
  expect(names.map(categoryOf)).toEqual(["data-quality", "processing", "scalability", "security-access", "dependency"]);
});

describe("004-3 common issues", () => {
  test("may be rows of a table with the labels at its head, as failure modes may", () => {
    const text = [
      "## Failure modes",
      "| Mode | Symptoms | Possible causes |",
      "|---|---|---|",
      "| Source unavailable | rows are missing | the API is down |",
      "## Common issues",
      "| # | Team | Clue | Solution |",
      "|---|---|---|---|",
      "| Loaded twice | us | Two batches | Delete the *second* |",
      "| Cut short |",
      "",
      "| Contact | Phone |",
      "|---|---|",
      "| Bob | 7 |",
    ].join("\n");
    const { failureModes, commonIssues } = read(text);
    expect(failureModes).toEqual([
      {
        title: "Source unavailable",
        category: "source-unavailable",
        symptoms: ["rows are missing"],
        causes: ["the API is down"],
        line: 4,
      },
    ]);
    expect(commonIssues).toEqual([
      { title: "Loaded twice", clues: ["Two batches"], solutions: ["Delete the second"], line: 8 },
      { title: "Cut short", clues: [], solutions: [], line: 9 },
    ]);
  });

  test("are items, with clue and solution behind labels below them or within them", () => {
    const text = [
      "#### III. Common Issues",
      "- Missing data due to the directory.",
      "  - **Clue:** a step before has none.",
      "- Late data.",
      "  - **Solution:** look at the lag.",
      "- Clue: counts double. Solution: remove duplicates.",
      "- Joins may fail.",
    ].join("\n");
    expect(read(text).commonIssues).toEqual([
      { title: "Missing data due to the directory.", clues: ["a step before has none."], solutions: [], line: 2 },
      { title: "Late data.", clues: [], solutions: ["look at the lag."], line: 4 },
      { title: "counts double", clues: ["counts double."], solutions: ["remove duplicates."], line: 6 },
      { title: "Joins may fail.", clues: [], solutions: [], line: 7 },
    ]);
  });
});

test("001-4 SLAs are read as lines, in whatever form they stand", () => {
  expect(
    read("## SLAs\n\nWithin **48 hours**.\n\n- Critical: 1 h\n  - by phone\n\n| a | b |\n|---|---|\n| 1 | 2 |\n").slas,
  ).toEqual(["Within 48 hours.", "Critical: 1 h", "by phone", "a · b", "1 · 2"]);
  expect(
    read("* **Purpose**: x\n* **SLAs**: times:\n\t+ Critical: 1 h\n\t+ Major: 2 h\n* **Owners**: Bob\n").slas,
  ).toEqual(["SLAs: times:", "Critical: 1 h", "Major: 2 h"]);
});

describe("a checklist", () => {
  const text = "## Steps\n- [ ] Open the log\n- [x] Tell **Bob**\n  - [ ] by phone\n- plain\n- [ ] Open the log\n";

  test("has every item of a task list, with what it stands under", () => {
    expect(read(text).checklist.map(({ text: words, under, line }) => [words, under, line])).toEqual([
      ["Open the log", "Steps", 2],
      ["Tell Bob", "Steps", 3],
      ["by phone", "Steps", 4],
      ["Open the log", "Steps", 6],
    ]);
  });

  test("has ids of their own, which case, emphasis and a tick do not change", () => {
    const ids = read(text).checklist.map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    expect(read(text.replace("[ ] Open the log", "[x] *open* the  LOG")).checklist.map(({ id }) => id)).toEqual(ids);
  });

  test("keeps its ids over any edit of other lines", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(anyMarkdown, fc.constantFrom("before", "after"), (other, where) => {
        // A fence or a comment that is left open takes the rest of the page with it.
        fc.pre(!/`{3}|~{3}|<|\[[ x]\]/.test(other));
        const ids = (content: string) => read(content).checklist.map(({ id }) => id);
        expect(ids(where === "before" ? `${other}\n\n${text}` : `${text}\n\n${other}`)).toEqual(ids(text));
      }),
      { numRuns: 50 },
    );
  });
});
