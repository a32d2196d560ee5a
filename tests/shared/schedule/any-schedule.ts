import * as fc from "fast-check";
import type { Context } from "../../../shared/schedule/shift.ts";
import type { Coverage, Hours, Schedule, Turns } from "../../../shared/team/team.ts";
import { weekdays } from "../../../shared/team/team.ts";
import { dayOf, formatDate, formatTime } from "../../../shared/time/civil.ts";
import type { Instant } from "../../../shared/time/instant.ts";
import { instant } from "../../../shared/time/instant.ts";
import { everyoneElse, next } from "./a-schedule.ts";

/** Zones with whole hours, half hours and neither, a half-hour change, changes at midnight, and none at all. */
export const zones = [
  "UTC",
  "Europe/Copenhagen",
  "America/New_York",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Africa/Cairo",
  "America/Havana",
  "Africa/Casablanca",
  "Pacific/Chatham",
] as const;

const people = ["alice", "bob", "charlie", "dana", "emily"] as const;
const firstDay = dayOf({ year: 2027, month: 1, day: 1 });
const lastDay = dayOf({ year: 2027, month: 12, day: 31 });

const zone = fc.constantFrom(...zones);
const person = fc.constantFrom(...people);
const time = fc.integer({ min: 0, max: 95 }).map((quarter) => formatTime(quarter * 900_000));
const date = fc.integer({ min: firstDay, max: lastDay }).map(formatDate);
const days = fc.subarray([...weekdays], { minLength: 1 });

const hours: fc.Arbitrary<Hours> = fc.record({ days, from: time, to: time });

const coverage: fc.Arbitrary<Coverage> = fc.oneof(
  fc.constantFrom<Coverage>({ kind: "always" }, { kind: "working-hours" }, { kind: "last-week-of-month" }),
  fc.array(hours, { minLength: 1, maxLength: 3 }).map((windows): Coverage => ({ kind: "windows", windows })),
);

const rotation: fc.Arbitrary<Turns> = fc
  .record({
    participants: fc.shuffledSubarray([...people], { minLength: 1 }),
    every: fc.integer({ min: 1, max: 3 }),
    unit: fc.constantFrom("day", "workday", "week", "month"),
    start: fc.integer({ min: firstDay, max: firstDay + 60 }).map(formatDate),
    handoffAt: time,
    onCycleEnd: fc.constantFrom("repeat", "shuffle"),
    timezone: fc.option(zone, { nil: undefined, freq: 3 }),
    coverage: fc.option(coverage, { nil: undefined }),
  })
  .map(({ every, unit, timezone, coverage: covers, ...rest }) => ({
    ...rest,
    kind: "turns",
    role: "primary",
    shift: { every, unit },
    ...(timezone === undefined ? {} : { timezone }),
    ...(covers === undefined ? {} : { coverage: covers }),
  }));

const between = fc
  .record({
    day: fc.integer({ min: firstDay, max: lastDay }),
    length: fc.integer({ min: 1, max: 30 }),
    from: time,
    to: time,
  })
  .map(({ day, length, from, to }) => ({
    from: `${formatDate(day)}T${from}`,
    to: `${formatDate(day + length)}T${to}`,
  }));

const role = fc.constantFrom("primary" as const, "secondary" as const);

const holidays: fc.Arbitrary<Schedule["holidays"]> = fc.record({
  regions: fc.constant([]),
  dates: fc
    .uniqueArray(date, { maxLength: 8 })
    .map((found) => found.map((each) => ({ date: each, name: `Holiday of ${each}` }))),
  policy: fc.constantFrom("primary-covers", "swap-with-backup", "holiday-rotation", "designated", "no-cover"),
  rotation: fc.shuffledSubarray([...people]),
  designated: fc.constant({}),
});

/** Schedules without holidays or changes. */
export const anyPlainSchedule: fc.Arbitrary<Schedule> = fc.record({
  id: fc.constantFrom("weekly", "nightly", "sun"),
  timezone: zone,
  rotations: fc
    .record({
      sites: fc.array(rotation, { minLength: 1, maxLength: 3 }),
      second: fc.constantFrom("none", "offset", "turns"),
      own: rotation,
      backup: fc.boolean(),
    })
    .map(({ sites, second, own, backup }) => [
      ...sites,
      ...(second === "offset" ? [next] : []),
      ...(second === "turns" ? [{ ...own, role: "secondary" as const }] : []),
      ...(backup ? [everyoneElse] : []),
    ]),
  holidays: fc.constant({ regions: [], dates: [], policy: "primary-covers", rotation: [], designated: {} }),
  overrides: fc.constant([]),
  swaps: fc.constant([]),
});

/** Schedules with everything that a team file can say. */
export const anySchedule: fc.Arbitrary<Schedule> = fc
  .record({
    plain: anyPlainSchedule,
    holidays,
    named: person,
    overrides: fc.array(fc.record({ role, person, span: between }), { maxLength: 3 }),
    swaps: fc.array(fc.record({ role, pair: fc.shuffledSubarray([...people], { minLength: 2 }), span: between }), {
      maxLength: 3,
    }),
  })
  .map(({ plain, holidays: found, named, overrides, swaps }) => ({
    ...plain,
    holidays: {
      ...found,
      // Every other holiday has somebody of its own.
      designated: Object.fromEntries(found.dates.filter((_, index) => index % 2 === 0).map((day) => [day.date, named])),
    },
    overrides: overrides.map(({ span, ...rest }) => ({ ...rest, ...span })),
    swaps: swaps.map(({ role: of, pair: [a = "alice", b = "bob"], span }) => ({ role: of, a, b, ...span })),
  }));

export const anyContext: fc.Arbitrary<Context> = fc.record({ workingHours: hours });

export const anyInstant: fc.Arbitrary<Instant> = fc
  .integer({ min: (firstDay - 10) * 96, max: (lastDay + 40) * 96 })
  .map((quarter) => instant(quarter * 900_000));
