import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { closing, playwrightTally, sum, vitestTally } from "../tally.js";

const folder = mkdtempSync(join(tmpdir(), "baton-tally-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, report: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(report));
  return path;
}

const vitestReport = written("vitest.json", {
  testResults: [
    {
      name: "a.test.ts",
      status: "failed",
      assertionResults: [
        { status: "passed", ancestorTitles: ["a clock"], title: "ticks" },
        { status: "failed", ancestorTitles: ["a clock"], title: "tocks" },
        {
          status: "skipped",
          ancestorTitles: ["a bus (skipped: needs dunst on the PATH)", "when hung"],
          title: "waits",
        },
        { status: "skipped", ancestorTitles: ["a bus (skipped: needs dunst on the PATH)"], title: "rings" },
      ],
    },
    { name: "broken.test.ts", status: "failed", assertionResults: [] },
  ],
});

const playwrightReport = written("playwright.json", {
  errors: [],
  suites: [
    {
      title: "page.spec.ts",
      specs: [{ title: "opens", tests: [{ status: "expected", annotations: [] }] }],
      suites: [
        {
          title: "the desktop",
          specs: [
            {
              title: "shows a tray",
              tests: [{ status: "skipped", annotations: [{ type: "skip", description: "needs Electron's binary" }] }],
            },
            { title: "wavers", tests: [{ status: "flaky", annotations: [] }] },
          ],
        },
      ],
    },
  ],
});

it("counts a file that could not be loaded as a failure", () => {
  expect(vitestTally(vitestReport, 1)).toEqual({
    passed: 1,
    failed: ["a clock > tocks", "broken.test.ts"],
    skipped: { "a bus (skipped: needs dunst on the PATH)": 2 },
  });
});

it("counts a test that passes only sometimes as a failure", () => {
  expect(playwrightTally(playwrightReport, 1)).toEqual({
    passed: 1,
    failed: ["page.spec.ts > the desktop > wavers"],
    skipped: { "page.spec.ts (skipped: needs Electron's binary)": 1 },
  });
});

it("counts a runner that left no report, or that refused its own run, as a failure", () => {
  const empty = written("empty.json", { testResults: [] });
  expect(sum([vitestTally(join(folder, "absent.json"), 1), vitestTally(empty, 1), vitestTally(empty, 0)])).toEqual({
    passed: 0,
    failed: ["vitest ended with 1 and left no report", "vitest ended with 1 outside of its tests"],
    skipped: {},
  });
});

it("closes with the count over all runners, alone on the last line", () => {
  const lines = closing(sum([vitestTally(vitestReport, 1), playwrightTally(playwrightReport, 1)])).split("\n");
  expect(lines).toContain("  a bus (skipped: needs dunst on the PATH) · 2");
  expect(lines.at(-1)).toBe("2 passed, 3 failed, 3 skipped");
});
