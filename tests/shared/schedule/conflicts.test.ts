import { expect, test } from "vitest";
import type { ConflictQuestion } from "../../../shared/schedule/conflicts.ts";
import { conflicts } from "../../../shared/schedule/conflicts.ts";
import { onCall } from "../../../shared/schedule/resolve.ts";
import { at, everyoneElse, next, nineToFive, schedule, turns } from "./a-schedule.ts";

const span = { from: at("2027-01-04T09:00"), to: at("2027-02-01T09:00") };

type Away = Readonly<Record<string, readonly [from: string, to: string]>>;

const asking = (away: Away): ConflictQuestion => ({
  span,
  people: ["alice", "bob", "charlie", "dana"].map((id) => ({
    id,
    timezone: "Europe/Copenhagen",
    away: away[id] ? [{ from: away[id][0], to: away[id][1], reason: "leave" }] : [],
  })),
});

test("a shift that falls on an absence is a conflict for as long as both last, and changes nothing", () => {
  const weekly = schedule();
  const [shift] = onCall(weekly, nineToFive, at("2027-01-12T12:00")).roles.primary;
  expect(conflicts(weekly, nineToFive, asking({ bob: ["2027-01-13", "2027-01-15"] }))).toEqual([
    {
      kind: "away",
      shift,
      from: at("2027-01-13T00:00"),
      to: at("2027-01-15T00:00"),
      reason: "leave",
      substitute: "charlie",
    },
  ]);
  expect(shift?.person).toBe("bob");
});

test("the substitute has the least duty in the eight weeks around, and is neither away nor on call", () => {
  const override = { role: "primary" as const, person: "dana", from: "2027-02-01T09:00", to: "2027-02-08T09:00" };
  const busyDana = schedule({ rotations: [turns(), next], overrides: [override] });
  const away: Away = { alice: ["2027-01-04", "2027-01-06"], charlie: ["2027-01-05", "2027-01-06"] };
  // Bob is secondary and Charlie away, which leaves Dana.
  expect(conflicts(busyDana, nineToFive, asking(away)).map(({ substitute }) => substitute)).toEqual(["dana"]);
  const laterAway: Away = { alice: ["2027-01-04", "2027-01-06"] };
  expect(conflicts(busyDana, nineToFive, asking(laterAway)).map(({ substitute }) => substitute)).toEqual(["charlie"]);
});

test("where everybody is away or on call nobody is proposed", () => {
  const pair = schedule({ rotations: [turns({ participants: ["alice", "bob"] }), next] });
  const [conflict] = conflicts(pair, nineToFive, asking({ alice: ["2027-01-05", "2027-01-06"] }));
  expect(conflict).not.toHaveProperty("substitute");
});

test("somebody in two roles at once is a conflict of the lesser role", () => {
  const doubled = schedule({
    rotations: [turns(), next],
    overrides: [{ role: "primary", person: "bob", from: "2027-01-06T09:00", to: "2027-01-07T09:00" }],
  });
  expect(conflicts(doubled, nineToFive, asking({}))).toMatchObject([
    {
      kind: "double",
      shift: { role: "secondary", person: "bob" },
      from: at("2027-01-06T09:00"),
      to: at("2027-01-07T09:00"),
    },
  ]);
});

test("an absence in a place that is filled by everyone else is no conflict", () => {
  const weekly = schedule({ rotations: [turns(), everyoneElse] });
  expect(conflicts(weekly, nineToFive, asking({ bob: ["2027-01-05", "2027-01-07"] }))).toEqual([]);
});
