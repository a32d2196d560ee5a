import { describe, expect, test } from "vitest";
import { nextHandoff, onCall, shifts } from "../../../shared/schedule/resolve.ts";
import { at, everyoneElse, holidays, lines, namesAt, next, nineToFive, schedule, turns } from "./a-schedule.ts";

const hour = 3_600_000;

describe("units", () => {
  test("days are handed over at the same wall time every day", () => {
    const daily = schedule({ rotations: [turns({ shift: { every: 1, unit: "day" } })] });
    expect(lines(daily, ["2027-01-05T10:00", "2027-01-06T10:00"])).toEqual([
      "primary bob 2027-01-05T09:00 2027-01-06T09:00 rotation",
      "primary charlie 2027-01-06T09:00 2027-01-07T09:00 rotation",
    ]);
  });

  test("weeks begin on the weekday of the start", () => {
    const fromThursday = schedule({ rotations: [turns({ start: "2027-01-07" })] });
    expect(lines(fromThursday, ["2027-01-14T09:00", "2027-01-14T10:00"])).toEqual([
      "primary bob 2027-01-14T09:00 2027-01-21T09:00 rotation",
    ]);
  });

  test("months begin on the start's day of the month, and on the last day of a month that is too short", () => {
    const monthly = schedule({ rotations: [turns({ start: "2027-01-31", shift: { every: 1, unit: "month" } })] });
    expect(lines(monthly, ["2027-02-01T00:00", "2027-04-30T09:00"])).toEqual([
      "primary alice 2027-01-31T09:00 2027-02-28T09:00 rotation",
      "primary bob 2027-02-28T09:00 2027-03-31T09:00 rotation",
      "primary charlie 2027-03-31T09:00 2027-04-30T09:00 rotation",
    ]);
  });

  test("002-2 a shift is one working day: weekends are off hours and consume nobody's turn", () => {
    const byDay = schedule({ rotations: [turns({ shift: { every: 1, unit: "workday" } })] });
    expect(lines(byDay, ["2027-01-07T09:00", "2027-01-12T09:00"])).toEqual([
      "primary dana 2027-01-07T09:00 2027-01-07T17:00 rotation",
      "primary alice 2027-01-08T09:00 2027-01-08T17:00 rotation",
      "primary bob 2027-01-11T09:00 2027-01-11T17:00 rotation",
    ]);
    expect(onCall(byDay, nineToFive, at("2027-01-09T12:00")).state).toBe("off-hours");
  });

  test("002-2 a holiday on which nobody covers consumes nobody's turn", () => {
    const byDay = schedule({
      rotations: [turns({ shift: { every: 1, unit: "workday" } })],
      holidays: holidays("no-cover", ["2027-01-06"]),
    });
    expect(lines(byDay, ["2027-01-05T09:00", "2027-01-08T09:00"])).toEqual([
      "primary bob 2027-01-05T09:00 2027-01-05T17:00 rotation",
      "primary charlie 2027-01-07T09:00 2027-01-07T17:00 rotation",
    ]);
    expect(onCall(byDay, nineToFive, at("2027-01-06T12:00")).state).toBe("off-hours");
  });

  test("002-2 over a cycle every member takes part once", () => {
    const byDay = schedule({ rotations: [turns({ shift: { every: 1, unit: "workday" } })] });
    const days = ["04", "05", "06", "07"].map((day) => namesAt(byDay, `2027-01-${day}T10:00`).primary);
    expect(days).toEqual(["alice", "bob", "charlie", "dana"]);
  });
});

describe("coverage", () => {
  test("working hours cut a week into its days, and the turn stays", () => {
    const inHours = schedule({ rotations: [turns({ coverage: { kind: "working-hours" } })] });
    expect(lines(inHours, ["2027-01-07T09:00", "2027-01-11T10:00"])).toEqual([
      "primary alice 2027-01-07T09:00 2027-01-07T17:00 rotation",
      "primary alice 2027-01-08T09:00 2027-01-08T17:00 rotation",
      "primary bob 2027-01-11T09:00 2027-01-11T17:00 rotation",
    ]);
  });

  test("a window over midnight belongs to the day on which it begins", () => {
    const nightly = schedule({
      rotations: [
        turns({ coverage: { kind: "windows", windows: [{ days: ["mon", "tue"], from: "18:00", to: "08:00" }] } }),
      ],
    });
    expect(lines(nightly, ["2027-01-04T00:00", "2027-01-10T00:00"])).toEqual([
      "primary alice 2027-01-04T18:00 2027-01-05T08:00 rotation",
      "primary alice 2027-01-05T18:00 2027-01-06T08:00 rotation",
    ]);
  });

  test("004-7 on call in the last seven days of each month", () => {
    const monthEnd = schedule({ rotations: [turns({ coverage: { kind: "last-week-of-month" } })] });
    expect(lines(monthEnd, ["2027-02-01T00:00", "2027-03-24T00:00"])).toEqual([
      "primary charlie 2027-02-22T00:00 2027-02-22T09:00 rotation",
      "primary dana 2027-02-22T09:00 2027-03-01T00:00 rotation",
    ]);
    expect(onCall(monthEnd, nineToFive, at("2027-03-10T12:00"))).toMatchObject({ state: "off-hours" });
    expect(lines(monthEnd, ["2027-03-25T00:00", "2027-03-25T01:00"])).toEqual([
      "primary dana 2027-03-25T00:00 2027-03-29T09:00 rotation",
    ]);
  });
});

describe("followers", () => {
  test("a follower of a follower adds up the offsets", () => {
    const chain = schedule({
      rotations: [turns(), next, { kind: "offset", role: "backup", follow: "secondary", offset: 1 }],
    });
    expect(namesAt(chain, "2027-01-05T12:00")).toEqual({ primary: "alice", secondary: "bob", backup: "charlie" });
  });

  test("everyone else leaves out who is secondary", () => {
    const three = schedule({ rotations: [turns(), next, everyoneElse] });
    expect(namesAt(three, "2027-01-12T12:00")).toEqual({ primary: "bob", secondary: "charlie", backup: "alice dana" });
  });

  test("several followers of one role are in the order of the file", () => {
    const two = schedule({
      rotations: [
        turns(),
        { kind: "offset", role: "backup", follow: "primary", offset: 3 },
        { kind: "offset", role: "backup", follow: "primary", offset: 1 },
      ],
    });
    expect(namesAt(two, "2027-01-05T12:00")).toEqual({ primary: "alice", backup: "dana bob" });
  });
});

describe("overrides", () => {
  const dentist = { role: "primary" as const, person: "dana", from: "2027-01-06T09:00", to: "2027-01-07T09:00" };

  test("an override takes the role for its span and gives it back", () => {
    expect(lines(schedule({ overrides: [dentist] }), ["2027-01-05T09:00", "2027-01-08T09:00"])).toEqual([
      "primary alice 2027-01-04T09:00 2027-01-06T09:00 rotation",
      "primary dana 2027-01-06T09:00 2027-01-07T09:00 override",
      "primary alice 2027-01-07T09:00 2027-01-11T09:00 rotation",
    ]);
  });

  test("whoever is relieved is one of everyone else", () => {
    const changed = schedule({ rotations: [turns(), everyoneElse], overrides: [dentist] });
    expect(namesAt(changed, "2027-01-06T12:00")).toEqual({ primary: "dana", backup: "alice bob charlie" });
  });

  test("of two that meet the one declared last holds", () => {
    const later = { ...dentist, person: "charlie", from: "2027-01-06T12:00" };
    const changed = schedule({ overrides: [dentist, later] });
    expect(namesAt(changed, "2027-01-06T11:59")).toEqual({ primary: "dana" });
    expect(namesAt(changed, "2027-01-06T12:00")).toEqual({ primary: "charlie" });
  });

  test("an override also covers off hours", () => {
    const inHours = schedule({
      rotations: [turns({ coverage: { kind: "working-hours" } })],
      overrides: [{ ...dentist, from: "2027-01-09T00:00", to: "2027-01-10T00:00" }],
    });
    expect(onCall(inHours, nineToFive, at("2027-01-09T12:00"))).toMatchObject({
      state: "covered",
      roles: { primary: [{ person: "dana", because: "override" }] },
    });
  });
});

describe("swaps", () => {
  test("within the span each takes the other's shifts, and nobody else moves", () => {
    const swapped = schedule({
      rotations: [turns(), everyoneElse],
      swaps: [{ role: "primary", a: "alice", b: "charlie", from: "2027-01-04T00:00", to: "2027-01-25T00:00" }],
    });
    expect(namesAt(swapped, "2027-01-05T12:00")).toEqual({ primary: "charlie", backup: "alice bob dana" });
    expect(namesAt(swapped, "2027-01-12T12:00")).toEqual({ primary: "bob", backup: "alice charlie dana" });
    expect(namesAt(swapped, "2027-01-19T12:00")).toEqual({ primary: "alice", backup: "bob charlie dana" });
    expect(namesAt(swapped, "2027-02-02T12:00")).toEqual({ primary: "alice", backup: "bob charlie dana" });
  });
});

describe("answers", () => {
  const weekly = schedule({ rotations: [turns(), next] });

  test("at the instant of a handoff the incoming person is on call", () => {
    expect(namesAt(weekly, "2027-01-11T08:59")).toEqual({ primary: "alice", secondary: "bob" });
    expect(namesAt(weekly, "2027-01-11T09:00")).toEqual({ primary: "bob", secondary: "charlie" });
  });

  test("a shift names who takes over", () => {
    expect(onCall(weekly, nineToFive, at("2027-01-05T12:00")).roles).toEqual({
      primary: [
        {
          role: "primary",
          person: "alice",
          from: at("2027-01-04T09:00"),
          to: at("2027-01-11T09:00"),
          because: "rotation",
          handoff: "bob",
        },
      ],
      secondary: [
        {
          role: "secondary",
          person: "bob",
          from: at("2027-01-04T09:00"),
          to: at("2027-01-11T09:00"),
          because: "rotation",
          handoff: "charlie",
        },
      ],
      backup: [],
    });
  });

  test("the next handoff is the end of the shift, or the start of the schedule before it", () => {
    expect(nextHandoff(weekly, nineToFive, at("2027-01-05T12:00"))).toBe(at("2027-01-11T09:00"));
    expect(nextHandoff(weekly, nineToFive, at("2026-11-05T12:00"))).toBe(at("2027-01-04T09:00"));
  });

  test("someone who is on call alone has a shift per turn and never hands over", () => {
    const alone = schedule({ rotations: [turns({ participants: ["alice"] })] });
    expect(lines(alone, ["2027-01-05T00:00", "2027-01-12T00:00"])).toEqual([
      "primary alice 2027-01-04T09:00 2027-01-11T09:00 rotation",
      "primary alice 2027-01-11T09:00 2027-01-18T09:00 rotation",
    ]);
    expect(nextHandoff(alone, nineToFive, at("2027-01-05T12:00"))).toBeUndefined();
  });

  test("an empty span has no shifts", () => {
    expect(shifts(weekly, nineToFive, { from: at("2027-01-05T12:00"), to: at("2027-01-05T12:00") })).toEqual([]);
  });
});

describe("daylight saving", () => {
  const length = (zone: string, local: string): number => {
    const weekly = schedule({ timezone: zone });
    const [shift] = onCall(weekly, nineToFive, at(local, zone)).roles.primary;
    return shift ? (shift.to - shift.from) / hour : 0;
  };

  test.each([
    ["Europe/Copenhagen", "2027-03-25T12:00", 167],
    ["Europe/Copenhagen", "2027-10-28T12:00", 169],
    ["America/New_York", "2027-03-11T12:00", 167],
    ["America/New_York", "2027-11-04T12:00", 169],
    ["Australia/Lord_Howe", "2027-09-30T12:00", 167.5],
    ["Australia/Lord_Howe", "2027-04-01T12:00", 168.5],
    ["Asia/Kolkata", "2027-03-25T12:00", 168],
  ] as const)("a week in %s around %s is %d hours long", (...[zone, local, hours]) => {
    expect(length(zone, local)).toBe(hours);
  });

  test("a handoff at a time that spring skips moves forward by the gap, for that day only", () => {
    const early = schedule({ rotations: [turns({ shift: { every: 1, unit: "day" }, handoffAt: "02:30" })] });
    expect(lines(early, ["2027-03-27T12:00", "2027-03-29T12:00"])).toEqual([
      "primary charlie 2027-03-27T02:30 2027-03-28T03:30 rotation",
      "primary dana 2027-03-28T03:30 2027-03-29T02:30 rotation",
      "primary alice 2027-03-29T02:30 2027-03-30T02:30 rotation",
    ]);
  });

  test("a handoff at a time that autumn repeats is at its first occurrence", () => {
    const early = schedule({ rotations: [turns({ shift: { every: 1, unit: "day" }, handoffAt: "02:30" })] });
    const [shift] = onCall(early, nineToFive, at("2027-10-31T12:00")).roles.primary;
    expect(shift?.from).toBe(Date.UTC(2027, 9, 31, 0, 30));
  });

  test("a day that a zone skips has no shift, and there is no hole", () => {
    const apia = schedule({
      timezone: "Pacific/Apia",
      rotations: [turns({ start: "2011-12-26", shift: { every: 1, unit: "day" } })],
    });
    // Samoa went from 29 to 31 December 2011: Alice's turn of the 30th has no length.
    expect(lines(apia, ["2011-12-28T12:00", "2011-12-31T12:00"])).toEqual([
      "primary charlie 2011-12-28T09:00 2011-12-29T09:00 rotation",
      "primary dana 2011-12-29T09:00 2011-12-31T09:00 rotation",
      "primary bob 2011-12-31T09:00 2012-01-01T09:00 rotation",
    ]);
  });
});
