import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksOf, wordsOf, type Block } from "../../../shared/runbook/markdown.ts";
import { cleanLine } from "../../../shared/text/clean.ts";
import {
  cellInMarkdown,
  codeInMarkdown,
  inMarkdown,
  linesInMarkdown,
  linkInMarkdown,
} from "../../../shared/text/markdown.ts";

/** Text with many marks in few characters, and any text at all. */
const marks = [
  ...Array.from("*_~`\\&<>[]()#+-=|:!.@1a /\n"),
  "&amp;",
  "&#35;",
  "https://a.b/",
  "www.a.b",
  "a@b.cd",
  "é",
  "😀",
  "]: x",
];
const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...marks), { maxLength: 24 }).map((parts) => parts.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
);
const something = anyText.filter((text) => cleanLine(text, 200) !== "");
const clean = (text: string): string => cleanLine(text, 2_000);

/** What a tree says beyond words: the kinds of its nodes. Links that GitHub makes of addresses say what the address says. */
function kinds(block: Block): readonly string[] {
  const found: string[] = [];
  const visit = (node: Block | { readonly type: string }): void => {
    if (node.type !== "text" && node.type !== "link") found.push(node.type);
    if ("children" in node) node.children.forEach(visit);
  };
  visit(block);
  return found;
}

const read = (markdown: string) => blocksOf(markdown).map((block) => [kinds(block), wordsOf(block)]);

describe("text in Markdown", () => {
  it.each([
    "3 h (usually 40 min)",
    "OPS-1",
    "See https://wiki.example/runbooks/ledger_late?tab=1&x=2#top, please",
    "https://es.example:9200/_cat/health and https://a.example/~bob/",
    "alice_b@example.com",
    "snake_case, kebab-case, dotted.name and path/to/file.txt",
    "#4711 is not a heading, and C# is none",
    "-5 °C, +1, 50 %, 1.5 x, ~5 min, 3 * 4, a < b, <5%, x => y, p->q",
    "[FIRING:2] HighLatency [prod]",
    "rate(errors[5m]) > 0.1 && up == 1 | sum",
    "C:\\Users\\Alice",
    '{{ $labels.pod }} says "no"; it\'s 12:30!',
    "Plan A & B, R&D; AT&T",
    "America/New_York",
    "Wait… — “done”, 100€",
    "_private opens nothing",
  ])("is left as it is where nothing in it means anything: %s", (text) => {
    expect(inMarkdown(text)).toBe(text);
    expect(read(text)).toEqual([[["paragraph"], text]]);
  });

  it.each([
    ["*very* important", String.raw`\*very\* important`],
    ["__init__", String.raw`__init\_\_`],
    ["- a list", String.raw`\- a list`],
    ["1. a list", String.raw`1\. a list`],
    ["# a heading #", String.raw`\# a heading \#`],
    ["> a quotation", String.raw`\> a quotation`],
    ["[x] a task", String.raw`\[x] a task`],
    ["[a](javascript:b)", String.raw`\[a\](javascript:b)`],
    ["<img src=x onerror=alert(1)>", String.raw`\<img src=x onerror=alert(1)>`],
    ["[a](https://b.example/)", String.raw`\[a\](https://b.example/)`],
    ["AT&amp;T", String.raw`AT\&amp;T`],
    ["`rm -rf`", "\\`rm -rf\\`"],
    ["https://a.example/*b*", String.raw`https\://a.example/\*b\*`],
    ["safe\u202etxt\u200b.exe", "safe\ufffdtxt\ufffd.exe"],
  ])("is escaped only where it means something: %s", (text, written) => {
    expect(inMarkdown(text)).toBe(written);
  });

  it("is one paragraph that says the text, whatever the text is", () => {
    fc.assert(
      fc.property(something, (text) => {
        expect(read(inMarkdown(text))).toEqual([[["paragraph"], clean(text)]]);
      }),
      { numRuns: 300 },
    );
  });

  it("is the same in bold, in headings and lists, and beside other such text", () => {
    fc.assert(
      fc.property(something, something, (one, other) => {
        const [a, b] = [inMarkdown(one), inMarkdown(other)];
        const words = `${clean(one)} (${clean(other)}): ${clean(one)}`;
        expect(read(`**${a}** (${b}): ${a}`)).toEqual([[["paragraph", "strong"], words]]);
        expect(read(`# ${a}`)).toEqual([[["heading"], clean(one)]]);
        expect(read(`- ${a}`)).toEqual([[["list", "listItem", "paragraph"], clean(one)]]);
      }),
      { numRuns: 300 },
    );
  });

  it("stays a paragraph when it is several lines", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 5 }), (texts) => {
        const lines = linesInMarkdown(texts.join("\n"));
        const said = texts.join("\n").split(/\r?\n/).map(clean).filter(Boolean).join(" ");
        expect(read(lines.join("  \n"))).toEqual(
          said === "" ? [] : [[["paragraph", ...lines.slice(1).map(() => "break")], said]],
        );
      }),
      { numRuns: 300 },
    );
  });

  it("stays one cell of a table", () => {
    fc.assert(
      fc.property(something, something, (one, other) => {
        const [table] = blocksOf(`| a | b |\n| --- | --- |\n| ${cellInMarkdown(one)} | ${cellInMarkdown(other)} |`);
        const rows = table?.type === "table" ? table.children.map((row) => row.children.map(wordsOf)) : [];
        expect(rows).toEqual([
          ["a", "b"],
          [clean(one), clean(other)],
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it("stays the title of its link, which leads where it led", () => {
    fc.assert(
      fc.property(something, fc.webUrl({ withFragments: true, withQueryParameters: true }), (title, url) => {
        const [block] = blocksOf(linkInMarkdown({ title, url }));
        const links = block?.type === "paragraph" ? block.children : [];
        expect(links.map((link) => link.type === "link" && [link.url, wordsOf(link)])).toEqual([[url, clean(title)]]);
      }),
      { numRuns: 300 },
    );
  });

  it("is code, letter for letter, where it is to be copied", () => {
    fc.assert(
      fc.property(something, (text) => {
        const [block] = blocksOf(codeInMarkdown(text, 2_000));
        expect(block?.type === "paragraph" && block.children).toMatchObject([
          { type: "inlineCode", value: clean(text) },
        ]);
      }),
    );
  });
});
