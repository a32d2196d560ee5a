import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runDoc } from "../support/doc-examples.ts";
import { scratchDir } from "../support/scratch-dir.ts";

/** Pages whose commands are run, with how many they have at least. */
const pages = [
  ["docs/schedules.md", 15],
  ["docs/insight.md", 1],
] as const;

test.each(pages)("%s: every example is good, and below every command stands what it prints", async (path, least) => {
  const page = readFileSync(path, "utf8");
  expect(page.match(/^```console$/gm)?.length).toBeGreaterThanOrEqual(least);
  expect(await runDoc(page, scratchDir())).toBe(page);
});
