import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { scheduleViewSchema, type ScheduleView } from "../../../shared/schedule/schedule-view-shape.ts";
import { myShifts, scheduleView } from "../../../shared/schedule/schedule-view.ts";
import { scheduleContract } from "../../../shared/rpc/schedule-contract.ts";
import { findSchedule } from "../../../shared/team/lookup.ts";
import type { Schedule, Team } from "../../../shared/team/team.ts";
import { hour } from "../../../shared/time/duration.ts";
import { toLocal } from "../../../shared/time/zoned.ts";
import { easter, fourPeople, fromCalendar, sixtyPeople, turns } from "../../page/schedule-teams.ts";
import { at } from "../../support/scenario.ts";
import { person, team, weekly } from "../../support/team-builder.ts";

const zone = "Europe/Copenhagen";
const now = at("2027-03-10T11:00:00Z");

/** First day, the day after the last, and the zone that they are seen in. */
type Days = readonly [string, string, string?];

function view(of: Team, id: string, [first, before, seenIn = zone]: Days): ScheduleView {
  const schedule = findSchedule(of, id);
  if (!schedule) throw new Error(`no schedule ${id}`);
  return scheduleView(of, schedule, { question: { schedule: id, zone: seenIn, first, before }, now });
}

/** "primary alice 2027-03-01 09:00 turn", in Copenhagen. */
const lines = ({ shifts }: ScheduleView, role = "primary"): readonly string[] =>
  shifts
    .filter((shift) => shift.role === role)
    .map(({ person: who, from, why }) => {
      const { date, time } = toLocal(zone, from);
      return `${who} ${date} ${time} ${why.kind}`;
    });

const march = ["2027-03-01", "2027-04-05"] as const;

describe("what the screen is told of a schedule", () => {
  test("crosses the wire as it is", () => {
    const sent = view(easter, "weekly", march);
    expect(v.parse(scheduleViewSchema, JSON.parse(JSON.stringify(sent)))).toEqual(sent);
  });

  test("says why each person is on call, with the turn, the holiday, the swap and the override", () => {
    const shown = view(easter, "weekly", march);
    expect(lines(shown)).toEqual([
      "dana 2027-02-22 09:00 turn",
      "alice 2027-03-01 09:00 turn",
      "dana 2027-03-03 09:00 override",
      "alice 2027-03-04 09:00 turn",
      "bob 2027-03-08 09:00 turn",
      "charlie 2027-03-15 09:00 turn",
      "dana 2027-03-22 09:00 turn",
      "bob 2027-03-25 00:00 holiday",
      "bob 2027-03-26 00:00 holiday",
      "dana 2027-03-27 00:00 turn",
      "bob 2027-03-29 00:00 holiday",
      "charlie 2027-03-29 09:00 holiday",
      "bob 2027-03-30 00:00 swap",
    ]);
    const reasons = shown.shifts.filter(({ role, because }) => role === "primary" && because !== "rotation");
    expect(reasons.map(({ why }) => why)).toEqual([
      { kind: "override", reason: "dentist", instead: ["alice"] },
      { kind: "holiday", name: "Maundy Thursday", policy: "swap-with-backup", instead: ["dana"] },
      { kind: "holiday", name: "Good Friday", policy: "swap-with-backup", instead: ["dana"] },
      { kind: "holiday", name: "Easter Monday", policy: "swap-with-backup", instead: ["dana"] },
      { kind: "holiday", name: "Easter Monday", policy: "swap-with-backup", instead: ["alice"] },
      { kind: "swap", with: "alice" },
    ]);
    expect(shown.shifts[0]?.why).toEqual({ kind: "turn", place: 4, of: 4 });
  });

  test("says who is next, or that the same person goes on, or that nobody does", () => {
    const [first] = view(easter, "weekly", march).shifts;
    expect(first?.next).toEqual({ kind: "hands-over", person: "alice" });
    const beforeGoodFriday = view(easter, "weekly", march).shifts.find(
      ({ from }) => from === at("2027-03-24T23:00:00Z"),
    );
    expect(beforeGoodFriday?.next).toEqual({ kind: "goes-on" });
    expect(view(easter, "first-line", march).shifts[0]?.next).toEqual({ kind: "nobody" });
  });

  test("never says that nobody is next while a calendar leaves it open", () => {
    const { shifts } = view(fromCalendar, "weekly", march);
    expect(shifts.map(({ person: who, next }) => `${who} ${next.kind}`)).toEqual([
      "alice hands-over",
      "bob nobody",
      "bob hands-over",
      "charlie unknown",
      "dana nobody",
    ]);
  });

  test("003-3 names each holiday with its policy, who covers it and who would have", () => {
    expect(view(easter, "weekly", march).holidays.slice(0, 1)).toEqual([
      {
        date: "2027-03-25",
        name: "Maundy Thursday",
        from: at("2027-03-24T23:00:00Z"),
        to: at("2027-03-25T23:00:00Z"),
        policy: "swap-with-backup",
        covers: ["bob"],
        instead: ["dana"],
      },
    ]);
  });

  test("a shift on an absence is a conflict with a proposed substitute", () => {
    expect(view(easter, "weekly", march).conflicts).toEqual([
      {
        from: at("2027-03-16T04:00:00Z"),
        to: at("2027-03-20T04:00:00Z"),
        kind: "away",
        role: "primary",
        person: "charlie",
        reason: "leave",
        substitute: "alice",
      },
      {
        from: at("2027-03-29T22:00:00Z"),
        to: at("2027-04-05T07:00:00Z"),
        kind: "double",
        role: "secondary",
        person: "bob",
        substitute: "dana",
      },
    ]);
  });

  test("the clocks change in the zone shown as well as in the schedule's", () => {
    const seen = (zoneOfMine: string) =>
      view(easter, "weekly", [...march, zoneOfMine]).clocks.map(({ zone: of, at: when }) => [of, when]);
    const copenhagen = [zone, at("2027-03-28T01:00:00Z")];
    expect(seen(zone)).toEqual([copenhagen]);
    expect(seen("America/New_York")).toEqual([copenhagen, ["America/New_York", at("2027-03-14T07:00:00Z")]]);
  });

  test("the shift over the change is 167 hours long, and its day 23", () => {
    const shown = view(fourPeople, "weekly", ["2027-03-22", "2027-03-29"]);
    const primary = shown.shifts.find(({ role }) => role === "primary");
    const across = view(fourPeople, "weekly", ["2027-03-24", "2027-03-25"]).shifts.find(
      ({ role }) => role === "primary",
    );
    expect(across && (across.to - across.from) / hour).toBe(167);
    expect(primary?.person).toBe("charlie");
    expect(((shown.days[7] ?? 0) - (shown.days[6] ?? 0)) / hour).toBe(23);
  });

  test("000-9 where no site of those that follow the sun is open there is a gap, and it is named", () => {
    expect(
      view(easter, "sun", ["2027-03-01", "2027-03-02"]).uncovered.map(({ state, roles }) => [state, roles]),
    ).toEqual([
      ["gap", ["primary"]],
      ["gap", ["primary"]],
    ]);
  });

  test("outside of working-day shifts nobody need be on call", () => {
    const states = view(easter, "first-line", ["2027-03-01", "2027-03-08"]).uncovered.map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(["off-hours"]));
  });

  test("a list that was shuffled says its new order, from the turn that it begins with", () => {
    const { orders, shifts } = view(easter, "first-line", ["2027-03-01", "2027-03-15"]);
    const [first] = orders;
    expect(first?.order.toSorted()).toEqual(["alice", "bob", "charlie", "dana"]);
    expect(orders.map(({ at: begins }) => shifts.find(({ from }) => from === begins)?.person)).toEqual(
      orders.map(({ order }) => order[0]),
    );
    expect(shifts.find(({ from }) => from === first?.at)?.why).toEqual({ kind: "turn", place: 1, of: 4, cycle: 11 });
  });

  test("everyone who is left over is one line, of which the first are named", () => {
    const { standby, roles } = view(sixtyPeople, "weekly", ["2027-03-01", "2027-03-02"]);
    expect(roles.map(({ role, standby: rest }) => [role, rest])).toEqual([
      ["primary", false],
      ["secondary", false],
      ["backup", true],
    ]);
    expect(standby.map(({ people, more }) => [people.length, more])).toEqual([
      [8, 50],
      [8, 50],
    ]);
  });

  test("000-10 fairness is counted over the span shown and over thirteen weeks before and after today", () => {
    const { shown, last, next } = view(fourPeople, "weekly", ["2027-03-01", "2027-03-29"]).fairness;
    const midnight = at("2027-03-09T23:00:00Z");
    expect([shown.from, shown.to]).toEqual([at("2027-02-28T23:00:00Z"), at("2027-03-28T22:00:00Z")]);
    expect([last.from, last.to]).toEqual([at("2026-12-08T23:00:00Z"), midnight]);
    expect([next.from, next.to]).toEqual([midnight, at("2027-06-08T22:00:00Z")]);
    expect(next.loads.map(({ person: who, shifts }) => [who, shifts])).toEqual([
      ["alice", 3],
      ["bob", 4],
      ["charlie", 4],
      ["dana", 3],
    ]);
  });

  test("a zone that the host does not know is answered in the schedule's", () => {
    const shown = view(fourPeople, "weekly", ["2027-03-01", "2027-03-02", "Mars/Olympus"]);
    expect([shown.zone, shown.days]).toEqual([zone, [at("2027-02-28T23:00:00Z"), at("2027-03-01T23:00:00Z")]]);
  });

  test("a schedule without rotations has nobody, and still its days", () => {
    const bare: Schedule = weekly({ id: "bare", rotations: [] });
    const shown = view(team({ schedules: [bare] }), "bare", ["2027-03-01", "2027-03-03", "UTC"]);
    expect([shown.days.length, shown.shifts, shown.people, shown.roles]).toEqual([3, [], [], []]);
  });
});

describe("the question", () => {
  const accepted = (first: string, before: string): boolean =>
    v.safeParse(scheduleContract["schedule-view"].input, { schedule: "weekly", zone, first, before }).success;

  test("is about local days that there are, and not too many", () => {
    expect(accepted("2027-03-01", "2027-03-08")).toBe(true);
    expect(accepted("2027-03-08", "2027-03-08")).toBe(false);
    expect(accepted("2027-02-30", "2027-03-08")).toBe(false);
    expect(accepted("2027-01-01", "2028-03-01")).toBe(false);
  });
});

describe("my next eight weeks", () => {
  test("hold the shifts of all schedules that are mine alone, by time", () => {
    const mine = myShifts(fourPeople, "bob", now).shifts;
    expect(mine.map(({ schedule, role }) => `${schedule} ${role}`).filter((one) => one.startsWith("weekly"))).toEqual([
      "weekly primary",
      "weekly secondary",
      "weekly primary",
      "weekly secondary",
      "weekly primary",
    ]);
    expect(mine.map(({ from }) => from)).toEqual(mine.map(({ from }) => from).toSorted((a, b) => a - b));
    expect(mine.every(({ role }) => role !== "backup")).toBe(true);
  });

  test("are empty for somebody who has none", () => {
    const stranger = team({ people: [...fourPeople.people, person("eve")], schedules: fourPeople.schedules });
    expect(myShifts(stranger, "eve", now).shifts).toEqual([]);
  });
});

test("why is answered for shifts of a swap in one role only, and turns count from one", () => {
  const swapped: Schedule = {
    ...weekly({ id: "s", timezone: "UTC", rotations: [turns()] }),
    swaps: [{ role: "primary", a: "alice", b: "dana", from: "2027-01-04T00:00", to: "2027-02-01T09:00" }],
  };
  const shown = view(team({ schedules: [swapped] }), "s", ["2027-01-05", "2027-02-01", "UTC"]);
  expect(shown.shifts.map(({ person: who, why }) => [who, why])).toEqual([
    ["dana", { kind: "swap", with: "alice" }],
    ["bob", { kind: "turn", place: 2, of: 4 }],
    ["charlie", { kind: "turn", place: 3, of: 4 }],
    ["alice", { kind: "swap", with: "dana" }],
  ]);
});
