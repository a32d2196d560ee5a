import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plant, type Planted } from "./planted.ts";

/*
 * The checker is checked: what the import law and the purity of shared/ forbid is planted in a project of its own, and every
 * plant must be refused by name.
 */

/** Small enough to read, and everything that `npm run check` wants to find. */
const clean = {
  "shared/result.ts": 'export type Outcome = "good" | "bad";\n',
  "shared/time/instant.ts": "export const later = (at: number, ms: number): number => at + ms;\n",
  "electron/core/ports.ts":
    'import type { Outcome } from "../../shared/result.ts";\n\nexport type Clock = { now(): number };\nexport type Report = (outcome: Outcome) => void;\n',
  "electron/providers/weather/weather.ts":
    'import type { Clock } from "../../core/ports.ts";\n\nexport const poll = (clock: Clock): number => clock.now();\n',
  "electron/build/build.js": 'export const step = "build";\n',
  "renderer/clock.ts":
    'import { later } from "../shared/time/instant.ts";\n\nexport const soon = (at: number): number => later(at, 1000);\n',
  "tests/clock.ts": 'import { soon } from "../renderer/clock.ts";\n\nexport const sooner = soon(0);\n',
  "vitest.config.ts": "export default {};\n",
};

/** A file, an import in it that the law forbids, and the rule that refuses it. */
const forbiddenImports: readonly (readonly [file: string, target: string, rule: string])[] = [
  ["shared/incident/a.ts", "../../electron/core/ports.ts", "shared-knows-no-shell"],
  ["shared/incident/b.ts", "node:fs", "shared-has-no-node"],
  ["shared/incident/c.ts", "luxon", "shared-imports-valibot-only"],
  ["shared/time/zoned.ts", "valibot", "zoned-imports-luxon-only"],
  ["shared/team/json-schema.ts", "yaml", "json-schema-imports-its-converter-only"],
  ["shared/time/a.ts", "../team/team.ts", "time-stands-alone"],
  ["shared/team/a.ts", "../incident/leaf.ts", "team-stands-on-time"],
  ["shared/team-file/a.ts", "../team/team.ts", "team-file-stands-on-time"],
  ["shared/providers/a.ts", "../team/team.ts", "declarations-stand-on-the-team-file"],
  ["shared/providers/b.ts", "./news.ts", "declarations-never-import-each-other"],
  ["shared/paging/a.ts", "../incident/leaf.ts", "subjects-meet-in-behaviour"],
  ["shared/paging/b.ts", "../state/leaf.ts", "subjects-know-no-state"],
  ["shared/state/a.ts", "../behaviour/log/leaf.ts", "state-knows-no-behaviour"],
  ["shared/behaviour/handoff/a.ts", "../log/leaf.ts", "behaviours-meet-in-state"],
  ["shared/behaviour/handoff/b.ts", "../../app/leaf.ts", "behaviours-know-no-centre"],
  ["shared/app/a.ts", "../rpc/leaf.ts", "app-knows-no-rpc"],
  ["electron/core/a.ts", "node:http", "core-imports-shared-only"],
  ["electron/core/b.ts", "../node/leaf.ts", "core-imports-shared-only"],
  ["electron/providers/weather/a.ts", "node:http", "providers-import-shared-and-core-types"],
  ["electron/providers/weather/b.ts", "../../core/leaf.ts", "providers-take-only-types-from-core"],
  ["electron/providers/weather/c.ts", "../news/leaf.ts", "providers-never-import-each-other"],
  ["electron/providers/weather/d.ts", "../registry.ts", "providers-never-import-each-other"],
  ["electron/providers/reach/a.ts", "../news/leaf.ts", "providers-never-import-each-other"],
  ["electron/providers/ics/expansion.ts", "node:http", "feeds-expand-in-a-thread"],
  ["electron/node/a.ts", "../browser/leaf.ts", "node-adapters-import-no-host"],
  ["electron/node/b.ts", "../core/leaf.ts", "node-adapters-take-only-types-from-core"],
  ["electron/desktop/a.ts", "../browser/leaf.ts", "hosts-never-import-each-other"],
  ["electron/browser/a.ts", "../../renderer/leaf.ts", "hosts-import-no-screen"],
  ["electron/browser/b.ts", "electron", "electron-in-desktop-only"],
  ["electron/preload/a.ts", "../core/leaf.ts", "preload-exposes-and-no-more"],
  ["electron/preload/b.ts", "../../shared/rpc/leaf.ts", "preload-takes-only-types-from-rpc"],
  ["electron/node/c.ts", "../build/leaf.ts", "build-is-no-part-of-the-app"],
  ["renderer/a.ts", "../electron/core/leaf.ts", "renderer-imports-shared-only"],
  ["renderer/b.ts", "node:os", "renderer-has-no-node"],
  ["renderer/c.ts", "luxon", "renderer-imports-screen-packages-only"],
  ["renderer/transport/a.ts", "../store/leaf.ts", "renderer-transport-stands-on-those-below"],
  ["renderer/store/a.ts", "../words/leaf.ts", "renderer-store-stands-on-those-below"],
  ["renderer/words/a.ts", "../components/leaf.ts", "renderer-words-stands-on-those-below"],
  ["renderer/components/a.ts", "../keys/leaf.ts", "renderer-components-stands-on-those-below"],
  ["renderer/keys/a.ts", "../sound/leaf.ts", "renderer-keys-stands-on-those-below"],
  ["renderer/sound/a.ts", "../markdown/leaf.ts", "renderer-sound-stands-on-those-below"],
  ["renderer/markdown/a.ts", "../now/leaf.ts", "renderer-markdown-stands-on-those-below"],
  ["renderer/now/a.ts", "../app/leaf.ts", "renderer-subjects-know-no-app"],
  ["renderer/d.ts", "./index.ts", "no-barrels"],
  ["renderer/e.ts", "./utils.ts", "no-utils"],
  ["renderer/f.ts", "./nowhere.ts", "no-unresolved"],
  ["electron/node/d.ts", "undici", "no-undeclared-packages"],
  ["renderer/ring-a.ts", "./ring-b.ts", "no-cycles"],
];

const leaf = "export const leaf = 1;\n";
const leaves = {
  "shared/team/team.ts": leaf,
  "shared/providers/news.ts": leaf,
  "shared/incident/leaf.ts": leaf,
  "shared/app/leaf.ts": leaf,
  "shared/state/leaf.ts": leaf,
  "shared/behaviour/log/leaf.ts": leaf,
  "renderer/transport/leaf.ts": 'import "../store/leaf.ts";\n',
  "renderer/store/leaf.ts": 'import "../words/leaf.ts";\n',
  "renderer/words/leaf.ts": 'import "../components/leaf.ts";\n',
  "renderer/components/leaf.ts": 'import "../keys/leaf.ts";\n',
  "renderer/keys/leaf.ts": 'import "../sound/leaf.ts";\n',
  "renderer/sound/leaf.ts": 'import "../markdown/leaf.ts";\n',
  "renderer/markdown/leaf.ts": 'import "../now/leaf.ts";\n',
  "renderer/now/leaf.ts": 'import "../app/leaf.ts";\n',
  "renderer/app/leaf.ts": leaf,
  // Two folders in a ring of which no two files are.
  "shared/log/ring-a.ts": 'import type { part } from "../insight/ring-part.ts";\n\nexport type A = part;\n',
  "shared/insight/ring-part.ts": "export type part = 1;\n",
  "shared/insight/ring-b.ts": 'import type { piece } from "../log/ring-piece.ts";\n\nexport type B = piece;\n',
  "shared/log/ring-piece.ts": "export type piece = 1;\n",
  "shared/rpc/leaf.ts": leaf,
  "electron/core/leaf.ts": leaf,
  "electron/node/leaf.ts": leaf,
  "electron/providers/news/leaf.ts": leaf,
  "electron/providers/registry.ts": leaf,
  "electron/browser/leaf.ts": leaf,
  "electron/build/leaf.ts": leaf,
  "renderer/leaf.ts": leaf,
  "renderer/index.ts": leaf,
  "renderer/utils.ts": leaf,
  "renderer/ring-b.ts": 'import "./ring-a.ts";\n',
  // One package, two homes.
  "electron/node/yaml-one.ts": 'import "yaml";\n',
  "electron/node/yaml-two.ts": 'import "yaml";\n',
};

/** A line of shared/ that is not pure, and words of the refusal. */
const impureLines: readonly (readonly [name: string, line: string, refusal: string])[] = [
  ["clock", "export const at = Date.now();", "'Date.now' is restricted"],
  ["date", "export const at = new Date();", "new Date() reads the clock"],
  ["date-text", "export const at = Date();", "Date() reads the clock"],
  ["roll", "export const roll = Math.random();", "'Math.random' is restricted"],
  ["luxon-now", 'import { DateTime } from "luxon";\nexport const at = DateTime.now();', "'DateTime.now' is restricted"],
  [
    "luxon-local",
    'import { DateTime } from "luxon";\nexport const at = DateTime.local();',
    "'DateTime.local' is restricted",
  ],
  ["token", "export const id = crypto.randomUUID();", "Unexpected use of 'crypto'"],
  ["timer", "setTimeout(() => 1, 2);", "Unexpected use of 'setTimeout'"],
  ["node", 'import { randomInt } from "node:crypto";\nexport const roll = randomInt(6);', "import is restricted"],
  ["default", "export default 1;", "No default exports"],
  ["barrel", 'export * from "./clock.ts";', "No barrels"],
  ["silenced", "/* eslint-disable */\nexport const at = Date.now();", "'Date.now' is restricted"],
  [
    "parameters",
    "export const sum = (a: number, b: number, c: number, d: number) => a + b + c + d;",
    "too many parameters (4)",
  ],
  ["loose", "export const any = JSON.parse('1');\nexport const x: string = any.y;", "no-unsafe-assignment"],
];

/** Each plant's own complaints, from a report that has a paragraph per file. */
const paragraphOf = (report: string, file: string): string =>
  report.split("\n\n").find((paragraph) => paragraph.includes(file)) ?? "";

describe("a project that keeps the rules", () => {
  let project: Planted;
  beforeAll(() => {
    project = plant(clean);
  });
  afterAll(() => project.remove());

  it("passes the whole check", { timeout: 240_000 }, () => {
    expect(project.run("check")).toMatchObject({ exit: 0 });
  });
});

describe("a forbidden import", () => {
  let project: Planted;
  let report: ReturnType<Planted["run"]>;
  beforeAll(() => {
    const planted = forbiddenImports.map(([file, target]) => [file, `import "${target}";\n`] as const);
    project = plant({ ...clean, ...leaves, ...Object.fromEntries(planted) });
    report = project.run("check:layers");
  }, 240_000);
  afterAll(() => project.remove());

  it("ends the check", () => {
    expect(report.exit).not.toBe(0);
  });

  it.each(forbiddenImports)("in %s of %s is refused as %s", (file, _target, rule) => {
    expect(report.said).toContain(`error ${rule}: ${file} `);
  });

  it("that closes a ring of folders, though no two files need each other, is refused as folders-form-no-ring", () => {
    expect(report.said).toMatch(/error folders-form-no-ring: shared\/(log|insight) /);
  });

  it("of one package in two files is refused as one-home-per-package", () => {
    expect(report.said).toMatch(/error one-home-per-package: \S*node_modules\/yaml\//);
  });

  it("is told apart from an allowed one", () => {
    expect(report.said).not.toContain("electron/providers/weather/weather.ts");
  });
});

describe("a test whose subject is not there", () => {
  let project: Planted;
  let report: ReturnType<Planted["run"]>;
  beforeAll(() => {
    const tests = [
      "shared/result",
      "shared/time/instant.leap-years",
      "renderer/panel",
      "stories/night",
      "shared/a/gone",
    ];
    project = plant({
      ...clean,
      "renderer/panel.tsx": leaf,
      ...Object.fromEntries(tests.map((name) => [`tests/${name}.test.ts`, leaf])),
    });
    report = project.run("check:layers");
  }, 240_000);
  afterAll(() => project.remove());

  it("is named, and no other", () => {
    expect(report.said.split("\n").filter((line) => line.includes("tests-mirror-files"))).toEqual([
      "error tests-mirror-files: tests/shared/a/gone.test.ts is about shared/a/gone.ts, which is not there",
    ]);
    expect(report.exit).not.toBe(0);
  });
});

describe("an impure line in shared/", () => {
  let project: Planted;
  let report: ReturnType<Planted["run"]>;
  beforeAll(() => {
    const planted = impureLines.map(([name, line]) => [`shared/planted/${name}.ts`, `${line}\n`] as const);
    project = plant({ ...clean, ...Object.fromEntries(planted) });
    report = project.run("check:lint");
  }, 240_000);
  afterAll(() => project.remove());

  it("ends the check", () => {
    expect(report.exit).not.toBe(0);
  });

  it.each(impureLines)("(%s) is refused: %s", (name, _line, refusal) => {
    expect(
      paragraphOf(report.said, `shared/planted/${name}.ts`.replaceAll("/", process.platform === "win32" ? "\\" : "/")),
    ).toContain(refusal);
  });
});

describe("what the core's types do not have", () => {
  let project: Planted;
  let report: ReturnType<Planted["run"]>;
  beforeAll(() => {
    project = plant({
      ...clean,
      "shared/planted/node.ts": "export const home = process.env;\n",
      "shared/planted/page.ts": "export const title = document.title;\n",
      "shared/planted/hole.ts": "export const first = (all: readonly string[]): string => all[0];\n",
    });
    report = project.run("check:types");
  }, 240_000);
  afterAll(() => project.remove());

  it.each([
    ["Node's globals", "Cannot find name 'process'"],
    ["the page's globals", "Cannot find name 'document'"],
    ["items that may be absent", "Type 'string | undefined' is not assignable"],
  ])("is refused: %s", (_what, refusal) => {
    expect(report.said).toContain(refusal);
    expect(report.exit).not.toBe(0);
  });
});
