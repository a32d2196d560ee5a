import { expect, test } from "vitest";
import { onCall } from "../../../shared/schedule/resolve.ts";
import type { Context } from "../../../shared/schedule/shift.ts";
import { at, everyoneElse, namesAt, nineToFive, schedule, turns } from "./a-schedule.ts";

const imported: Context["imported"] = [
  { role: "primary", person: "zoe", from: at("2027-01-04T09:00"), to: at("2027-01-05T09:00") },
  { role: "backup", person: "yuri", from: at("2027-01-04T09:00"), to: at("2027-01-06T09:00") },
  { role: "backup", person: "xena", from: at("2027-01-04T09:00"), to: at("2027-01-06T09:00") },
  { role: "primary", person: "yuri", from: at("2027-01-05T10:00"), to: at("2027-01-06T09:00") },
];
const context = { ...nineToFive, imported };

test("shifts from a calendar replace the rotations, and a hole between them is shown as one", () => {
  const weekly = schedule({ rotations: [turns(), everyoneElse] });
  expect(namesAt(weekly, "2027-01-04T12:00", context)).toEqual({ primary: "zoe", backup: "yuri xena" });
  expect(onCall(weekly, context, at("2027-01-05T09:30")).state).toBe("gap");
  expect(namesAt(weekly, "2027-01-05T10:00", context).primary).toBe("yuri");
  expect(onCall(weekly, context, at("2027-02-01T12:00"))).toMatchObject({ state: "gap", roles: { primary: [] } });
});

test("overrides and swaps are stronger than shifts from a calendar", () => {
  const span = { from: "2027-01-04T12:00", to: "2027-01-05T12:00" };
  const changed = schedule({
    swaps: [{ role: "primary", a: "zoe", b: "xena", ...span }],
    overrides: [{ role: "primary", person: "alice", ...span, from: "2027-01-05T00:00" }],
  });
  expect(onCall(changed, context, at("2027-01-04T13:00")).roles.primary).toMatchObject([
    { person: "xena", because: "swap" },
  ]);
  expect(onCall(changed, context, at("2027-01-05T09:30")).roles.primary).toMatchObject([
    { person: "alice", because: "override" },
  ]);
});
