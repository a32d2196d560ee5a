import { expect, test } from "vitest";
import { headingsOf } from "../../../shared/runbook/headings.ts";
import { blocksOf } from "../../../shared/runbook/markdown.ts";

const read = (text: string) => headingsOf(blocksOf(text));
const slugs = (text: string) => read(text).map((heading) => heading.kind === "heading" && heading.slug);
const ranks = (text: string) => read(text).map((one) => [one.kind === "heading" ? one.rank : "bold", one.title]);

test("headings have the ids that GitHub gives", () => {
  expect(slugs("# What's new?\n\n## `load()` & more\n\n## Owners\n\n## Owners\n\n## Ærø - 日本\n")).toEqual([
    "whats-new",
    "load--more",
    "owners",
    "owners-1",
    "ærø---日本",
  ]);
});

test("headings of every style are ranked without leaps", () => {
  expect(ranks("Title\n=====\n\n#### Deep ####\n\nSecond\nline\n---\n\n# Top")).toEqual([
    [1, "Title"],
    [2, "Deep"],
    [2, "Second line"],
    [1, "Top"],
  ]);
});

test("headings are words without their marks", () => {
  expect(ranks("# The **late** `ledger` [export](https://example.com) \\*")).toEqual([[1, "The late ledger export *"]]);
});

test("what only looks like a heading is none", () => {
  expect(read("```\n# code\n```\n\n> # quoted\n\n<!--\n# hidden\n-->\n\n#hashtag\n\n- item\n---\n\n**Loud**")).toEqual(
    [],
  );
});

test("a section goes to the next heading that is no deeper, and a line in bold to the next of any kind", () => {
  const text = "# Title\n## Late\n### Deeper\n**Owners:** Bob\n\n**SLA**\n## Next\n";
  expect(read(text).map(({ title, line, to }) => [title, line, to])).toEqual([
    ["Title", 1, undefined],
    ["Late", 2, 7],
    ["Deeper", 3, 7],
    ["Owners", 4, 6],
    ["SLA", 6, 7],
    ["Next", 7, undefined],
  ]);
});
