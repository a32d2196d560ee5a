import { describe, expect, test } from "vitest";
import { outlineOf } from "../../../shared/runbook/outline.ts";
import { complaintsOf, reviewDueAt } from "../../../shared/runbook/review.ts";
import { day } from "../../../shared/time/duration.ts";
import { at } from "../../support/scenario.ts";
import { team } from "../../support/team-builder.ts";

const ours = team({
  timezone: "Europe/Copenhagen",
  groups: [{ id: "sre", name: "SRE", members: ["alice"] }],
  runbooks: { require: ["purpose", "owners"], reviewEvery: 90 * day },
});
const outline = (text: string) => outlineOf(text, "x.md");

describe("001-7 a review", () => {
  test("is due so long after the day of the last one, in the team's zone", () => {
    expect(reviewDueAt(ours, outline("---\nreviewed: 2027-01-04\n---\n"))).toBe(at("2027-04-03T23:00:00Z"));
  });

  test("is due at once where there was none, and never where the team asks for none", () => {
    expect(reviewDueAt(ours, outline("text"))).toBe("never");
    expect(reviewDueAt(team(), outline("text"))).toBeUndefined();
  });
});

test("a runbook is told what it lacks and whom it does not know, with the line", () => {
  const text =
    "---\nservice: nothing\nowners: [alice, sre, zoe]\nseverity: awful\n---\n## Owners\n\nAlice\n\n*To be written.*\n";
  expect(complaintsOf(ours, outline(text))).toEqual([
    { kind: "bad-value", key: "severity", line: 4 },
    { kind: "unknown-service", line: 2, found: "nothing" },
    { kind: "unknown-owner", line: 3, found: "zoe" },
    { kind: "missing-section", section: "purpose" },
    { kind: "unwritten", line: 10, count: 1 },
  ]);
});
