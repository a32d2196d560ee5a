import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChange, dropArriving, noRows, type Rows } from "../../../renderer/store/rows.ts";
import type { IncidentRow, IncidentsChange } from "../../../shared/incident/incident-shape.ts";
import { compareRows } from "../../../shared/incident/priority.ts";
import { severities } from "../../../shared/team/team.ts";
import { aRow } from "../../page/seen.ts";

const change = (of: Partial<IncidentsChange>): IncidentsChange => ({
  reset: false,
  complete: true,
  rows: [],
  removed: [],
  ...of,
});
const ids = (rows: Rows): readonly string[] => rows.sorted.map(({ id }) => id);
const row = (id: string, of: Partial<IncidentRow> = {}): IncidentRow => aRow({ id, ...of });

describe("the incident list", () => {
  test("a reset in parts shows nothing until its last part, and then replaces everything", () => {
    const before = applyChange(noRows, change({ reset: true, rows: [row("old")] }));
    const half = applyChange(before, change({ reset: true, complete: false, rows: [row("a")] }));
    expect(ids(half)).toEqual(["old"]);
    const whole = applyChange(half, change({ reset: true, rows: [row("b")] }));
    expect(ids(whole)).toEqual(["a", "b"]);
    expect(whole.byId.has("old")).toBe(false);
  });

  test("a change updates, adds and removes at once, in the order of priority", () => {
    const before = applyChange(noRows, change({ reset: true, rows: [row("a"), row("b"), row("c")] }));
    const after = applyChange(
      before,
      change({ rows: [row("a", { standing: "acknowledged" }), row("d", { severity: "info" })], removed: ["b"] }),
    );
    expect(ids(after)).toEqual(["c", "d", "a"]);
  });

  test("what is left of a change when the connection ends is forgotten", () => {
    const half = applyChange(noRows, change({ reset: true, complete: false, rows: [row("ghost")] }));
    const again = applyChange(dropArriving(half), change({ reset: true, rows: [row("a")] }));
    expect(ids(again)).toEqual(["a"]);
  });

  test("an empty reset leaves an empty list", () => {
    const before = applyChange(noRows, change({ reset: true, rows: [row("a")] }));
    expect(ids(applyChange(before, change({ reset: true })))).toEqual([]);
  });

  test("any series of changes gives what sorting the result from scratch gives", () => {
    const someRow = fc.record({
      id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
      severity: fc.constantFrom(...severities),
      standing: fc.constantFrom("triggered", "acknowledged", "snoozed", "resolved"),
      suppressed: fc.boolean(),
      investorImpact: fc.boolean(),
    });
    const someChange = fc.record({
      reset: fc.boolean(),
      rows: fc.array(someRow, { maxLength: 5 }),
      removed: fc.array(fc.constantFrom("a", "b", "c", "x"), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(someChange, { maxLength: 8 }), (changes) => {
        let rows = noRows;
        const model = new Map<string, IncidentRow>();
        for (const one of changes) {
          const full = change({ ...one, rows: one.rows.map(({ id, ...of }) => row(id, of as Partial<IncidentRow>)) });
          rows = applyChange(rows, full);
          if (full.reset) model.clear();
          for (const changed of full.rows) model.set(changed.id, changed);
          for (const id of full.removed) model.delete(id);
        }
        expect(rows.sorted).toEqual([...model.values()].sort(compareRows));
      }),
    );
  });
});
