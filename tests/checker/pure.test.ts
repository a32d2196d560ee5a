import { resolve } from "node:path";
import { runInThisContext } from "node:vm";
import { expect, it } from "vitest";

/** Runs code as though it stood in a file of the repository. */
const runIn = (path: string, code: string): unknown =>
  runInThisContext(code, { filename: resolve(import.meta.dirname, "../..", path) });

it.each(["Date.now()", "new Date()", "Date()", "Math.random()", "[1].map(() => Date.now())"])(
  "throws when shared/ runs %s in a unit suite",
  (code) => {
    expect(() => runIn("shared/time/planted.ts", code)).toThrow("shared/ is pure");
  },
);

it.each(["Date.now()", "new Date().getTime()", "Math.random()"])("lets the shell run %s", (code) => {
  expect(runIn("electron/node/planted.ts", code)).toEqual(expect.any(Number));
});

it("lets shared/ make a date from an instant", () => {
  expect(runIn("shared/time/planted.ts", "new Date(0).toISOString()")).toBe("1970-01-01T00:00:00.000Z");
});
