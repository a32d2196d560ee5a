import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { categoryOf } from "../../shared/runbook/failure-category.ts";
import { placeholder } from "../../shared/runbook/draft-template.ts";
import { outlineOf } from "../../shared/runbook/outline.ts";
import { readRunbook } from "../../shared/runbook/read-runbook.ts";
import { sectionsNamed } from "../../shared/runbook/section-name.ts";
import { runbookSections } from "../../shared/team/team.ts";

const page = readFileSync("docs/runbooks.md", "utf8");
const [whole = "", styles = "", broken = ""] = [...page.matchAll(/^```markdown\n([^]*?)^```$/gm)].map(
  ([, example = ""]) => example,
);

test("docs/runbooks.md: the first example has what the page says it has", () => {
  expect({ ...outlineOf(whole, "x.md"), ...readRunbook(whole, "x.md") }).toMatchObject({
    title: "Aggregate Profit",
    frontMatter: {
      services: [{ id: "agg-profit" }],
      owners: [{ id: "bob" }, { id: "charlie" }],
      reviewed: { date: "2026-10-05" },
      severity: "major",
      problems: [],
    },
    sections: ["purpose", "failure-modes", "common-issues", "on-call-procedure", "sla"],
    failureModes: [
      {
        title: "Source unavailable",
        symptoms: ["rows of the newest month are missing."],
        causes: ["the ledger is down; the database refuses."],
      },
    ],
    commonIssues: [
      {
        title: "The ledger closes late.",
        clues: ["its newest day is not closed."],
        solutions: ["wait for it, then run the step again."],
      },
    ],
    checklist: [
      { text: "Open the log of the last run." },
      { text: "Tell the first owner if a report is due within a day." },
    ],
    slas: ["Critical: answered within 1 h, resolved within 4 h."],
  });
});

test("docs/runbooks.md: the second example has its sections in four styles", () => {
  const { failureModes } = readRunbook(styles, "x.md");
  expect(outlineOf(styles, "x.md").sections).toEqual(["owners", "sla", "failure-modes", "monitoring-and-alerts"]);
  expect(failureModes).toMatchObject([{ title: "Data Quality Issues", category: categoryOf("Data quality") }]);
});

test("docs/runbooks.md: the third example is listed with its line, and used all the same", () => {
  const { title, frontMatter } = outlineOf(broken, "x.md");
  expect([title, frontMatter.problems]).toEqual([
    "Aggregate Profit",
    [{ kind: "bad-value", key: "reviewed", line: 3 }],
  ]);
});

test("docs/runbooks.md: the table has every section, and every other name that it gives is known", () => {
  const rows = [...page.matchAll(/^\| `([\w-]+)`\s+\| (.+?)\s+\|$/gm)];
  expect(rows.map(([, section]) => section)).toEqual(runbookSections);
  for (const [, section, names = ""] of rows) {
    for (const name of names.split(", ")) expect(sectionsNamed(name.replace("…", "Growth")), name).toEqual([section]);
  }
  expect(page).toContain(`\`${placeholder}\``);
});
