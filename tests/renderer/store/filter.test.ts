import { describe, expect, test } from "vitest";
import {
  isNarrowed,
  openOnly,
  passing,
  withService,
  withSeverity,
  type Filter,
} from "../../../renderer/store/filter.ts";
import { aRow } from "../../page/seen.ts";

const rows = [
  aRow({ id: "mine", title: "Ledger late", mine: true }),
  aRow({
    id: "theirs",
    title: "Sessions late",
    mine: false,
    severity: "minor",
    service: "growth",
    serviceName: "Growth",
  }),
  aRow({
    id: "taken",
    title: "Disk full",
    standing: "acknowledged",
    by: "Emily",
    mine: false,
    source: "staging",
  }),
  aRow({ id: "muted", title: "Row count", suppressed: true }),
  aRow({ id: "over", title: "Schema", standing: "resolved" }),
];
const pass = (filter: Partial<Filter>): readonly string[] =>
  passing(rows, { ...openOnly, ...filter }).map(({ id }) => id);

describe("filters", () => {
  test("without a choice, all that is open is shown in the order given", () => {
    expect(pass({})).toEqual(["mine", "theirs", "taken", "muted"]);
  });

  test.each([
    [{ mine: true }, ["mine", "muted"]],
    [{ severity: "minor" }, ["theirs"]],
    [{ service: "growth" }, ["theirs"]],
    [{ source: "staging" }, ["taken"]],
    [{ state: "triggered" }, ["mine", "theirs"]],
    [{ state: "suppressed" }, ["muted"]],
    [{ state: "resolved" }, ["over"]],
    [{ state: "all" }, ["mine", "theirs", "taken", "muted", "over"]],
  ] as const satisfies readonly (readonly [Partial<Filter>, readonly string[]])[])(
    "%j passes %j",
    (filter, expected) => {
      expect(pass(filter)).toEqual(expected);
    },
  );

  test("every word must occur somewhere, in any case", () => {
    expect(pass({ text: "LATE growth" })).toEqual(["theirs"]);
    expect(pass({ text: "emily" })).toEqual(["taken"]);
    expect(pass({ text: "late nowhere" })).toEqual([]);
  });

  test("taking a choice back gives the filter that was there before", () => {
    expect(withSeverity(withSeverity(openOnly, "major"), undefined)).toEqual(openOnly);
    expect(withService(withService(openOnly, "growth"), "")).toEqual(openOnly);
    expect(isNarrowed(openOnly)).toBe(false);
    expect(isNarrowed({ ...openOnly, text: " x" })).toBe(true);
  });
});
