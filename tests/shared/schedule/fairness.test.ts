import { expect, test } from "vitest";
import { fairness, fairnessWith } from "../../../shared/schedule/fairness.ts";
import { at, holidays, next, nineToFive, schedule, turns } from "./a-schedule.ts";

const fourWeeks = { from: at("2027-01-04T09:00"), to: at("2027-02-01T09:00") };
const people = ["alice", "bob", "charlie", "dana"].map((id) => ({ id, timezone: "Europe/Copenhagen" }));
/** A week of nights from 22:00 to 07:00, and a weekend. */
const week = { shifts: 1, hours: 168, weekendHours: 48, holidayHours: 0, nightHours: 63 };

test("000-10 a whole cycle is shared equally", () => {
  expect(fairness(schedule(), nineToFive, { span: fourWeeks, people })).toEqual({
    index: 100,
    loads: people.map(({ id }) => ({ person: id, ...week })),
  });
});

test("000-10 hours count at night by the person's own zone, on holidays by the schedule's", () => {
  const office = schedule({
    rotations: [turns({ coverage: { kind: "working-hours" } })],
    holidays: holidays("primary-covers", ["2027-01-06"]),
  });
  const abroad = people.map((person) => (person.id === "alice" ? { ...person, timezone: "America/New_York" } : person));
  const { loads } = fairness(office, nineToFive, { span: fourWeeks, people: abroad });
  // 09:00 to 17:00 in Copenhagen is 03:00 to 11:00 in New York: four hours before seven on each of five days.
  expect(loads[0]).toEqual({
    person: "alice",
    shifts: 5,
    hours: 40,
    weekendHours: 0,
    holidayHours: 8,
    nightHours: 20,
  });
});

test("000-10 a holiday does not make two shifts of one", () => {
  const marked = schedule({ holidays: holidays("primary-covers", ["2027-01-06"]) });
  const { loads } = fairness(marked, nineToFive, { span: fourWeeks, people });
  expect(loads[0]).toEqual({ person: "alice", ...week, holidayHours: 24 });
});

test("000-10 where one person carries everything the index is 0", () => {
  const override = { role: "primary" as const, person: "bob", from: "2027-01-01T00:00", to: "2027-03-01T00:00" };
  const { index, loads } = fairness(schedule({ overrides: [override] }), nineToFive, { span: fourWeeks, people });
  expect(index).toBe(0);
  expect(loads.map(({ person, hours }) => [person, hours])).toEqual([
    ["alice", 0],
    ["bob", 672],
    ["charlie", 0],
    ["dana", 0],
  ]);
});

test("000-10 a change shows its effect before it is made", () => {
  const override = { role: "primary" as const, person: "bob", from: "2027-01-04T09:00", to: "2027-01-11T09:00" };
  const { before, after } = fairnessWith(schedule(), nineToFive, {
    span: fourWeeks,
    people,
    change: { kind: "override", override },
  });
  expect(before.index).toBe(100);
  expect(after.index).toBe(50);
  expect(after.loads.map(({ hours }) => hours)).toEqual([0, 336, 168, 168]);
});

test("000-10 other roles are counted where they are asked for", () => {
  const both = schedule({ rotations: [turns(), next] });
  const { loads } = fairness(both, nineToFive, { span: fourWeeks, people, roles: ["primary", "secondary"] });
  expect(loads.map(({ shifts, hours }) => [shifts, hours])).toEqual([
    [2, 336],
    [2, 336],
    [2, 336],
    [2, 336],
  ]);
});
