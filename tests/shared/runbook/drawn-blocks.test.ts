import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { drawnBlocks } from "../../../shared/runbook/drawn-blocks.ts";
import { drawnBlocksSchema } from "../../../shared/runbook/drawn.ts";
import { blocksOf } from "../../../shared/runbook/markdown.ts";
import { hostileText } from "../../page/hostile-text.ts";
import { anyMarkdown } from "./any-markdown.ts";

const draw = (text: string) => drawnBlocks(blocksOf(text)).map(({ block }) => block);
const words = (text: string) => [{ kind: "text", text }] as const;
const paragraph = (text: string, line = 1) => ({ kind: "paragraph", line, inside: words(text) });

describe("a text as it is drawn", () => {
  test("has its blocks with their lines", () => {
    expect(draw("# A\n\none *two* `three`  \nfour\n\n---\n\n> quoted\n\n```sh\nls\n```\n")).toEqual([
      { kind: "heading", line: 1, inside: words("A") },
      {
        kind: "paragraph",
        line: 3,
        inside: [
          ...words("one "),
          { kind: "emphasis", inside: words("two") },
          ...words(" "),
          { kind: "code", text: "three" },
          { kind: "break" },
          ...words("four"),
        ],
      },
      { kind: "rule", line: 6 },
      { kind: "quote", line: 8, blocks: [paragraph("quoted", 8)] },
      { kind: "code", line: 10, text: "ls" },
    ]);
  });

  test("has its lists, tight or not, and their tasks by their words", () => {
    expect(draw("3. a\n4. b\n\n- [x] **c** d\n\n  - [ ] e\n")).toEqual([
      {
        kind: "list",
        line: 1,
        start: 3,
        tight: true,
        items: [
          { line: 1, blocks: [paragraph("a", 1)] },
          { line: 2, blocks: [paragraph("b", 2)] },
        ],
      },
      {
        kind: "list",
        line: 4,
        tight: false,
        items: [
          {
            line: 4,
            task: { done: true, words: "c d" },
            blocks: [
              { kind: "paragraph", line: 4, inside: [{ kind: "strong", inside: words("c") }, ...words(" d")] },
              {
                kind: "list",
                line: 6,
                tight: true,
                items: [{ line: 6, task: { done: false, words: "e" }, blocks: [paragraph("e", 6)] }],
              },
            ],
          },
        ],
      },
    ]);
  });

  test("has its tables with the sides of their columns", () => {
    expect(draw("| a | b |\n|:-:|---|\n| 1 | ~~2~~ |\n")).toEqual([
      {
        kind: "table",
        line: 1,
        align: ["center", "none"],
        head: [words("a"), words("b")],
        rows: [[words("1"), [{ kind: "struck", inside: words("2") }]]],
      },
    ]);
  });

  test("has what its references mean", () => {
    expect(draw("[docs] ![flow][f]\n\n[docs]: https://a.example\n[f]: img/f.png\n")).toEqual([
      {
        kind: "paragraph",
        line: 1,
        inside: [
          { kind: "link", url: "https://a.example", inside: words("docs") },
          ...words(" "),
          { kind: "picture", url: "img/f.png", alt: "flow" },
        ],
      },
    ]);
  });

  test("has its footnotes below the section that refers to them", () => {
    expect(draw("# A\n\na[^x] b[^x]\n\n# B\n\n[^x]: why\n")).toEqual([
      { kind: "heading", line: 1, inside: words("A") },
      {
        kind: "paragraph",
        line: 3,
        inside: [
          ...words("a"),
          { kind: "note", number: 1, to: "note:1:1", id: "back:1:1" },
          ...words(" b"),
          { kind: "note", number: 1, to: "note:1:1" },
        ],
      },
      {
        kind: "notes",
        line: 3,
        notes: [{ number: 1, id: "note:1:1", back: "back:1:1", blocks: [paragraph("why", 7)] }],
      },
      { kind: "heading", line: 5, inside: words("B") },
    ]);
  });

  test("shows HTML as it was written, but for comments and line breaks", () => {
    expect(draw("<b>x</b> a<br>b <!-- c -->\n\n<!-- all -->\n\n<div onclick=x>\n")).toEqual([
      {
        kind: "paragraph",
        line: 1,
        inside: [...words("<b>"), ...words("x"), ...words("</b>"), ...words(" a"), { kind: "break" }, ...words("b ")],
      },
      paragraph("<div onclick=x>", 5),
    ]);
  });

  test("hides nothing", () => {
    expect(draw("rm\u200b `a\u202eb`")).toEqual([
      { kind: "paragraph", line: 1, inside: [...words("rm\ufffd "), { kind: "code", text: "a\ufffdb" }] },
    ]);
  });

  test("ends somewhere, however deep its quotes and lists stand in each other", () => {
    const deep = JSON.stringify(draw(`${"> ".repeat(500)}deep\n\n${"- ".repeat(500)}deep\n`));
    expect(deep.match(/"quote"/g)?.length).toBeLessThan(40);
    expect(deep.match(/deep/g)?.length).toBe(2);
  });

  test("is of the closed set, whatever it was made of", () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        const blocks = JSON.parse(JSON.stringify(draw(text))) as unknown;
        expect(v.parse(drawnBlocksSchema, blocks)).toEqual(blocks);
      }),
    );
    expect(v.is(drawnBlocksSchema, JSON.parse(JSON.stringify(draw(hostileText("https://home.example")))))).toBe(true);
  });
});
