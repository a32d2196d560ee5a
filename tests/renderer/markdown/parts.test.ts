import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutText, partAt } from "../../../renderer/markdown/parts.ts";

const paragraph = (word: string, length = 500): string => `${word} `.repeat(length / 10).trim();

/** Lines of Markdown that mean something to their neighbours, in any order. */
const anyText = fc
  .array(
    fc.constantFrom(
      "# One",
      "## Two",
      "words",
      "more words",
      "",
      "- item",
      "  - [ ] inner",
      "1. first",
      "```sh",
      "~~~",
      "| a | b |",
      "|---|---|",
      "===",
      "---",
      "> quoted",
      "<!-- aside",
      "-->",
      "    indented",
      "[name]: https://example.com",
    ),
    { maxLength: 80 },
  )
  .map((lines) => lines.join("\n"));

describe("a text cut into parts", () => {
  test("is whole when its parts are put together, and every part knows its lines", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(!text.startsWith("---"));
        const { parts } = cutText(text, { size: 40 });
        expect(parts.map((part) => part.text).join("")).toBe(`${text}\n`);
        let line = 0;
        for (const part of parts) {
          expect(part.offset + (part.lead === "" ? 0 : 2)).toBe(line);
          line += part.text.split("\n").length - 1;
        }
      }),
    );
  });

  test("is cut before headings and paragraphs, and never within code", () => {
    const code = `\`\`\`sh\n${"echo\n\n# not a heading\n".repeat(50)}\`\`\``;
    const text = ["# Title", paragraph("intro"), "", code, "", "## Next", "", "words"].join("\n");
    const { parts, headings } = cutText(text, { size: 200 });
    expect(parts.map((part) => part.text.slice(0, 8).split("\n")[0])).toEqual(["# Title", "```sh", "## Next"]);
    expect(headings.map(({ line, level, text: words }) => [line, level, words])).toEqual([
      [1, 1, "Title"],
      [text.split("\n").indexOf("## Next") + 1, 2, "Next"],
    ]);
  });

  test("takes the head of a long table to each of its parts", () => {
    const rows = Array.from({ length: 40 }, (_, index) => `| ${index} | value |`).join("\n");
    const { parts } = cutText(`| Key | Value |\n|---|---|\n${rows}\n`, { size: 100 });
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.slice(1).every(({ lead }) => lead === "| Key | Value |\n|---|---|\n")).toBe(true);
  });

  test("takes what a reference means to where it is used", () => {
    const text = [paragraph("first [docs][Docs]"), "", paragraph("second"), "", "[docs]: https://example.com/a"].join(
      "\n",
    );
    const { parts } = cutText(text, { size: 100 });
    expect(parts[0]?.tail).toBe("\n\n[docs]: https://example.com/a\n");
    expect(parts[1]?.tail).toBe("");
  });

  test("leaves front matter out and keeps the numbers of lines", () => {
    const { parts, headings } = cutText("---\nservice: growth\n---\n\n# Growth\n");
    expect(parts.map(({ text, offset }) => [text, offset])).toEqual([["\n# Growth\n\n", 3]]);
    expect(headings).toEqual([{ line: 5, level: 1, rank: 1, text: "Growth" }]);
  });

  test("can be of some lines only, which keep their numbers and what they refer to", () => {
    const text = "# One\n\nwords\n\n## Two\n\nsee [docs]\n\n# Three\n\n[docs]: https://example.com";
    const { parts, headings } = cutText(text, { range: { from: 5, to: 9 } });
    expect(parts).toEqual([
      { text: "## Two\n\nsee [docs]\n\n", lead: "", tail: "\n\n[docs]: https://example.com\n", offset: 4 },
    ]);
    expect(headings).toEqual([{ line: 5, level: 2, rank: 1, text: "Two" }]);
  });

  test("finds the part of a line", () => {
    const text = Array.from({ length: 30 }, (_, index) => `# ${index}\n\n${paragraph("words", 100)}\n`).join("\n");
    const { parts } = cutText(text, { size: 100 });
    expect(parts.length).toBeGreaterThan(5);
    const lines = text.split("\n");
    lines.forEach((line, index) => {
      if (line.startsWith("#")) expect(parts[partAt(parts, index + 1)]?.text).toContain(`${line}\n`);
    });
  });
});

describe("the outline", () => {
  const ranks = (text: string): readonly (readonly [number, string])[] =>
    cutText(text).headings.map(({ rank, text: words }) => [rank, words]);

  test("knows every style of heading, and leaps no level", () => {
    expect(ranks("Title\n=====\n\n#### Deep ####\n\nSecond\nline\n---\n\n# Top")).toEqual([
      [1, "Title"],
      [2, "Deep"],
      [2, "Second line"],
      [1, "Top"],
    ]);
  });

  test("shows words without their marks", () => {
    expect(ranks("# The **late** `ledger` [export](https://example.com) \\*")).toEqual([
      [1, "The late ledger export *"],
    ]);
  });

  test("leaves out what only looks like a heading", () => {
    expect(ranks("```\n# code\n```\n\n> # quoted\n\n<!--\n# hidden\n-->\n\n#hashtag\n\n- item\n---")).toEqual([]);
  });
});
