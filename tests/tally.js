import { existsSync, readFileSync } from "node:fs";

/**
 * What one runner, or all of them, came to. Skipped tests are counted under what they were skipped as: a suite's name with its
 * reason, or a test's own.
 * @typedef {{ readonly passed: number, readonly failed: readonly string[], readonly skipped: Readonly<Record<string, number>> }} Tally
 */

/** @type {Tally} */
export const noTally = { passed: 0, failed: [], skipped: {} };

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  /** @type {Record<string, number>} */
  const skipped = {};
  for (const [name, count] of tallies.flatMap((tally) => Object.entries(tally.skipped))) {
    skipped[name] = (skipped[name] ?? 0) + count;
  }
  return {
    passed: tallies.reduce((passed, tally) => passed + tally.passed, 0),
    failed: tallies.flatMap((tally) => tally.failed),
    skipped,
  };
}

/**
 * The closing lines: what failed, what was skipped and why, and the count, alone on the last line.
 * @param {Tally} total
 */
export function closing({ passed, failed, skipped }) {
  const skippedNames = Object.entries(skipped);
  const skippedCount = skippedNames.reduce((sum, [, count]) => sum + count, 0);
  return [
    "",
    ...(failed.length > 0 ? ["Failed:", ...failed.map((name) => `  ${name}`), ""] : []),
    ...(skippedCount > 0 ? ["Skipped:", ...skippedNames.map(([name, count]) => `  ${name} · ${count}`), ""] : []),
    `${passed} passed, ${failed.length} failed, ${skippedCount} skipped`,
  ].join("\n");
}

/**
 * @typedef {{ status: string, ancestorTitles: string[], title: string }} VitestTest
 * @typedef {{ name: string, status: string, assertionResults: VitestTest[] }} VitestFile
 */

/**
 * @param {string} report path of what Vitest's json reporter wrote
 * @param {number | null} exit the runner's exit code
 * @returns {Tally}
 */
export function vitestTally(report, exit) {
  if (!existsSync(report)) return unreported("vitest", exit);
  const { testResults } = /** @type {{ testResults: VitestFile[] }} */ (read(report));
  const tests = testResults.flatMap((file) => file.assertionResults);
  const failed = [
    ...tests.filter((test) => test.status === "failed").map((test) => [...test.ancestorTitles, test.title].join(" > ")),
    // A file that could not be loaded, or a hook around its tests, has failed although no test of it has.
    ...testResults
      .filter((file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"))
      .map((file) => file.name),
  ];
  const unrun = tests.filter((test) => test.status !== "failed" && test.status !== "passed");
  return honest(
    {
      passed: tests.filter((test) => test.status === "passed").length,
      failed,
      skipped: countBy(
        unrun.map((test) => test.ancestorTitles.find((title) => title.includes("(skipped: ")) ?? test.title),
      ),
    },
    "vitest",
    exit,
  );
}

/**
 * @typedef {{ type: string, description?: string }} Annotation
 * @typedef {{ status: "expected" | "unexpected" | "flaky" | "skipped", annotations: Annotation[] }} PlaywrightTest
 * @typedef {{ title: string, tests: PlaywrightTest[] }} PlaywrightSpec
 * @typedef {{ title: string, specs: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 */

/**
 * @param {string} report path of what Playwright's json reporter wrote
 * @param {number | null} exit the runner's exit code
 * @returns {Tally}
 */
export function playwrightTally(report, exit) {
  if (!existsSync(report)) return unreported("playwright", exit);
  const { suites, errors } = /** @type {{ suites: PlaywrightSuite[], errors: { message?: string }[] }} */ (
    read(report)
  );
  const tests = suites.flatMap((suite) => testsOf(suite, []));
  const of = (/** @type {PlaywrightTest["status"]} */ status) => tests.filter(({ test }) => test.status === status);
  return honest(
    {
      passed: of("expected").length,
      failed: [
        ...[...of("unexpected"), ...of("flaky")].map(({ path }) => path.join(" > ")),
        ...errors.map((error) => error.message?.split("\n")[0] ?? "playwright"),
      ],
      skipped: countBy(of("skipped").map(({ path, test }) => skippedAs(path, test))),
    },
    "playwright",
    exit,
  );
}

/**
 * @param {PlaywrightSuite} suite
 * @param {readonly string[]} above
 * @returns {readonly { path: readonly string[], test: PlaywrightTest }[]}
 */
function testsOf(suite, above) {
  const path = [...above, suite.title];
  return [
    ...suite.specs.flatMap((spec) => spec.tests.map((test) => ({ path: [...path, spec.title], test }))),
    ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, path)),
  ];
}

/**
 * @param {readonly string[]} path
 * @param {PlaywrightTest} test
 */
function skippedAs(path, test) {
  const reason = test.annotations.find((annotation) => annotation.type === "skip")?.description;
  return reason === undefined ? path.join(" > ") : `${path[0] ?? ""} (skipped: ${reason})`;
}

/**
 * @param {string} report
 * @returns {unknown}
 */
const read = (report) => JSON.parse(readFileSync(report, "utf8"));

/** @param {readonly string[]} names */
function countBy(names) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/**
 * A runner may refuse its own run, for an error outside of every test, although nothing in its report failed.
 * @param {Tally} tally
 * @param {string} runner
 * @param {number | null} exit
 * @returns {Tally}
 */
function honest(tally, runner, exit) {
  if (exit === 0 || tally.failed.length > 0) return tally;
  return { ...tally, failed: [`${runner} ended with ${exit ?? "a signal"} outside of its tests`] };
}

/**
 * @param {string} runner
 * @param {number | null} exit
 * @returns {Tally}
 */
const unreported = (runner, exit) => ({
  ...noTally,
  failed: [`${runner} ended with ${exit ?? "a signal"} and left no report`],
});
