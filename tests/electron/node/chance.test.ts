import { expect, it } from "vitest";
import { systemChance } from "../../../electron/node/chance.ts";

it("rolls lie in [0, 1) and spread over it", () => {
  const rolls = Array.from({ length: 10_000 }, () => systemChance.roll());
  expect(rolls.every((roll) => roll >= 0 && roll < 1)).toBe(true);
  expect(new Set(rolls).size).toBe(rolls.length);
  for (const tenth of Array.from({ length: 10 }, (_, n) => n / 10)) {
    expect(rolls.filter((roll) => roll >= tenth && roll < tenth + 0.1).length).toBeGreaterThan(700);
  }
});

it("tokens have the bytes that were asked for, fit a URL, and never repeat", () => {
  const tokens = Array.from({ length: 1_000 }, () => systemChance.token(32));
  expect(tokens.every((token) => /^[\w-]{43}$/.test(token))).toBe(true);
  expect(new Set(tokens).size).toBe(1_000);
});
