import { describe, expect, test } from "vitest";
import { gaps } from "../../../shared/schedule/gaps.ts";
import { onCall } from "../../../shared/schedule/resolve.ts";
import type { Hours, Turns } from "../../../shared/team/team.ts";
import { weekdays } from "../../../shared/team/team.ts";
import { toIso } from "../../../shared/time/instant.ts";
import { at, lines, namesAt, nineToFive, schedule, turns } from "./a-schedule.ts";

type SiteHours = Pick<Hours, "from" | "to"> & { readonly days?: Hours["days"] };

const site = (timezone: string, participants: readonly string[], hours: SiteHours): Turns =>
  turns({
    timezone,
    participants,
    start: "2027-01-01",
    handoffAt: "00:00",
    coverage: { kind: "windows", windows: [{ days: hours.days ?? weekdays, from: hours.from, to: hours.to }] },
  });

describe("follow-the-sun", () => {
  const sun = schedule({
    timezone: "UTC",
    rotations: [
      site("Australia/Sydney", ["ann", "bea"], { from: "08:00", to: "18:00" }),
      site("Europe/Copenhagen", ["cas", "dan"], { from: "08:00", to: "18:00" }),
      site("America/Los_Angeles", ["eve", "fay"], { from: "08:00", to: "16:00" }),
    ],
  });

  test("000-9 the baton passes when working hours end, and who opened first keeps it until then", () => {
    // Sydney 21:00 to 07:00 UTC, Copenhagen 07:00 to 17:00, Los Angeles 16:00 to 24:00.
    expect(lines(sun, ["2027-01-04T21:30", "2027-01-06T00:00"])).toEqual([
      "primary eve 2027-01-04T17:00 2027-01-05T00:00 rotation",
      "primary ann 2027-01-05T00:00 2027-01-05T07:00 rotation",
      "primary cas 2027-01-05T07:00 2027-01-05T17:00 rotation",
      "primary eve 2027-01-05T17:00 2027-01-06T00:00 rotation",
    ]);
  });

  test("000-9 in the northern summer the same wall times leave an hour to nobody, and it is shown", () => {
    // Sydney 22:00 to 08:00 UTC, Copenhagen 06:00 to 16:00, Los Angeles 15:00 to 23:00: covered.
    expect(gaps(sun, nineToFive, { from: at("2027-07-01T00:00", "UTC"), to: at("2027-07-08T00:00", "UTC") })).toEqual(
      [],
    );
    const without = { ...sun, rotations: sun.rotations.slice(0, 2) };
    const found = gaps(without, nineToFive, { from: at("2027-07-01T00:00", "UTC"), to: at("2027-07-02T12:00", "UTC") });
    expect(found.map(({ from, to }) => [toIso(from), toIso(to)])).toEqual([
      ["2027-07-01T16:00:00.000Z", "2027-07-01T22:00:00.000Z"],
    ]);
    expect(onCall(without, nineToFive, at("2027-07-01T17:00", "UTC")).state).toBe("gap");
    expect(namesAt(without, "2027-07-01T17:00")).toEqual({});
  });

  test("000-9 sites that are open on weekdays only leave the weekend as a gap", () => {
    const weekdaysOnly = { days: ["mon", "tue", "wed", "thu", "fri"], from: "00:00", to: "00:00" } as const;
    const office = schedule({
      timezone: "UTC",
      rotations: [site("UTC", ["ann"], weekdaysOnly), site("UTC", ["bea"], weekdaysOnly)],
    });
    const found = gaps(office, nineToFive, { from: at("2027-01-04T00:00", "UTC"), to: at("2027-01-11T00:00", "UTC") });
    expect(found.map(({ from, to }) => [toIso(from), toIso(to)])).toEqual([
      ["2027-01-09T00:00:00.000Z", "2027-01-11T00:00:00.000Z"],
    ]);
  });
});

test("a site whose first working day is still to come does not hold the baton", () => {
  const always = { kind: "always" } as const;
  const sites = schedule({
    rotations: [
      turns({ participants: ["ann"], start: "2027-01-06", coverage: always }),
      // A Saturday: the first turn begins on the Monday after it.
      turns({ participants: ["bea"], start: "2027-01-02", coverage: always, shift: { every: 1, unit: "workday" } }),
    ],
  });
  expect(namesAt(sites, "2027-01-03T12:00")).toEqual({});
  expect(namesAt(sites, "2027-01-04T09:00")).toEqual({ primary: "bea" });
});

test("000-9 distributed: a different person each day", () => {
  const daily = schedule({ rotations: [turns({ shift: { every: 1, unit: "day" } })] });
  const names = ["04", "05", "06", "07", "08"].map((day) => namesAt(daily, `2027-01-${day}T12:00`).primary);
  expect(names).toEqual(["alice", "bob", "charlie", "dana", "alice"]);
});

test("off hours that a rotation declares are no gap", () => {
  const inHours = schedule({ rotations: [turns({ coverage: { kind: "working-hours" } })] });
  expect(gaps(inHours, nineToFive, { from: at("2027-01-04T09:00"), to: at("2027-02-01T09:00") })).toEqual([]);
});

test("a rotation without participants is a gap from its start on", () => {
  const empty = schedule({ rotations: [turns({ participants: [] })] });
  expect(gaps(empty, nineToFive, { from: at("2027-01-01T00:00"), to: at("2027-02-01T00:00") })).toEqual([
    { from: at("2027-01-04T09:00"), to: at("2027-02-01T00:00") },
  ]);
});
