import * as fc from "fast-check";
import { DateTime } from "luxon";
import { expect, test } from "vitest";
import {
  dateOf,
  dayOf,
  daysInMonth,
  formatDate,
  formatWall,
  knownDay,
  parseDate,
  parseTime,
  parseWall,
  weekdayOf,
} from "../../../shared/time/civil.ts";

const anyDay = fc.integer({ min: -800_000, max: 2_900_000 });

test("days and dates agree with luxon's calendar, and turn into each other", () => {
  const property = fc.property(anyDay, (day) => {
    const date = dateOf(day);
    const other = DateTime.fromMillis(day * 86_400_000, { zone: "utc" });
    expect(date).toEqual({ year: other.year, month: other.month, day: other.day });
    expect(dayOf(date)).toBe(day);
    expect(weekdayOf(day)).toBe(other.setLocale("en").toFormat("ccc").toLowerCase());
    expect(daysInMonth(date.year, date.month)).toBe(other.daysInMonth);
  });
  fc.assert(property);
});

test("months overflow into the next year", () => {
  expect(formatDate(dayOf({ year: 2027, month: 14, day: 1 }))).toBe("2028-02-01");
});

test("text that is no date or time of any calendar is refused", () => {
  expect(["2027-02-29", "2027-13-01", "2027-00-10", "2027-1-1", "27-01-01", "2027-01-01T"].map(parseDate)).toEqual(
    Array(6).fill(undefined),
  );
  expect(["24:00", "9:00", "12:60", "12:00:00", ""].map(parseTime)).toEqual(Array(5).fill(undefined));
  expect(["2027-01-01", "2027-01-01 09:00", "2027-01-01T09:00T", "2027-02-30T09:00"].map(parseWall)).toEqual(
    Array(4).fill(undefined),
  );
  expect(() => knownDay("soon")).toThrow(RangeError);
});

test("local date-times are read and written", () => {
  const wall = parseWall("2028-02-29T23:59");
  expect(wall).toBe(Date.UTC(2028, 1, 29, 23, 59));
  expect(formatWall(wall ?? 0)).toBe("2028-02-29T23:59");
});
