import { describe, expect, it } from "vitest";
import { isHeld, quietEnds, type Quiet } from "../../../shared/paging/quiet-hours.ts";
import { isStorm } from "../../../shared/paging/storm.ts";
import { repeatAfter } from "../../../shared/paging/notice-policy.ts";
import { minute, second } from "../../../shared/time/duration.ts";
import { after } from "../../../shared/time/instant.ts";
import { at, noon } from "../../support/scenario.ts";

const night: Quiet = { zone: "Europe/Copenhagen", hours: { from: "22:00", to: "07:00", allow: ["critical"] } };

describe("quiet hours", () => {
  it("go over midnight, in the person's zone", () => {
    expect(quietEnds(night, at("2027-01-04T21:30:00Z"))).toBe(at("2027-01-05T06:00:00Z"));
    expect(quietEnds(night, at("2027-01-05T05:59:59Z"))).toBe(at("2027-01-05T06:00:00Z"));
    expect(quietEnds(night, at("2027-01-05T06:00:00Z"))).toBeUndefined();
    expect(quietEnds(night, at("2027-01-04T20:59:59Z"))).toBeUndefined();
  });

  it("end an hour of the clock later in the night that loses one", () => {
    expect(quietEnds(night, at("2027-03-27T22:00:00Z"))).toBe(at("2027-03-28T05:00:00Z"));
  });

  it("let critical ones through, and what else the team allows", () => {
    const late = at("2027-01-04T23:00:00Z");
    expect(isHeld(night, late, "critical")).toBe(false);
    expect(isHeld(night, late, "major")).toBe(true);
    expect(isHeld({ ...night, hours: { from: "22:00", to: "07:00", allow: [] } }, late, "critical")).toBe(true);
  });

  it("last as long as the person asked, where that is longer", () => {
    const asked = { ...night, until: at("2027-01-05T08:00:00Z") };
    expect(quietEnds(asked, at("2027-01-05T01:00:00Z"))).toBe(at("2027-01-05T08:00:00Z"));
  });
});

describe("notices", () => {
  it("are a storm from the sixth within ten seconds", () => {
    const five = Array.from({ length: 5 }, (_, index) => after(noon, index * second));
    expect(isStorm(five, after(noon, 5 * second), 1)).toBe(true);
    expect(isStorm(five, after(noon, 10 * second), 1)).toBe(false);
  });

  it("come back later with every flap, but within the hour", () => {
    expect([0, 2, 3, 4, 5, 30].map((flaps) => repeatAfter("critical", flaps))).toEqual(
      [1, 1, 2, 4, 8, 60].map((minutes) => minutes * minute),
    );
    expect(repeatAfter("info", 0)).toBeUndefined();
  });
});
