import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRows, type Ranked } from "../../../shared/incident/priority.ts";
import { severities } from "../../../shared/team/team.ts";
import { instant } from "../../../shared/time/instant.ts";

const row = (id: string, over: Partial<Ranked> = {}): Ranked => ({
  id,
  standing: "triggered",
  suppressed: false,
  severity: "major",
  investorImpact: false,
  openedAt: instant(1_000),
  ...over,
});

const order = (...rows: readonly Ranked[]) => rows.toSorted(compareRows).map(({ id }) => id);

const anyRow = fc.record({
  id: fc.string({ minLength: 1, maxLength: 3 }),
  standing: fc.constantFrom("triggered" as const, "acknowledged" as const, "snoozed" as const, "resolved" as const),
  suppressed: fc.boolean(),
  severity: fc.constantFrom(...severities),
  investorImpact: fc.boolean(),
  openedAt: fc.integer({ min: 0, max: 5 }).map(instant),
});

describe("the order of incidents", () => {
  it("puts what waits for somebody before what is muted, taken, snoozed and over", () => {
    const rows = [
      row("over", { standing: "resolved", severity: "critical" }),
      row("snoozed", { standing: "snoozed", severity: "critical" }),
      row("taken", { standing: "acknowledged", severity: "critical" }),
      row("muted", { suppressed: true, severity: "critical" }),
      row("waits", { severity: "info" }),
    ];
    expect(order(...rows)).toEqual(["waits", "muted", "taken", "snoozed", "over"]);
  });

  it("004-2 then goes by severity, investor impact, the nearest deadline and age", () => {
    const rows = [
      row("old", { openedAt: instant(1) }),
      row("young", { openedAt: instant(2) }),
      row("due-late", { dueAt: instant(20) }),
      row("due-soon", { dueAt: instant(10) }),
      row("investors", { investorImpact: true }),
      row("critical", { severity: "critical" }),
    ];
    expect(order(...rows)).toEqual(["critical", "investors", "due-soon", "due-late", "old", "young"]);
  });

  it("is total and does not contradict itself", () => {
    fc.assert(
      fc.property(anyRow, anyRow, anyRow, (a, b, c) => {
        expect(Math.sign(compareRows(a, b))).toBe(-Math.sign(compareRows(b, a)) + 0);
        if (compareRows(a, b) <= 0 && compareRows(b, c) <= 0) expect(compareRows(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
