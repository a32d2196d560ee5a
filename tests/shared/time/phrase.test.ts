import { expect, test } from "vitest";
import { day, hour, minute, second } from "../../../shared/time/duration.ts";
import type { Instant } from "../../../shared/time/instant.ts";
import { after, instant } from "../../../shared/time/instant.ts";
import { clockTime, countdown, fullMoment, length, moment, relative } from "../../../shared/time/phrase.ts";
import { toInstant } from "../../../shared/time/zoned.ts";

const zone = "Europe/Copenhagen";
/** A Tuesday. */
const now = toInstant(zone, "2027-01-05T12:00");

test("a countdown reads 0:00 only when time is up", () => {
  const left = [3 * minute + 12 * second, hour + 3 * minute + 12 * second, 2 * day + hour + 3 * minute + 12 * second];
  expect(left.map(countdown)).toEqual(["3:12", "1:03:12", "2d 1:03:12"]);
  expect([1, 0, -5_000].map(countdown)).toEqual(["0:01", "0:00", "0:00"]);
});

test("lengths are in the largest unit that fits", () => {
  expect([20 * second, 4 * minute, 90 * minute, 26 * hour].map(length)).toEqual(["20 s", "4 min", "1 h", "1 d"]);
});

test("times are relative to now", () => {
  expect([3 * minute, -4 * minute, 0].map((distance) => relative(after(now, distance), now))).toEqual([
    "in 3 min",
    "4 min ago",
    "now",
  ]);
});

test("a moment is as short as it can be said", () => {
  const said = (local: string): string => moment(toInstant(zone, local), now, zone);
  expect(said("2027-01-05T09:00")).toBe("09:00");
  expect(said("2027-01-11T09:00")).toBe("Mon 09:00");
  expect(said("2027-01-12T09:00")).toBe("12 Jan 09:00");
  expect(said("2027-01-04T09:00")).toBe("Mon 09:00");
  expect(said("2026-12-24T18:30")).toBe("24 Dec 2026 18:30");
});

test("the day is the one of the zone, not the machine's", () => {
  const late: Instant = instant(Date.UTC(2027, 0, 5, 23, 30));
  expect(moment(late, now, "UTC")).toBe("23:30");
  expect(moment(late, now, zone)).toBe("Wed 00:30");
  expect(clockTime(late, "Asia/Kolkata")).toBe("05:00");
  expect(fullMoment(late, zone)).toBe("Wed 6 Jan 2027 00:30 Europe/Copenhagen");
});
