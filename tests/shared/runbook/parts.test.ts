import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawnBlocks } from "../../../shared/runbook/drawn-blocks.ts";
import type { Drawn } from "../../../shared/runbook/drawn.ts";
import { blocksOf } from "../../../shared/runbook/markdown.ts";
import { partsOf } from "../../../shared/runbook/parts.ts";
import { anyMarkdown } from "./any-markdown.ts";

const cut = (text: string, size: number) => partsOf(drawnBlocks(blocksOf(text)), size);

describe("a text cut into parts", () => {
  test("is whole when its parts are put together, and their lines are those of what they begin with", () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        const blocks = drawnBlocks(blocksOf(text));
        const parts = partsOf(blocks, 40);
        const whole = partsOf(blocks, Number.POSITIVE_INFINITY).flatMap((part) => part.blocks);
        const items = (all: readonly Drawn[]): readonly unknown[] =>
          all.flatMap((block): readonly unknown[] => {
            if (block.kind === "list") return block.items;
            return block.kind === "table" ? block.rows : [block];
          });
        expect(items(parts.flatMap((part) => part.blocks))).toEqual(items(whole));
        for (const { place, blocks: inside } of parts) expect(place.line).toBe(inside[0]?.line);
      }),
    );
  });

  test("is cut before headings sooner than elsewhere", () => {
    const text = "# Title\n\nwords words\n\n## Next\n\nwords\n\nmore words\n";
    expect(cut(text, 30).map(({ place, blocks }) => [place.line, blocks.map(({ kind }) => kind)])).toEqual([
      [1, ["heading", "paragraph"]],
      [5, ["heading", "paragraph", "paragraph"]],
    ]);
  });

  test("has the head of a long table in each of its parts, and the numbers of a long list go on", () => {
    const rows = Array.from({ length: 40 }, (_, index) => `| ${index} | value |`).join("\n");
    const tables = cut(`| Key | Value |\n|---|---|\n${rows}\n`, 100);
    expect(tables.length).toBeGreaterThan(2);
    for (const { blocks } of tables) {
      expect(blocks).toMatchObject([{ kind: "table", head: [[{ text: "Key" }], [{ text: "Value" }]] }]);
    }
    const lists = cut(Array.from({ length: 30 }, (_, index) => `${index + 5}. some item`).join("\n"), 100);
    expect(lists.length).toBeGreaterThan(2);
    for (const { blocks, place } of lists) expect(blocks).toMatchObject([{ kind: "list", start: place.line + 4 }]);
  });
});
