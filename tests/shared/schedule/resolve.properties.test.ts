import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { fairness } from "../../../shared/schedule/fairness.ts";
import { nextHandoff, onCall, shifts, watches } from "../../../shared/schedule/resolve.ts";
import type { Context, Shift, Span } from "../../../shared/schedule/shift.ts";
import { clip } from "../../../shared/schedule/shift.ts";
import type { Schedule, Turns } from "../../../shared/team/team.ts";
import { roles } from "../../../shared/team/team.ts";
import type { DayNumber } from "../../../shared/time/civil.ts";
import { formatDate, knownDay, knownTime, splitWall, wallOn, weekdayIndex } from "../../../shared/time/civil.ts";
import { day, hour, week } from "../../../shared/time/duration.ts";
import { after, instant } from "../../../shared/time/instant.ts";
import { toInstant, toWall } from "../../../shared/time/zoned.ts";
import { nineToFive, turns } from "./a-schedule.ts";
import { anyContext, anyInstant, anyPlainSchedule, anySchedule, zones } from "./any-schedule.ts";

// Walking whole years takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const anySpan: fc.Arbitrary<Span> = fc
  .record({ from: anyInstant, length: fc.integer({ min: 1, max: 90 * 24 }) })
  .map(({ from, length }) => ({ from, to: after(from, length * hour) }));

type Asked = { readonly schedule: Schedule; readonly context: Context; readonly span: Span };

const anyQuestion: fc.Arbitrary<Asked> = fc.record({ schedule: anySchedule, context: anyContext, span: anySpan });

const check = (holds: (asked: Asked) => void): void => fc.assert(fc.property(anyQuestion, holds), { numRuns: 12 });

const covers =
  (at: number) =>
  (shift: Shift): boolean =>
    shift.from <= at && at < shift.to;

test("the person on call at an instant is the one whose shift contains it", () => {
  check(({ schedule, context, span }) => {
    const answer = onCall(schedule, context, span.from);
    const all = shifts(schedule, context, span);
    for (const role of roles) {
      const found = all.filter((shift) => shift.role === role && covers(span.from)(shift));
      expect(new Set(answer.roles[role])).toEqual(new Set(found));
    }
  });
});

test("a wider question never changes an answer", () => {
  check(({ schedule, context, span }) => {
    const wide = { from: after(span.from, -40 * day), to: after(span.to, 400 * day) };
    const narrow = shifts(schedule, context, span);
    // A second, equal schedule has no answers kept from the first question.
    const found = shifts(structuredClone(schedule), structuredClone(context), wide);
    expect(found.filter((shift) => shift.from < span.to && span.from < shift.to)).toEqual(narrow);
  });
});

test("primary and secondary are held by one person at a time, and neighbours differ in person or cause", () => {
  check(({ schedule, context, span }) => {
    const all = shifts(schedule, context, span);
    for (const role of ["primary", "secondary"] as const) {
      const held = all.filter((shift) => shift.role === role);
      for (const [index, shift] of held.entries()) {
        expect(shift.from).toBeLessThan(shift.to);
        const following = held[index + 1];
        if (following) expect(following.from).toBeGreaterThanOrEqual(shift.to);
      }
    }
  });
});

/** The day of the first shift: turns of working days begin on one, whatever day the file names. */
function firstDay({ start, shift }: Turns): DayNumber {
  const named = knownDay(start);
  const days = [named, named + 1, named + 2];
  return shift.unit === "workday" ? (days.find((day) => weekdayIndex(day) < 5) ?? named) : named;
}

test("where a rotation covers all of the time there is no hole", () => {
  const always = anyPlainSchedule.map(({ rotations, ...schedule }) => ({
    ...schedule,
    rotations: rotations.map((rotation) =>
      rotation.kind === "turns" ? { ...rotation, coverage: { kind: "always" as const } } : rotation,
    ),
  }));
  const property = fc.property(always, anySpan, (schedule, span) => {
    const begins = Math.max(
      ...schedule.rotations.map((rotation) =>
        rotation.kind === "turns"
          ? toInstant(rotation.timezone ?? schedule.timezone, wallOn(firstDay(rotation), knownTime(rotation.handoffAt)))
          : 0,
      ),
    );
    const asked = { from: instant(Math.max(begins, span.from)), to: instant(Math.max(begins, span.from) + 90 * day) };
    const primary = clip(shifts(schedule, nineToFive, asked), asked).filter(({ role }) => role === "primary");
    let reached = asked.from;
    for (const { from, to } of primary) {
      expect(from).toBe(reached);
      reached = to;
    }
    expect(reached).toBe(asked.to);
  });
  fc.assert(property, { numRuns: 12 });
});

test("watches cut a span without holes, and agree with who is on call", () => {
  check(({ schedule, context, span }) => {
    let reached = span.from;
    for (const watch of watches(schedule, context, span)) {
      expect(watch.from).toBe(reached);
      const { state, roles: held } = onCall(schedule, context, watch.from);
      expect(watch.state).toBe(state);
      for (const role of roles) expect(watch.people[role]).toEqual(held[role].map(({ person }) => person));
      reached = watch.to;
    }
    expect(reached).toBe(span.to);
  });
});

test("until the next handoff the same people stay on call, and after it others are", () => {
  check(({ schedule, context, span }) => {
    const people = (at: number): unknown => {
      const { state, roles: held } = onCall(schedule, context, instant(at));
      return { state, people: roles.map((role) => held[role].map(({ person }) => person)) };
    };
    const handoff = nextHandoff(schedule, context, span.from);
    if (handoff === undefined) return;
    expect(people(handoff - 1)).toEqual(people(span.from));
    expect(people(handoff)).not.toEqual(people(span.from));
  });
});

test("an override is stronger than a swap, a swap than a holiday, a holiday than the rotation", () => {
  check(({ schedule, context, span }) => {
    const override = { role: "primary" as const, person: "zoe", from: "2026-01-01T00:00", to: "2029-01-01T00:00" };
    const swap = { role: "primary" as const, a: "alice", b: "yuri", from: override.from, to: override.to };
    const of = (changes: Partial<Schedule>): readonly Shift[] =>
      onCall({ ...schedule, ...changes }, context, span.from).roles.primary;

    expect(of({ overrides: [...schedule.overrides, override] })).toMatchObject([
      { person: "zoe", because: "override" },
    ]);
    const plain = of({ overrides: [], swaps: [] });
    const expected = plain.map(({ person, because }) =>
      person === "alice" ? { person: "yuri", because: "swap" } : { person, because },
    );
    expect(of({ overrides: [], swaps: [swap] })).toMatchObject(expected);

    const { date } = { date: formatDate(splitWall(toWall(schedule.timezone, span.from)).day) };
    const designated = { ...schedule.holidays, policy: "designated" as const, dates: [{ date, name: "Feast" }] };
    const onHoliday = { overrides: [], swaps: [], holidays: { ...designated, designated: { [date]: "zoe" } } };
    const covered = of({ ...onHoliday, holidays: { ...designated, dates: [] } }).length > 0;
    expect(of(onHoliday)).toMatchObject(covered ? [{ person: "zoe", because: "holiday", holiday: "Feast" }] : []);
  });
});

const participants = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f", "g"), { minLength: 2 });

test("after a whole cycle without changes everybody has had equal shifts", () => {
  const property = fc.property(
    participants,
    fc.constantFrom(...zones),
    fc.integer({ min: 0, max: 60 }),
    (people, timezone, turn) => {
      const schedule: Schedule = {
        id: "even",
        timezone,
        rotations: [turns({ participants: people })],
        holidays: { regions: [], dates: [], policy: "primary-covers", rotation: [], designated: {} },
        overrides: [],
        swaps: [],
      };
      const begins = wallOn(knownDay("2027-01-04") + turn * 7, knownTime("09:00"));
      const span = { from: toInstant(timezone, begins), to: toInstant(timezone, begins + people.length * week) };
      const { loads } = fairness(schedule, nineToFive, { span, people: [] });
      expect(loads.map(({ shifts: count }) => count)).toEqual(people.map(() => 1));
      for (const { hours } of loads) expect(Math.abs(hours - 168)).toBeLessThanOrEqual(1);
    },
  );
  fc.assert(property, { numRuns: 12 });
});

test("a swap conserves the total of hours", () => {
  check(({ schedule, context, span }) => {
    const total = (of: Schedule): number =>
      fairness(of, context, { span, people: [] }).loads.reduce((sum, { hours }) => sum + hours, 0);
    const swap = { role: "primary" as const, a: "alice", b: "bob", from: "2027-01-01T00:00", to: "2028-06-01T00:00" };
    expect(total({ ...schedule, swaps: [swap] })).toBeCloseTo(total({ ...schedule, swaps: [] }), 6);
  });
});

test("handoffs keep their local wall time over every transition", () => {
  const handoffAt = fc.integer({ min: 4 * 4, max: 23 * 4 }).map((quarter) => quarter * 900_000);
  const property = fc.property(fc.constantFrom(...zones), handoffAt, (timezone, time) => {
    const local = new Date(time).toISOString().slice(11, 16);
    const schedule: Schedule = {
      id: "daily",
      timezone,
      rotations: [turns({ participants: ["a", "b", "c"], shift: { every: 1, unit: "day" }, handoffAt: local })],
      holidays: { regions: [], dates: [], policy: "primary-covers", rotation: [], designated: {} },
      overrides: [],
      swaps: [],
    };
    const span = { from: instant(Date.UTC(2027, 0, 6)), to: instant(Date.UTC(2028, 0, 6)) };
    const times = shifts(schedule, nineToFive, span).map(({ from }) => splitWall(toWall(timezone, from)).time);
    expect(new Set(times)).toEqual(new Set([time]));
  });
  fc.assert(property, { numRuns: 15 });
});
