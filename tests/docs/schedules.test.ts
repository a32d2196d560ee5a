import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runDoc } from "../support/doc-examples.ts";
import { scratchDir } from "../support/scratch-dir.ts";

test("docs/schedules.md: every example is a good team file, and below every command stands what it prints", () => {
  const page = readFileSync("docs/schedules.md", "utf8");
  expect(page.match(/^```console$/gm)?.length).toBeGreaterThan(15);
  expect(runDoc(page, scratchDir())).toBe(page);
});
