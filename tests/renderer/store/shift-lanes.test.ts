import { describe, expect, test } from "vitest";
import { layOut, shownSpan } from "../../../renderer/store/shift-lanes.ts";
import { instant } from "../../../shared/time/instant.ts";
import { night, people, someShifts } from "../support/snapshots.ts";

const utc = (month: number, day: number, hour = 0) => instant(Date.UTC(2027, month - 1, day, hour));

describe("the schedule's weeks", () => {
  test("begin on the Monday of now and hold four weeks", () => {
    expect(shownSpan(night)).toEqual({ from: utc(1, 4), to: utc(2, 1) });
  });

  test("cut a shift where a week ends, as shares of the week", () => {
    const rows = someShifts(utc(1, 4), utc(2, 1));
    const [first] = layOut(rows, night);
    const primary = first?.lanes.find(({ role }) => role === "primary");
    expect(primary?.pieces.map(({ row, start, width }) => [row.person.id, start, width])).toEqual([
      ["dana", 0, 8 / 168],
      ["alice", 8 / 168, 160 / 168],
    ]);
  });

  test("people who have a role at the same time stand on lanes of their own", () => {
    const base = { schedule: "weekly", role: "backup", because: "rotation", from: utc(1, 4), to: utc(1, 11) } as const;
    const rows = [people.bob, people.charlie].map((person) => ({ ...base, person }));
    expect(layOut(rows, night)[0]?.lanes.map(({ pieces }) => pieces.map(({ row }) => row.person.id))).toEqual([
      ["bob"],
      ["charlie"],
    ]);
  });
});
