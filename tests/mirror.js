/*
 * node tests/mirror.js
 *
 * A test stands in the same place as what it tests: `tests/shared/time/zoned.test.ts` is about `shared/time/zoned.ts`, and
 * `tests/shared/schedule/resolve.holidays.test.ts` about one side of `shared/schedule/resolve.ts`. What no file stands for alone is told
 * in `tests/stories`. Names each test of the three trees whose subject is not there, and exits 1 if there is one.
 */
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";

const tests = ["shared", "electron", "renderer"]
  .map((tree) => join("tests", tree))
  .flatMap((tree) =>
    existsSync(tree) ? readdirSync(tree, { recursive: true, encoding: "utf8" }).map((path) => join(tree, path)) : [],
  )
  .filter((path) => /\.test\.tsx?$/.test(path))
  .map((path) => path.replaceAll("\\", "/"));
const orphans = tests.toSorted().filter((test) => !subjectsOf(test).some((subject) => existsSync(subject)));

for (const test of orphans) {
  process.stderr.write(`error tests-mirror-files: ${test} is about ${subjectsOf(test)[0] ?? ""}, which is not there\n`);
}
if (orphans.length > 0) process.exitCode = 1;

/**
 * @param {string} test
 * @returns {readonly string[]} the files that the test may be about: one, whatever its ending
 */
function subjectsOf(test) {
  const [name = ""] = basename(test).split(".");
  const place = join(relative("tests", dirname(test)), name).replaceAll("\\", "/");
  return [`${place}.ts`, `${place}.tsx`, `${place}.css`];
}
