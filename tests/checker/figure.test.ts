import { expect, test } from "vitest";
import { absolute, compared } from "../bench/figure.ts";

test("a time that the clock could not tell from none is no figure", () => {
  const nothing = { name: "build", value: 0, unit: "ms of CPU" } as const;
  expect(() => compared(nothing, { name: "peer", value: 28 }, 0.1)).toThrow("build: 0 ms of CPU");
  expect(() => absolute({ ...nothing, unit: "ms" })).toThrow("build: 0 ms");
});

test("memory may have grown by nothing", () => {
  expect(absolute({ name: "growth", value: 0, unit: "MB" }, 5).met).toBe(true);
});
