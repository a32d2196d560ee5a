import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outlineOf } from "../../../shared/runbook/outline.ts";
import { readRunbook } from "../../../shared/runbook/read-runbook.ts";
import { sectionsNamed } from "../../../shared/runbook/section-name.ts";
import { runbookSections } from "../../../shared/team/team.ts";
import { anyMarkdown, plainMarkdown } from "./any-markdown.ts";

const sectionsOf = (text: string) => outlineOf(text, "x.md").sections;

describe("sections", () => {
  test.each([
    ["## Owners\n\nBob", "owners"],
    ["OWNERS\n======\nBob", "owners"],
    ["Owners\n------\nBob", "owners"],
    ["#### III. Owners ####\n- Bob", "owners"],
    ["## 2) owners:\nBob", "owners"],
    ["**Owners:**\n\nBob", "owners"],
    ["**Owners:** Bob", "owners"],
    ["__Owners__: Bob", "owners"],
    ["* **Owners**: Bob", "owners"],
    ["## SLA\n1 h", "sla"],
    ["## Slas\n1 h", "sla"],
    ["## Service Level Agreements\n1 h", "sla"],
    ["## Known issues\n- one", "common-issues"],
    ["#### Potential Failure Modes and What Could Go Wrong:\n1. one", "failure-modes"],
    ["## Failure Modes\n1. one", "failure-modes"],
    ["## On-Call Procedure\nlook", "on-call-procedure"],
    ["## on call procedure\nlook", "on-call-procedure"],
    ["## V. On-call Schedule\nnobody", "on-call-procedure"],
    ["## Monitoring & Alerts\nlog", "monitoring-and-alerts"],
    ["## Recovery / Next Steps:\nlook", "recovery"],
    ["## Engagement Metrics\nclicks", "metrics"],
    ["## *Types* of `data`\nclicks", "types-of-data"],
  ])("%j is the section of its name in any style and case", (text, section) => {
    expect(sectionsOf(text)).toEqual([section]);
  });

  test("one heading can stand for two", () => {
    expect(sectionsOf("## Recovery and rollback\nwait")).toEqual(["recovery", "rollback"]);
  });

  test.each([
    "# Owners of nothing\nBob",
    "**Careful:** Bob",
    "    ## Owners\n",
    "```\n## Owners\n```",
    "<!--\n## Owners\nBob\n-->",
  ])("%j is none", (text) => {
    expect(sectionsOf(text)).toEqual([]);
  });

  test("one with nothing below it is not there, and one with something below a heading of its own is", () => {
    expect(sectionsOf("## Purpose\n\n## Owners\n\n### First\n\nBob\n")).toEqual(["owners"]);
  });

  test("every section of the team file's list has a name that people use", () => {
    for (const section of runbookSections) expect(sectionsNamed(section.replaceAll("-", " "))).toEqual([section]);
  });
});

describe("an outline", () => {
  test("is made of any text without a throw, and its lines are lines of the text", () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        const lines = text.split("\n").length;
        const runbook = readRunbook(text, "x.md");
        const places = [
          ...runbook.headings,
          ...runbook.failureModes,
          ...runbook.commonIssues,
          ...runbook.checklist,
          ...outlineOf(text, "x.md").frontMatter.problems,
          ...runbook.parts.flatMap(({ blocks }) => blocks),
        ];
        for (const { line } of places) expect(line).toSatisfy((at: number) => at >= 1 && at <= lines);
      }),
    );
  });

  test("has the headings that the parser finds", () => {
    fc.assert(
      fc.property(plainMarkdown, (text) => {
        const { title, headings } = outlineOf(text, "x.md");
        const read = readRunbook(text, "x.md");
        const parsed = read.headings.map((heading) => ({
          level: heading.kind === "heading" ? heading.level : 7,
          title: heading.title,
          line: heading.line,
          sections: heading.sections,
        }));
        expect([title, headings]).toEqual([read.title, parsed]);
      }),
    );
  });

  test("is titled by its first heading of the first level, else by any, else by its name", () => {
    expect(outlineOf("## Before\n\n# Title\n", "x.md").title).toBe("Title");
    expect(outlineOf("## Before\n", "x.md").title).toBe("Before");
    expect(outlineOf("text", "x.md").title).toBe("x.md");
  });
});
