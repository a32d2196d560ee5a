import * as fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { formatWall } from "../../../shared/time/civil.ts";
import { fromIso, instant, toIso } from "../../../shared/time/instant.ts";
import { isZone, offsetAt, startOfDay, toInstant, toLocal, toWall } from "../../../shared/time/zoned.ts";

const zones = [
  "UTC",
  "Europe/Copenhagen",
  "America/New_York",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Africa/Casablanca",
  "Africa/Cairo",
  "Pacific/Chatham",
  "America/St_Johns",
] as const;

const anyZone = fc.constantFrom(...zones);
/** 1970 to 2100. */
const anyInstant = fc.integer({ min: 0, max: 4_102_444_800_000 }).map(instant);

test("offsets agree with luxon's", () => {
  const property = fc.property(anyZone, anyInstant, (zone, at) => {
    expect(offsetAt(zone, at)).toBe(DateTime.fromMillis(at, { zone }).offset * 60_000);
  });
  fc.assert(property, { numRuns: 200 });
});

test("an instant is its own wall time's, or an hour that occurred before it", () => {
  const property = fc.property(anyZone, anyInstant, (zone, at) => {
    const again = toInstant(zone, toWall(zone, at));
    expect(again).toBeLessThanOrEqual(at);
    expect(toWall(zone, again)).toBe(toWall(zone, at));
  });
  fc.assert(property, { numRuns: 200 });
});

describe("wall times", () => {
  test.each([
    ["Europe/Copenhagen", "2027-01-04T09:00", "2027-01-04T08:00:00.000Z"],
    ["Europe/Copenhagen", "2027-03-28T01:59", "2027-03-28T00:59:00.000Z"],
    ["Europe/Copenhagen", "2027-03-28T03:00", "2027-03-28T01:00:00.000Z"],
    ["America/New_York", "2027-07-04T00:00", "2027-07-04T04:00:00.000Z"],
    ["Asia/Kolkata", "2027-01-04T09:00", "2027-01-04T03:30:00.000Z"],
  ])("in %s %s is %s", (...[zone, local, expected]) => {
    expect(toIso(toInstant(zone, local))).toBe(expected);
  });

  test.each([
    ["Europe/Copenhagen", "2027-03-28T02:30", "2027-03-28T03:30"],
    ["America/New_York", "2027-03-14T02:00", "2027-03-14T03:00"],
    ["Australia/Lord_Howe", "2027-10-03T02:10", "2027-10-03T02:40"],
    ["Pacific/Apia", "2011-12-30T09:00", "2011-12-31T09:00"],
  ])("in %s %s does not exist and moves to %s", (...[zone, local, expected]) => {
    expect(formatWall(toWall(zone, toInstant(zone, local)))).toBe(expected);
  });

  test.each([
    ["Europe/Copenhagen", "2027-10-31T02:30", "2027-10-31T00:30:00.000Z"],
    ["America/New_York", "2027-11-07T01:30", "2027-11-07T05:30:00.000Z"],
    ["Australia/Lord_Howe", "2027-04-04T01:45", "2027-04-03T14:45:00.000Z"],
  ])("in %s %s occurs twice and is the first, %s", (...[zone, local, expected]) => {
    expect(toIso(toInstant(zone, local))).toBe(expected);
  });
});

test("the local day begins at midnight, or where the clock first shows the day", () => {
  const noon = (zone: string, date: string) => startOfDay(zone, toInstant(zone, `${date}T12:00`));
  expect(toLocal("Europe/Copenhagen", noon("Europe/Copenhagen", "2027-03-28"))).toEqual({
    date: "2027-03-28",
    time: "00:00",
  });
  // Cairo's clocks go from 00:00 to 01:00 on the last Friday of April.
  expect(toLocal("Africa/Cairo", noon("Africa/Cairo", "2027-04-30"))).toEqual({ date: "2027-04-30", time: "01:00" });
});

test("only names of the zone database are zones", () => {
  expect(["Europe/Copenhagen", "UTC", "Asia/Kolkata"].map(isZone)).toEqual([true, true, true]);
  expect(["Europe/Copenhagn", "+02:00", "", "local", "CEST?"].map(isZone)).toEqual(Array(5).fill(false));
});

test("instants are read with an explicit offset only", () => {
  expect(fromIso("2027-01-04T09:00:00+01:00")).toBe(Date.UTC(2027, 0, 4, 8));
  expect(["2027-01-04T09:00:00", "2027-01-04", "now", "2027-13-04T09:00:00Z"].map(fromIso)).toEqual(
    Array(4).fill(undefined),
  );
});
