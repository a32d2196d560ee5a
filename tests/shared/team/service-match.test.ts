import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { globMatches, matchService } from "../../../shared/team/service-match.ts";
import { goodTeam, smallTeam } from "../../support/team-text.ts";

const matched = (services: string, labels: Record<string, string>): string | undefined =>
  matchService(goodTeam(`${smallTeam}services:\n${services}`).team, labels)?.id;

describe("the service of an alert", () => {
  const services = `
  - { id: any-etl, name: A, match: { job: etl } }
  - { id: profit, name: B, match: { job: etl, pipeline: [agg_profit, agg-profit-*] } }
  - { id: late-profit, name: C, match: { job: etl, pipeline: agg-profit-late-* } }
  - { id: twin, name: D, match: { job: etl } }
  - { id: none, name: E }
`;
  test("has all of its keys, by any of their globs", () => {
    expect(matched(services, { job: "etl", pipeline: "agg_profit" })).toBe("profit");
    expect(matched(services, { pipeline: "agg_profit" })).toBeUndefined();
  });
  test("is the one with more keys, then with more literal characters, then the earlier one", () => {
    expect(matched(services, { job: "etl", pipeline: "agg-profit-eu" })).toBe("profit");
    expect(matched(services, { job: "etl", pipeline: "agg-profit-late-eu" })).toBe("late-profit");
    expect(matched(services, { job: "etl" })).toBe("any-etl");
  });
  test("is none where no label fits, and labels of hostile names are only labels", () => {
    expect(matched(services, {})).toBeUndefined();
    expect(matched("  - { id: s, name: S, match: { toString: '*' } }\n", {})).toBeUndefined();
    expect(matched("  - { id: s, name: S, match: { toString: '*' } }\n", { toString: "x" })).toBe("s");
  });
});

describe("a glob", () => {
  test.each([
    ["*", "", true],
    ["a*c", "abbbc", true],
    ["a*c", "abbbd", false],
    ["?", "", false],
    ["a?c", "abc", true],
    ["*.b.*", "a.b.b.c", true],
    ["A", "a", false],
    ["[a]", "[a]", true],
    ["a.c", "abc", false],
    ["**", "x", true],
  ])("%s on %s is %s", (glob, text, expected) => {
    expect(globMatches(glob, text)).toBe(expected);
  });

  test("agrees with the regular expression that means the same", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, (glob, text) => {
        const pattern = new RegExp(`^${glob.replace(/\*+/g, "[^]*").replace(/\?/g, "[^]")}$`);
        expect(globMatches(glob, text)).toBe(pattern.test(text));
      }),
      { numRuns: 2_000 },
    );
  });

  test("full of stars costs no more than both lengths multiplied", () => {
    expect(globMatches("*a".repeat(200) + "b", "a".repeat(20_000))).toBe(false);
  });
});
