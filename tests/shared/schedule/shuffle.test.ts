import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cycleAt } from "../../../shared/schedule/cycle.ts";
import { orderOfCycle } from "../../../shared/schedule/shuffle.ts";
import { at, lines, nineToFive, schedule, turns } from "./a-schedule.ts";

const team = ["alice", "bob", "charlie", "dana", "emily", "frank"] as const;

const people = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 12 });

test("002-7 every cycle is a permutation of the list, and never begins with the last of the one before", () => {
  const property = fc.property(fc.string(), people, fc.nat(200), (id, participants, cycle) => {
    const before = orderOfCycle(id, participants, cycle);
    const after = orderOfCycle(id, participants, cycle + 1);
    expect(after.toSorted()).toEqual(participants.toSorted());
    if (participants.length > 1) expect(after[0]).not.toBe(before.at(-1));
  });
  fc.assert(property);
});

test("002-7 the draw follows from the schedule's id and the cycle alone: these orders never change", () => {
  expect([0, 1, 2, 3].map((cycle) => orderOfCycle("operate-first", team, cycle).join(" "))).toMatchInlineSnapshot(`
    [
      "alice bob charlie dana emily frank",
      "emily dana alice frank bob charlie",
      "alice bob frank charlie dana emily",
      "frank bob charlie emily dana alice",
    ]
  `);
});

test("002-7 orders differ between cycles and between schedules", () => {
  const drawn = new Set(Array.from({ length: 50 }, (_, cycle) => orderOfCycle("a", team, cycle).join()));
  expect(drawn.size).toBeGreaterThan(40);
  expect(orderOfCycle("a", team, 1)).not.toEqual(orderOfCycle("b", team, 1));
});

test("002-7 the list is shuffled when the last one on it hands over", () => {
  const shuffled = schedule({
    id: "operate-first",
    rotations: [turns({ participants: team, shift: { every: 1, unit: "workday" }, onCycleEnd: "shuffle" })],
  });
  const people = lines(shuffled, ["2027-01-04T09:00", "2027-01-20T00:00"]).map((line) => line.split(" ")[1]);
  const second = orderOfCycle("operate-first", team, 1);
  expect(people).toEqual([...team, ...second]);
  expect(cycleAt(shuffled, nineToFive, at("2027-01-11T12:00"))).toEqual({ number: 0, order: team, place: 5 });
  expect(cycleAt(shuffled, nineToFive, at("2027-01-12T12:00"))).toEqual({ number: 1, order: second, place: 0 });
  expect(cycleAt(shuffled, nineToFive, at("2027-01-12T18:00"))).toBeUndefined();
});
