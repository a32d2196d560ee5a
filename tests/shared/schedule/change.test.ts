import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Change } from "../../../shared/schedule/change.ts";
import { changed, declared, spanOf } from "../../../shared/schedule/change.ts";
import { changeEffect } from "../../../shared/schedule/change-effect.ts";
import { changeProblems } from "../../../shared/schedule/change-problem.ts";
import { reassignments } from "../../../shared/schedule/reassignment.ts";
import { onCall } from "../../../shared/schedule/resolve.ts";
import { absencesOf, substitutes } from "../../../shared/schedule/substitutes.ts";
import { instant } from "../../../shared/time/instant.ts";
import { at, everyoneElse, next, nineToFive, schedule, turns } from "./a-schedule.ts";

const people = ["alice", "bob", "charlie", "dana"].map((id) => ({ id, timezone: "Europe/Copenhagen", away: [] }));
const weekly = schedule({ rotations: [turns(), everyoneElse] });

/** Alice has the first week from Monday 4 January, 09:00; then Bob, Charlie and Dana. */
const override = (person: string, from: string, to: string): Change => ({
  kind: "override",
  override: { role: "primary", person, from, to },
});
const swap = (a: string, b: string, [from, to]: readonly [string, string]): Change => ({
  kind: "swap",
  swap: { role: "primary", a, b, from, to },
});

const problems = (change: Change): readonly unknown[] => changeProblems(weekly, nineToFive, { change, people });

describe("what is wrong with a change", () => {
  test("nothing, where somebody else takes part of a shift", () => {
    expect(problems(override("bob", "2027-01-05T09:00", "2027-01-06T09:00"))).toEqual([]);
  });

  test.each<[string, Change, readonly unknown[]]>([
    [
      "a stranger",
      override("zoe", "2027-01-05T09:00", "2027-01-06T09:00"),
      [{ kind: "unknown-person", person: "zoe" }],
    ],
    ["a swap with oneself", swap("bob", "bob", ["2027-01-05T09:00", "2027-01-20T09:00"]), [{ kind: "same-person" }]],
    [
      "a role that the schedule has not",
      {
        kind: "override",
        override: { role: "secondary", person: "bob", from: "2027-01-05T09:00", to: "2027-01-06T09:00" },
      },
      [{ kind: "unknown-role", role: "secondary" }],
    ],
    [
      "times that no calendar has",
      override("bob", "2027-02-30T09:00", "soon"),
      [
        { kind: "bad-time", end: "from" },
        { kind: "bad-time", end: "to" },
      ],
    ],
    ["an end before the beginning", override("bob", "2027-01-06T09:00", "2027-01-05T09:00"), [{ kind: "empty-span" }]],
    // 02:30 does not exist on that day and is 03:30.
    ["an hour that the clocks skip", override("bob", "2027-03-28T02:30", "2027-03-28T03:00"), [{ kind: "empty-span" }]],
    ["more than a year", override("bob", "2027-01-05T09:00", "2028-03-05T09:00"), [{ kind: "too-long" }]],
    [
      "an override by who is on call anyway",
      override("alice", "2027-01-05T09:00", "2027-01-06T09:00"),
      [{ kind: "no-effect" }],
    ],
    [
      "a swap of two who have no shift then",
      swap("bob", "charlie", ["2027-01-05T09:00", "2027-01-06T09:00"]),
      [{ kind: "no-effect" }],
    ],
  ])("%s", (_, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });
});

describe("what a change moves", () => {
  test("an override moves the part of the shift that it covers", () => {
    expect(reassignments(weekly, nineToFive, override("bob", "2027-01-05T09:00", "2027-01-06T09:00"))).toEqual([
      { role: "primary", from: at("2027-01-05T09:00"), to: at("2027-01-06T09:00"), before: ["alice"], after: ["bob"] },
    ]);
  });

  test("a swap moves the shifts of both, and leaves those between them", () => {
    const change = swap("alice", "charlie", ["2027-01-04T09:00", "2027-01-25T09:00"]);
    expect(reassignments(weekly, nineToFive, change)).toEqual([
      {
        role: "primary",
        from: at("2027-01-04T09:00"),
        to: at("2027-01-11T09:00"),
        before: ["alice"],
        after: ["charlie"],
      },
      {
        role: "primary",
        from: at("2027-01-18T09:00"),
        to: at("2027-01-25T09:00"),
        before: ["charlie"],
        after: ["alice"],
      },
    ]);
  });

  test("cover where nobody is on call is from nobody", () => {
    const hours = schedule({ rotations: [turns({ coverage: { kind: "working-hours" } })] });
    const change = override("bob", "2027-01-09T10:00", "2027-01-09T12:00");
    expect(reassignments(hours, nineToFive, change)).toEqual([
      { role: "primary", from: at("2027-01-09T10:00"), to: at("2027-01-09T12:00"), before: [], after: ["bob"] },
    ]);
  });

  test("who is on call with the change is who it says, at every instant of its span and at none outside", () => {
    const hours = fc.integer({ min: 1, max: 24 * 60 });
    const named = fc.constantFrom("alice", "bob", "charlie", "dana");
    fc.assert(
      fc.property(named, hours, fc.integer({ min: 1, max: 24 * 20 }), (person, start, length) => {
        const local = (hour: number): string => new Date(Date.UTC(2027, 0, 4, 9 + hour)).toISOString().slice(0, 16);
        const change = override(person, local(start), local(start + length));
        const moved = reassignments(weekly, nineToFive, change);
        const span = spanOf(weekly, declared(change));
        for (let time = span.from - 7_200_000; time < span.to + 7_200_000; time += 3_600_000) {
          const when = instant(time);
          const one = moved.find(({ from, to }) => from <= when && when < to);
          const was = onCall(weekly, nineToFive, when).roles.primary.map((shift) => shift.person);
          const is = onCall(changed(weekly, change), nineToFive, when).roles.primary.map((shift) => shift.person);
          expect(one ? one.after : was).toEqual(is);
          if (one) expect(one.before).toEqual(was);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("what a change does", () => {
  test("000-10 its effect on fairness is known before it is made", () => {
    const change = override("bob", "2027-01-04T09:00", "2027-01-11T09:00");
    const { fairness } = changeEffect(weekly, nineToFive, { change, people });
    const hours = (of: typeof fairness.before): readonly (readonly [string, number])[] =>
      of.loads.map(({ person, hours: carried }) => [person, carried] as const);
    expect(hours(fairness.before)).toEqual([
      ["alice", 504],
      ["bob", 336],
      ["charlie", 336],
      ["dana", 336],
    ]);
    expect(hours(fairness.after)).toEqual([
      ["alice", 336],
      ["bob", 504],
      ["charlie", 336],
      ["dana", 336],
    ]);
    expect(fairness.before.index).toBe(fairness.after.index);
    const unfair = override("bob", "2027-01-04T09:00", "2027-02-01T09:00");
    const worse = changeEffect(weekly, nineToFive, { change: unfair, people }).fairness;
    expect(worse.after.index).toBeLessThan(worse.before.index);
  });

  test("it tells an absence that it mends and one that it makes", () => {
    const away = people.map((person) => {
      if (person.id === "alice") {
        return { ...person, away: [{ from: "2027-01-05", to: "2027-01-07", reason: "leave" }] };
      }
      return person.id === "bob" ? { ...person, away: [{ from: "2027-01-06", to: "2027-01-08" }] } : person;
    });
    const change = override("bob", "2027-01-05T00:00", "2027-01-07T00:00");
    const { conflicts, gaps } = changeEffect(weekly, nineToFive, { change, people: away });
    expect(conflicts).toMatchObject({
      made: [{ kind: "away", shift: { person: "bob" }, from: at("2027-01-06T00:00"), to: at("2027-01-07T00:00") }],
      mended: [{ kind: "away", shift: { person: "alice" }, from: at("2027-01-05T00:00"), to: at("2027-01-07T00:00") }],
    });
    expect(gaps).toEqual({ made: [], mended: [] });
  });

  test("it tells that somebody would be on call in two roles", () => {
    const both = schedule({ rotations: [turns(), next] });
    const change = override("bob", "2027-01-05T09:00", "2027-01-06T09:00");
    expect(changeEffect(both, nineToFive, { change, people }).conflicts).toMatchObject({
      made: [{ kind: "double", shift: { role: "secondary", person: "bob" }, substitute: "charlie" }],
      mended: [],
    });
  });

  test("it tells a gap that it mends", () => {
    const site = (over: Parameters<typeof turns>[0]) => turns({ participants: ["alice", "bob"], ...over });
    const sun = schedule({
      rotations: [
        site({ coverage: { kind: "windows", windows: [{ days: ["mon"], from: "09:00", to: "12:00" }] } }),
        site({ coverage: { kind: "windows", windows: [{ days: ["mon"], from: "13:00", to: "17:00" }] } }),
      ],
    });
    const change = override("dana", "2027-01-11T12:00", "2027-01-11T13:00");
    expect(changeEffect(sun, nineToFive, { change, people }).gaps).toEqual({
      made: [],
      mended: [{ from: at("2027-01-11T12:00"), to: at("2027-01-11T13:00") }],
    });
  });
});

describe("substitutes", () => {
  test("they stand by duty in the eight weeks around, without who is away or on call", () => {
    const busy = changed(weekly, override("bob", "2027-01-25T09:00", "2027-02-01T09:00"));
    const span = { from: at("2027-01-05T09:00"), to: at("2027-01-06T09:00") };
    const away = { ...people[2]!, away: [{ from: "2027-01-06", to: "2027-01-07" }] };
    expect(substitutes(busy, nineToFive, { span, absences: absencesOf(away) })).toEqual([
      { person: "dana", hours: 168 },
      { person: "bob", hours: 504 },
    ]);
  });
});
