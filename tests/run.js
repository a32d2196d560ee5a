/*
 * node tests/run.js [unit] [desktop] [integration] [e2e]
 *
 * Builds, runs the named kinds of tests (all of them without a name), one runner after the other, and closes with the suites
 * that could not run here and why, and one line over all runners: `N passed, N failed, N skipped`. Exits 1 if anything failed.
 */
import "../electron/build/node-version.js";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt, everyTarget } from "../electron/build/freshness.js";
import { inProject, root } from "../electron/build/project.js";
import { closing, noTally, playwrightTally, sum, vitestTally } from "./tally.js";

/** @typedef {import("./tally.js").Tally} Tally */

const kinds = /** @type {const} */ (["unit", "desktop", "integration", "e2e"]);
const named = process.argv.slice(2);
const unknown = named.filter((name) => !kinds.some((kind) => kind === name));
if (unknown.length > 0) {
  console.error(`No such kind of tests: ${unknown.join(", ")}. There are: ${kinds.join(", ")}.`);
  process.exit(2);
}
const wanted = kinds.filter((kind) => named.length === 0 || named.includes(kind));

if (wanted.some((kind) => kind !== "unit")) ensureBuilt(everyTarget, "telling");
const reports = mkdtempSync(join(tmpdir(), "baton-tests-"));
const quick = wanted.filter((kind) => kind === "unit" || kind === "desktop");
const tallies = [
  quick.length > 0 ? vitest(quick.flatMap((kind) => (kind === "unit" ? ["unit", "zone *"] : [kind]))) : noTally,
  wanted.includes("integration") ? vitest(["integration", "checker"]) : noTally,
  wanted.includes("e2e") ? playwright() : noTally,
];
rmSync(reports, { recursive: true, force: true });

const total = sum(tallies);
console.log(closing(total));
process.exitCode = total.failed.length > 0 ? 1 : 0;

/**
 * @param {readonly string[]} projects
 * @returns {Tally}
 */
function vitest(projects) {
  const report = join(reports, `${projects[0] ?? "vitest"}.json`);
  const status = run("vitest/vitest.mjs", [
    "run",
    "--passWithNoTests",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...projects.map((project) => `--project=${project}`),
  ]);
  return vitestTally(report, status);
}

/** @returns {Tally} */
function playwright() {
  const report = join(reports, "e2e.json");
  const status = run(
    "@playwright/test/cli.js",
    ["test", "--config=tests/e2e/playwright.config.ts", "--pass-with-no-tests", "--reporter=list,json"],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  );
  return playwrightTally(report, status);
}

/**
 * @param {string} program a script inside of node_modules
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env]
 */
function run(program, args, env = {}) {
  const script = inProject(`node_modules/${program}`);
  return spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  }).status;
}
