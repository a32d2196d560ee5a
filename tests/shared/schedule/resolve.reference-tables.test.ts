import { describe, expect, test } from "vitest";
import { everyoneElse, holidays, lines, namesAt, next, schedule, turns } from "./a-schedule.ts";

describe("the two-week rotation of John, Emily, Michael and David", () => {
  const twoWeekly = schedule({
    rotations: [
      turns({ participants: ["john", "emily", "michael", "david"], shift: { every: 2, unit: "week" } }),
      next,
    ],
  });

  test.each([
    ["weeks 1 and 2", ["2027-01-04T09:00", "2027-01-18T08:59"], { primary: "john", secondary: "emily" }],
    ["weeks 3 and 4", ["2027-01-18T09:00", "2027-02-01T08:59"], { primary: "emily", secondary: "michael" }],
    ["weeks 5 and 6", ["2027-02-01T09:00", "2027-02-15T08:59"], { primary: "michael", secondary: "david" }],
    ["weeks 7 and 8", ["2027-02-15T09:00", "2027-03-01T08:59"], { primary: "david", secondary: "john" }],
    ["weeks 9 and 10", ["2027-03-01T09:00", "2027-03-15T08:59"], { primary: "john", secondary: "emily" }],
  ])("001-2 %s", (_weeks, moments, names) => {
    expect(moments.map((local) => namesAt(twoWeekly, local))).toEqual([names, names]);
  });

  test("001-2 each of them has one shift of two weeks in each role", () => {
    expect(lines(twoWeekly, ["2027-01-04T09:00", "2027-03-01T09:00"])).toEqual([
      "primary john 2027-01-04T09:00 2027-01-18T09:00 rotation",
      "secondary emily 2027-01-04T09:00 2027-01-18T09:00 rotation",
      "primary emily 2027-01-18T09:00 2027-02-01T09:00 rotation",
      "secondary michael 2027-01-18T09:00 2027-02-01T09:00 rotation",
      "primary michael 2027-02-01T09:00 2027-02-15T09:00 rotation",
      "secondary david 2027-02-01T09:00 2027-02-15T09:00 rotation",
      "primary david 2027-02-15T09:00 2027-03-01T09:00 rotation",
      "secondary john 2027-02-15T09:00 2027-03-01T09:00 rotation",
    ]);
  });

  test.each([
    ["on a weekday", "2027-01-06"],
    ["on a weekend", "2027-01-16"],
    ["in mid-rotation", "2027-01-11"],
  ])(
    "001-3 a holiday %s: the primary covers, the secondary backs up, the rotation resumes as scheduled",
    (_when, date) => {
      const withHoliday = { ...twoWeekly, holidays: holidays("primary-covers", [date]) };
      const after = new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
      expect(namesAt(withHoliday, `${date}T12:00`)).toEqual({ primary: "john", secondary: "emily" });
      expect(lines(withHoliday, ["2027-01-04T09:00", "2027-01-18T09:01"])).toEqual([
        `primary john 2027-01-04T09:00 ${date}T00:00 rotation`,
        "secondary emily 2027-01-04T09:00 2027-01-18T09:00 rotation",
        `primary john ${date}T00:00 ${after}T00:00 holiday Holiday of ${date}`,
        `primary john ${after}T00:00 2027-01-18T09:00 rotation`,
        "primary emily 2027-01-18T09:00 2027-02-01T09:00 rotation",
        "secondary michael 2027-01-18T09:00 2027-02-01T09:00 rotation",
      ]);
    },
  );
});

describe("the weekly rotation of Alice, Bob, Charlie and Dana", () => {
  const weekly = schedule({ rotations: [turns(), everyoneElse] });

  test.each([
    ["week 1", "2027-01-04T09:00", { primary: "alice", backup: "bob charlie dana" }],
    ["week 2", "2027-01-11T09:00", { primary: "bob", backup: "alice charlie dana" }],
    ["week 3", "2027-01-18T09:00", { primary: "charlie", backup: "alice bob dana" }],
    ["week 4", "2027-01-25T09:00", { primary: "dana", backup: "alice bob charlie" }],
    ["week 5", "2027-02-01T09:00", { primary: "alice", backup: "bob charlie dana" }],
  ])("003-2 %s", (_week, monday, names) => {
    expect(namesAt(weekly, monday)).toEqual(names);
  });

  test("003-2 somebody who stays backup over a handoff has one shift", () => {
    expect(lines(weekly, ["2027-01-04T09:00", "2027-01-18T09:00"])).toEqual([
      "primary alice 2027-01-04T09:00 2027-01-11T09:00 rotation",
      "backup bob 2027-01-04T09:00 2027-01-11T09:00 rotation",
      "backup charlie 2027-01-04T09:00 2027-01-18T09:00 rotation",
      "backup dana 2027-01-04T09:00 2027-01-25T09:00 rotation",
      "primary bob 2027-01-11T09:00 2027-01-18T09:00 rotation",
      "backup alice 2027-01-11T09:00 2027-02-01T09:00 rotation",
    ]);
  });

  test("before the start nobody is on call", () => {
    expect(namesAt(weekly, "2027-01-04T08:59")).toEqual({});
  });
});
