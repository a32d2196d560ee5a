import { mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { instant } from "../../../shared/time/instant.ts";
import { fileLog } from "../../../electron/node/log.ts";
import { scratchDir } from "../../support/scratch-dir.ts";

const now = (): ReturnType<typeof instant> => instant(Date.UTC(2027, 0, 4, 8));
const lines = (path: string): unknown[] =>
  readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);

it("writes a JSON object a line, whatever the text holds, for its owner alone", () => {
  const path = join(scratchDir(), "baton.log");
  const log = fileLog({ path, now });
  log("info", "started", { port: 1 });
  log("error", 'two\nlines "quoted"');
  expect(lines(path)).toEqual([
    { at: "2027-01-04T08:00:00.000Z", level: "info", message: "started", port: 1 },
    { at: "2027-01-04T08:00:00.000Z", level: "error", message: 'two\nlines "quoted"' },
  ]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it("keeps one older file, so that the two never outgrow twice the limit", () => {
  const path = join(scratchDir(), "baton.log");
  for (let n = 0; n < 100; n += 1) fileLog({ path, now, rotateAtBytes: 1_000 })("info", "tick", { n });
  expect(statSync(path).size).toBeLessThanOrEqual(1_000);
  expect(statSync(`${path}.1`).size).toBeLessThanOrEqual(1_000);
  expect(lines(path).at(-1)).toMatchObject({ n: 99 });
});

it("never throws, and says later how many lines were lost", () => {
  const path = join(scratchDir(), "baton.log");
  mkdirSync(path);
  const log = fileLog({ path, now });
  log("error", "one");
  log("error", "two");
  rmSync(path, { recursive: true });
  log("error", "three");
  log("error", "four");
  expect(lines(path)).toMatchObject([{ message: "three", linesLost: 2 }, { message: "four" }]);
  expect(lines(path)[1]).not.toHaveProperty("linesLost");
});
