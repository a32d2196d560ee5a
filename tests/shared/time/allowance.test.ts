import { describe, expect, test } from "vitest";
import { deadline, isWorkingTime } from "../../../shared/time/allowance.ts";
import { parseAllowance } from "../../../shared/time/duration.ts";
import { toInstant, toLocal } from "../../../shared/time/zoned.ts";

const timezone = "Europe/Copenhagen";
const office = {
  timezone,
  workingHours: { days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", to: "17:00" },
} as const;
const nights = { timezone, workingHours: { days: ["mon", "fri"], from: "22:00", to: "06:00" } } as const;

function due(from: string, allowance: string, team: Parameters<typeof deadline>[2] = office): string {
  const parsed = parseAllowance(allowance);
  if (!parsed) throw new Error(`no allowance: ${allowance}`);
  const { date, time } = toLocal(timezone, deadline(toInstant(timezone, from), parsed, team));
  return `${date}T${time}`;
}

describe("wall time", () => {
  test("runs through nights, weekends and changes of the clock", () => {
    expect(due("2027-01-08T16:00", "4h")).toBe("2027-01-08T20:00");
    expect(due("2027-03-27T12:00", "24h")).toBe("2027-03-28T13:00");
  });
});

describe("working days", () => {
  test.each([
    ["within working hours: the same time on the next", "2027-01-05T10:30", "1wd", "2027-01-06T10:30"],
    ["over a weekend", "2027-01-08T16:00", "1wd", "2027-01-11T16:00"],
    ["several", "2027-01-07T09:00", "3wd", "2027-01-12T09:00"],
    ["from the evening: counted from the next opening", "2027-01-05T20:00", "1wd", "2027-01-07T09:00"],
    ["from the early morning: counted from that day's opening", "2027-01-05T06:00", "1wd", "2027-01-06T09:00"],
    ["from a weekend", "2027-01-09T12:00", "1wd", "2027-01-12T09:00"],
    ["over a change of the clock", "2027-03-26T10:00", "1wd", "2027-03-29T10:00"],
    ["none", "2027-01-05T20:00", "0wd", "2027-01-06T09:00"],
  ])("%s", (...[, from, allowance, expected]) => {
    expect(due(from, allowance)).toBe(expected);
  });

  test("hours over midnight belong to the day on which they begin", () => {
    expect(due("2027-01-05T02:00", "1wd", nights)).toBe("2027-01-09T02:00");
    expect(isWorkingTime(toInstant(timezone, "2027-01-05T02:00"), nights)).toBe(true);
    expect(isWorkingTime(toInstant(timezone, "2027-01-06T02:00"), nights)).toBe(false);
  });
});

describe("calendar deadlines", () => {
  test("the end of the day is the next midnight", () => {
    expect(due("2027-01-05T10:30", "end-of-day")).toBe("2027-01-06T00:00");
  });

  test("004-8 the end of the week is the end of its last working day, and the next week's after it", () => {
    expect(due("2027-01-05T10:30", "end-of-week")).toBe("2027-01-08T17:00");
    expect(due("2027-01-08T16:59", "end-of-week")).toBe("2027-01-08T17:00");
    expect(due("2027-01-08T17:00", "end-of-week")).toBe("2027-01-15T17:00");
    expect(due("2027-01-10T12:00", "end-of-week")).toBe("2027-01-15T17:00");
    expect(due("2027-01-09T01:00", "end-of-week", nights)).toBe("2027-01-09T06:00");
  });

  test("004-7 the end of the month is the start of the next", () => {
    expect(due("2027-01-05T10:30", "end-of-month")).toBe("2027-02-01T00:00");
    expect(due("2027-12-31T23:59", "end-of-month")).toBe("2028-01-01T00:00");
    expect(due("2028-02-29T12:00", "end-of-month")).toBe("2028-03-01T00:00");
  });
});
