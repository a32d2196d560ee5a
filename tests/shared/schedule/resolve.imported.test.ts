import { describe, expect, test } from "vitest";
import { gaps } from "../../../shared/schedule/gaps.ts";
import { nextHandoff, onCall, watches } from "../../../shared/schedule/resolve.ts";
import { sweep } from "../../../shared/schedule/shift.ts";
import type { ImportedShift } from "../../../shared/team/team.ts";
import { instant } from "../../../shared/time/instant.ts";
import fc from "fast-check";
import { at, everyoneElse, holidays, namesAt, nineToFive, schedule, turns } from "./a-schedule.ts";

const imported: readonly ImportedShift[] = [
  { role: "primary", person: "zoe", from: at("2027-01-04T09:00"), to: at("2027-01-05T09:00") },
  { role: "backup", person: "yuri", from: at("2027-01-04T09:00"), to: at("2027-01-06T09:00") },
  { role: "backup", person: "xena", from: at("2027-01-04T09:00"), to: at("2027-01-06T09:00") },
  { role: "primary", person: "yuri", from: at("2027-01-05T10:00"), to: at("2027-01-06T09:00") },
];

test("shifts from a calendar replace the rotations, and a hole between them is shown as one", () => {
  const weekly = schedule({ rotations: [turns(), everyoneElse], imported });
  expect(namesAt(weekly, "2027-01-04T12:00")).toEqual({ primary: "zoe", backup: "yuri xena" });
  expect(onCall(weekly, nineToFive, at("2027-01-05T09:30")).state).toBe("gap");
  expect(namesAt(weekly, "2027-01-05T10:00").primary).toBe("yuri");
  expect(onCall(weekly, nineToFive, at("2027-02-01T12:00"))).toMatchObject({ state: "gap", roles: { primary: [] } });
});

test("overrides and swaps are stronger than shifts from a calendar", () => {
  const span = { from: "2027-01-04T12:00", to: "2027-01-05T12:00" };
  const changed = schedule({
    imported,
    swaps: [{ role: "primary", a: "zoe", b: "xena", ...span }],
    overrides: [{ role: "primary", person: "alice", ...span, from: "2027-01-05T00:00" }],
  });
  expect(onCall(changed, nineToFive, at("2027-01-04T13:00")).roles.primary).toMatchObject([
    { person: "xena", because: "swap" },
  ]);
  expect(onCall(changed, nineToFive, at("2027-01-05T09:30")).roles.primary).toMatchObject([
    { person: "alice", because: "override" },
  ]);
});

describe("a time that a calendar leaves open", () => {
  const hole = { from: at("2027-01-05T08:00"), to: at("2027-01-05T09:45") };
  const stateAt = (local: string, over: Parameters<typeof schedule>[0] = {}) =>
    onCall(schedule({ imported, unknown: [hole], ...over }), nineToFive, at(local)).state;

  test("is unknown where nobody is known as primary, and no gap", () => {
    expect(stateAt("2027-01-05T08:30")).toBe("covered");
    expect(stateAt("2027-01-05T09:30")).toBe("unknown");
    expect(stateAt("2027-01-05T09:50")).toBe("gap");
    const day = { from: at("2027-01-05T00:00"), to: at("2027-01-06T00:00") };
    expect(gaps(schedule({ imported, unknown: [hole] }), nineToFive, day)).toEqual([
      { from: hole.to, to: at("2027-01-05T10:00") },
    ]);
  });

  test("is known where an override says who is on call, and free on a day that nobody covers", () => {
    const span = { from: "2027-01-05T00:00", to: "2027-01-06T00:00" };
    expect(stateAt("2027-01-05T09:30", { overrides: [{ role: "primary", person: "alice", ...span }] })).toBe("covered");
    expect(stateAt("2027-01-05T09:30", { holidays: holidays("no-cover", ["2027-01-05"]) })).toBe("off-hours");
  });

  test("may be all of it: then the schedule is unknown throughout, and has no handoffs", () => {
    const always = { from: instant(-8.64e15), to: instant(8.64e15) };
    const unread = schedule({ imported: [], unknown: [always] });
    const year = { from: at("2027-01-01T00:00"), to: at("2028-01-01T00:00") };
    expect(watches(unread, nineToFive, year).map(({ state }) => state)).toEqual(["unknown"]);
    expect(nextHandoff(unread, nineToFive, at("2027-01-05T09:30"))).toBeUndefined();
  });
});

test("what is open is followed in one pass as it would be looked for at each instant", () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20 }))
    .map(([from, length]) => ({ from: instant(from), to: instant(from + length) }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 30 }), fc.uniqueArray(fc.integer({ min: 0, max: 60 })), (spans, times) => {
      const openAt = sweep(spans);
      for (const time of times.toSorted((a, b) => a - b)) {
        expect(openAt(instant(time))).toEqual(spans.filter(({ from, to }) => from <= time && time < to));
      }
    }),
  );
});
