import { describe, expect, test } from "vitest";
import { onCall } from "../../../shared/schedule/resolve.ts";
import { at, everyoneElse, holidays, lines, namesAt, next, nineToFive, schedule, turns } from "./a-schedule.ts";

const rotations = [turns(), everyoneElse];
/** A Wednesday of Charlie's week. */
const date = "2027-01-20";
const noon = `${date}T12:00`;

describe("policies", () => {
  test("003-3 swap-with-backup: the first backup and the primary change places for the day", () => {
    const swapping = schedule({ rotations, holidays: holidays("swap-with-backup", [date]) });
    expect(namesAt(swapping, "2027-01-19T23:59")).toEqual({ primary: "charlie", backup: "alice bob dana" });
    expect(namesAt(swapping, noon)).toEqual({ primary: "alice", backup: "charlie bob dana" });
    expect(namesAt(swapping, "2027-01-21T00:00")).toEqual({ primary: "charlie", backup: "alice bob dana" });
    expect(lines(swapping, [noon, noon.replace("12:00", "13:00")], "primary")).toEqual([
      "primary alice 2027-01-20T00:00 2027-01-21T00:00 holiday Holiday of 2027-01-20",
    ]);
  });

  test("003-3 swap-with-backup without a backup: secondary and primary change places", () => {
    const swapping = schedule({ rotations: [turns(), next], holidays: holidays("swap-with-backup", [date]) });
    expect(namesAt(swapping, noon)).toEqual({ primary: "dana", secondary: "charlie" });
  });

  test("003-3 holiday-rotation: the year's holidays go to its list in order of date, and begin anew each year", () => {
    const found = schedule({
      rotations,
      holidays: {
        ...holidays("holiday-rotation", ["2027-12-25", "2027-01-06", "2027-04-02", "2028-01-06"]),
        rotation: ["dana", "charlie"],
      },
    });
    const primaries = ["2027-01-06", "2027-04-02", "2027-12-25", "2028-01-06"].map(
      (day) => namesAt(found, `${day}T12:00`).primary,
    );
    expect(primaries).toEqual(["dana", "charlie", "dana", "dana"]);
  });

  test("003-3 designated: that person is primary, the primary first backup, and the rotation resumes", () => {
    const designated = schedule({
      rotations,
      holidays: { ...holidays("designated", [date, "2027-01-21"]), designated: { [date]: "dana" } },
    });
    expect(namesAt(designated, noon)).toEqual({ primary: "dana", backup: "charlie alice bob" });
    // A day without an entry falls to the primary.
    expect(namesAt(designated, "2027-01-21T12:00")).toEqual({ primary: "charlie", backup: "alice bob dana" });
    expect(namesAt(designated, "2027-01-22T12:00")).toEqual({ primary: "charlie", backup: "alice bob dana" });
    expect(namesAt(designated, "2027-01-25T12:00")).toEqual({ primary: "dana", backup: "alice bob charlie" });
  });

  test("003-3 designated to the secondary: the primary takes that place", () => {
    const designated = schedule({
      rotations: [turns(), next],
      holidays: { ...holidays("designated", [date]), designated: { [date]: "dana" } },
    });
    expect(namesAt(designated, noon)).toEqual({ primary: "dana", secondary: "charlie" });
  });

  test("003-3 always covered: all policies but no-cover have a primary all day", () => {
    for (const policy of ["primary-covers", "swap-with-backup", "holiday-rotation", "designated"] as const) {
      const found = schedule({ rotations, holidays: { ...holidays(policy, [date]), rotation: ["bob"] } });
      for (const time of ["00:00", "08:59", "09:00", "23:59"]) {
        expect(onCall(found, nineToFive, at(`${date}T${time}`)).state).toBe("covered");
      }
    }
  });

  test("no-cover: nobody is on call that day, and that is no gap", () => {
    const free = schedule({ rotations, holidays: holidays("no-cover", [date]) });
    expect(namesAt(free, noon)).toEqual({});
    expect(onCall(free, nineToFive, at(noon)).state).toBe("off-hours");
    expect(lines(free, ["2027-01-19T12:00", "2027-01-21T12:00"], "primary")).toEqual([
      "primary charlie 2027-01-18T09:00 2027-01-20T00:00 rotation",
      "primary charlie 2027-01-21T00:00 2027-01-25T09:00 rotation",
    ]);
  });
});

test("a holiday is a day of the schedule's zone, 23 hours long where spring begins", () => {
  const spring = schedule({ rotations, holidays: holidays("primary-covers", ["2027-03-28"]) });
  const [shift] = onCall(spring, nineToFive, at("2027-03-28T12:00")).roles.primary;
  expect(shift && (shift.to - shift.from) / 3_600_000).toBe(23);
});

test("a swap takes over the holiday that falls into the shift it takes", () => {
  const both = schedule({
    rotations,
    holidays: holidays("primary-covers", [date]),
    swaps: [{ role: "primary", a: "charlie", b: "bob", from: "2027-01-18T00:00", to: "2027-01-25T09:00" }],
  });
  expect(onCall(both, nineToFive, at(noon)).roles.primary).toMatchObject([{ person: "bob", because: "swap" }]);
});
